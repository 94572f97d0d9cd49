package org.efcevents.content;

/** Thrown when the repository fails while the archive is being read. A template cannot recover from it. */
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
