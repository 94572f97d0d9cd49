package org.efcpreview.repository;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.jcr.RepositoryException;

/** Keeps a directory for one holder at a time, in whatever process. A process that ends lets go of it, however it ends. */
record DirectoryLock(FileChannel file) implements AutoCloseable {
    /** The file that is locked; it stays. */
    static final String FILE = "in-use.lock";

    /**
     * Takes a directory, and makes it if it is not there.
     *
     * @throws RepositoryInUseException if another process, or this one, holds it
     */
    static DirectoryLock take(Path directory) throws RepositoryException {
        FileChannel channel = null;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DirectoryLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: falls through to the same answer.
        } catch (IOException e) {
            throw new RepositoryException("Cannot write the directory " + directory + ": " + e.getMessage(), e);
        }
        new DirectoryLock(channel).close();
        throw new RepositoryInUseException(directory);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot release the lock of a directory", e);
        }
    }
}
