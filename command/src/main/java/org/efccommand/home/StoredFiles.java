package org.efccommand.home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jackrabbit.core.data.FileDataStore;
import org.efcpreview.repository.Disk;

/** The files of binary content of an instance, each under the digest of what is in it: where {@link FileDataStore} has them. */
record StoredFiles(Path folder) {

    private static final int DEPTH = 4;

    /** The names of all files, which are digests. */
    Set<String> digests() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            all.filter(file -> folder.relativize(file).getNameCount() == DEPTH)
                    .forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    private Path file(String digest) {
        return folder.resolve(
                String.join("/", digest.substring(0, 2), digest.substring(2, 4), digest.substring(4, 6), digest));
    }

    /** Whether the file is there, can be read, and has the content that it had at first. */
    boolean isWhole(String digest) {
        try {
            return new DigestUtils("SHA-256").digestAsHex(file(digest)).equals(digest);
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes a file over from another instance, if that has it whole. */
    boolean take(String digest, StoredFiles others) throws IOException {
        if (!others.isWhole(digest)) {
            return false;
        }
        Path copy = Files.createTempFile(folder, "unfinished-", null);
        try (InputStream content = Files.newInputStream(others.file(digest))) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            Disk.force(copy);
            Files.createDirectories(file(digest).getParent());
            Disk.rename(copy, file(digest));
        } finally {
            Files.deleteIfExists(copy);
        }
        return true;
    }
}
