package org.efcpreview.repository;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** What is done to files so that a crash, of the process or of the machine, finds it done or not done. */
public final class Disk {
    private Disk() {}

    /** Waits until a file, or what a directory lists, is on the disk. */
    public static void force(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        if (directory && !FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            // Windows neither lets a directory be opened nor needs it.
            return;
        }
        try (FileChannel channel =
                FileChannel.open(path, directory ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Waits until everything in a directory is on the disk. */
    public static void forceAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                force(file);
            }
        }
    }

    /** Gives something another name within its directory, in place of what has that name. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(to.getParent());
    }

    /** Deletes a file, or a directory with all that is in it, if it is there. */
    public static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            PathUtils.delete(path);
            force(path.toAbsolutePath().getParent());
        }
    }
}
