package org.efccommand.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A package in one file: a folder in a ZIP file (RFC 8493, 4.2). */
public final class BagZip {

    /** The earliest that a ZIP file can say, in every one: the same package is the same file. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** So many bytes come out of a file at most: more than any archive has, and less than fills a disk. */
    private static final long MOST = 200L << 30;

    private static final String MARK = "(?:[^/]+/)?bagit\\.txt";

    private BagZip() {}

    /** Whether a file is a ZIP file that has a package. */
    public static boolean isIn(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().matches(MARK));
        } catch (ZipException noZipFile) {
            return false;
        }
    }

    /** Packs a folder, under its name. The file is there when it is whole. */
    public static void pack(Path folder, Path zip) throws IOException {
        Path unfinished = Files.createTempFile(zip.toAbsolutePath().getParent(), "." + zip.getFileName(), null);
        try {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                for (String file : Folders.files(folder)) {
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

    /**
     * Unpacks a file into a folder.
     *
     * @return the package in it; empty if there is none
     * @throws IOException too, if a path leads out of the folder, or if there is more in it than can be
     */
    public static Optional<Bag> unpack(Path zip, Path folder) throws IOException {
        long left = MOST;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder) || entry.getName().contains("\\")) {
                    throw new IOException(zip + " has a path that leads out of it: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    left -= copy(in, file, left);
                }
            }
        }
        for (String file : Folders.files(folder)) {
            if (file.matches(MARK)) {
                return Optional.of(new Bag(folder.resolve(file).getParent()));
            }
        }
        return Optional.empty();
    }

    private static long copy(InputStream in, Path file, long most) throws IOException {
        long copied = 0;
        byte[] part = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                copied += read;
                if (copied > most) {
                    throw new IOException("There is more in the ZIP file than a package can have");
                }
                out.write(part, 0, read);
            }
        }
        return copied;
    }
}
