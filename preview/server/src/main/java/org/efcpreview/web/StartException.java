package org.efcpreview.web;

/** The server cannot be started. The message says why in one line, or in one line for each of several problems. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
