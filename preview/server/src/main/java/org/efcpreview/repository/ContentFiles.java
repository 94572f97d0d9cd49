package org.efcpreview.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jackrabbit.core.data.DataIdentifier;
import org.apache.jackrabbit.core.data.DataRecord;
import org.apache.jackrabbit.core.data.DataStoreException;
import org.apache.jackrabbit.core.data.FileDataStore;

/**
 * The files that hold binary content, each under the digest of it. What has been added is on the disk, whole, before any node
 * can refer to it. Made by Jackrabbit.
 */
public final class ContentFiles extends FileDataStore {
    private static final String UNFINISHED = "unfinished-";

    /** Called by Jackrabbit. */
    public ContentFiles() {}

    /** Takes away what a process that was killed has left unfinished. */
    @Override
    public void init(String home) {
        super.init(home);
        try (var left = Files.newDirectoryStream(Path.of(getPath()), UNFINISHED + "*")) {
            for (Path file : left) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DataRecord addRecord(InputStream input) throws DataStoreException {
        try {
            Path unfinished = Files.createTempFile(Path.of(getPath()), UNFINISHED, null);
            try {
                DataIdentifier identifier = new DataIdentifier(write(input, unfinished));
                // Kept from being collected as garbage until a node refers to it.
                inUse.put(identifier, new WeakReference<>(identifier));
                keep(unfinished, file(identifier.toString()));
                return getRecord(identifier);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new DataStoreException("Cannot store a file: " + e.getMessage(), e);
        }
    }

    private synchronized void keep(Path unfinished, Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            for (Path folder = file.getParent(); folder.startsWith(Path.of(getPath())); folder = folder.getParent()) {
                Disk.force(folder);
            }
        }
    }

    /** {@return the digest of what was written} */
    private String write(InputStream input, Path file) throws IOException {
        Files.copy(input, file, StandardCopyOption.REPLACE_EXISTING);
        Disk.force(file);
        return new DigestUtils(DIGEST).digestAsHex(file);
    }

    /** Where {@link FileDataStore} looks. */
    private Path file(String name) {
        return Path.of(getPath(), name.substring(0, 2), name.substring(2, 4), name.substring(4, 6), name);
    }
}
