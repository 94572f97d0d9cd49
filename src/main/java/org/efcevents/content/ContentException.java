package org.efcevents.content;

/** The repository failed while the archive was read: nothing that a template could do something about. */
public final class ContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what could not be read, and where
     * @param cause the repository's own error
     */
    public ContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
