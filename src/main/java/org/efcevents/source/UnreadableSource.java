package org.efcevents.source;

import java.util.List;

/** A file cannot be read as a source of events. */
public final class UnreadableSource extends Exception {

    private static final long serialVersionUID = 1;

    private final String message;
    private final transient List<Object> about;

    /**
     * @param message the key of the message that says why
     * @param about what stands in it as {@code {0}} and so on
     * @param cause may be null
     */
    public UnreadableSource(String message, List<Object> about, Throwable cause) {
        super(message + " " + about, cause);
        this.message = message;
        this.about = List.copyOf(about);
    }

    /** The key of the message that says why. */
    public String message() {
        return message;
    }

    /** What stands in the message as {@code {0}} and so on. */
    public List<Object> about() {
        return about;
    }
}
