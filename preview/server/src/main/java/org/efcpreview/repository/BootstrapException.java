package org.efcpreview.repository;

import javax.jcr.RepositoryException;

/** A bootstrap file cannot be imported. The message begins with the file and, where it can be told, the line. */
public final class BootstrapException extends RepositoryException {
    private static final long serialVersionUID = 1L;

    BootstrapException(String file, int line, String message, Throwable cause) {
        super(file + (line > 0 ? ":" + line : "") + ": " + message, cause);
    }
}
