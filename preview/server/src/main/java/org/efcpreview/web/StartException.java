package org.efcpreview.web;

import java.net.BindException;
import org.efcpreview.repository.RepositoryInUseException;

/** The server cannot be started. The message says why in one line, or in one line for each of several problems. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a failure means to whoever has typed the options. */
    static StartException of(Exception failure, Options options) {
        if (failure instanceof StartException known) {
            return known;
        }
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (failure.getCause() instanceof BindException || failure instanceof BindException) {
            message = "The port " + options.port() + " of " + options.host()
                    + " is in use, or the address is not this machine's; choose another with --port (0 takes a free"
                    + " one) or --host";
        } else if (failure instanceof RepositoryInUseException) {
            message = "The home " + options.home() + " is in use by another server; stop that one, or choose another"
                    + " home with --home";
        }
        return new StartException(message, failure);
    }
}
