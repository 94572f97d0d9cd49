package org.efcpreview.repository;

import java.nio.file.Path;
import javax.jcr.RepositoryException;

/**
 * A repository's directory is held by another process, or was opened before in this one. The message is one line that
 * names the directory and what to do.
 */
public final class RepositoryInUseException extends RepositoryException {
    private static final long serialVersionUID = 1L;

    RepositoryInUseException(Path home) {
        super("The repository " + home.toAbsolutePath().normalize()
                + " is in use: stop the preview server that runs on it, or start this one with another directory");
    }
}
