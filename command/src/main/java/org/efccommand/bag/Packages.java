package org.efccommand.bag;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.apache.commons.lang3.function.FailableFunction;

/** Packages as they come, in folders and in ZIP files (RFC 8493, 4.2). */
public final class Packages {

    /** The earliest that a ZIP file can say, in every one: the same package is the same file. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Packages() {}

    /**
     * Works with the package at a path: a folder, or a ZIP file that has one.
     *
     * @return what the work gives; empty if the path is of anything else
     */
    public static <T> Optional<T> with(Path path, FailableFunction<Bag, T, Exception> work) throws Exception {
        if (Files.isDirectory(path)) {
            return Optional.of(work.apply(new Bag(path)));
        }
        FileSystem zip;
        try {
            // It opens none that has a path that leads out of it.
            zip = FileSystems.newFileSystem(path);
        } catch (ProviderNotFoundException | ZipException noZipFile) {
            return Optional.empty();
        }
        try (zip) {
            Optional<Path> folder;
            try (Stream<Path> files = Files.walk(zip.getPath("/"), 2)) {
                folder = files.filter(file -> file.endsWith("bagit.txt")).findFirst();
            }
            return folder.isEmpty()
                    ? Optional.empty()
                    : Optional.of(work.apply(new Bag(folder.get().getParent())));
        }
    }

    /** Packs a folder, under its name. The file is there when it is whole. */
    public static void pack(Path folder, Path zip) throws IOException {
        Path unfinished = Files.createTempFile(zip.toAbsolutePath().getParent(), "." + zip.getFileName(), null);
        try {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                for (String file : Bag.files(folder)) {
                    ZipEntry entry = new ZipEntry(folder.getFileName() + "/" + file);
                    entry.setTimeLocal(TIME);
                    out.putNextEntry(entry);
                    Files.copy(folder.resolve(file), out);
                    out.closeEntry();
                }
            }
            Files.move(unfinished, zip, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
