package org.efccommand.content;

import java.io.IOException;
import java.io.InputStream;
import javax.jcr.RepositoryException;
import org.efccommand.bag.Sha256;

/** Where binary values are kept. */
public interface StoredFiles {

    /** Opens a binary value; may be asked more than once. */
    @FunctionalInterface
    interface Content {
        /** From its beginning. */
        InputStream open() throws IOException, RepositoryException;

        /** Its SHA-256. */
        default String digest() throws IOException, RepositoryException {
            try (InputStream content = open()) {
                return Sha256.of(content);
            }
        }
    }

    /**
     * What is kept.
     *
     * @param path where it is now
     * @param digest its SHA-256
     */
    record Kept(String path, String digest) {}

    /** Keeps nothing, but tells digests: to compare. */
    StoredFiles NOWHERE = (path, content) -> new Kept("", content.digest());

    /**
     * Keeps one.
     *
     * @param wanted as {@link FilePaths#wanted} makes it
     */
    Kept keep(String wanted, Content content) throws IOException, RepositoryException;
}
