package org.efccommand.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.efccommand.Failure;
import org.efccommand.bag.Bag;
import org.efccommand.bag.BagZip;
import org.efccommand.bag.Folders;

/** Packages as they come, in folders and in ZIP files. */
public final class Packages {

    private Packages() {}

    /** Works with a package. */
    @FunctionalInterface
    public interface Work<T> {
        /** @param bag in a folder */
        T with(Bag bag) throws Failure, IOException;
    }

    /** Whether it is one that is at a path: a folder, or a ZIP file that has one. */
    public static boolean isAt(Path path) throws IOException {
        return Files.isDirectory(path) || BagZip.isIn(path);
    }

    /** Opens one, unpacked where nobody else looks if it is in a ZIP file. */
    public static <T> T with(Path path, Work<T> work) throws Failure, IOException {
        if (Files.isDirectory(path)) {
            return work.with(new Bag(path));
        }
        Path unpacked = Files.createTempDirectory("package");
        try {
            Bag bag = BagZip.unpack(path, unpacked)
                    .orElseThrow(() -> new Failure(Failure.NOT_RIGHT, "There is no package in " + path));
            return work.with(bag);
        } finally {
            Folders.delete(unpacked);
        }
    }
}
