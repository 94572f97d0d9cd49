package org.efcevents.spreadsheet;

import java.util.List;
import java.util.Locale;

/** A file that cannot be read as a table, and why. */
public final class UnreadableTable extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient List<Object> details;

    /** Why a file cannot be read. */
    public enum Reason {
        /** Its signs are not those of the format that it says it has. */
        BROKEN,
        /** A quotation mark is where none can be, at a line that is told. */
        QUOTATION,
        /** It is of Excel before 2007, which is another format. */
        OLD,
        /** A password is asked for. */
        ENCRYPTED,
        /** What is needed to read the format is not on this server. */
        UNSUPPORTED,
        /** Unpacked it is larger than a number of megabytes that is told. */
        LARGE,
        /** It has more rows than a number that is told. */
        ROWS,
        /** It has more columns than a number that is told. */
        COLUMNS,
        /** Nothing is in it. */
        EMPTY;

        /** The end of the key of the message that says so. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param details what the message tells */
    UnreadableTable(Reason reason, Object... details) {
        super("A table cannot be read: " + reason + " " + List.of(details));
        this.reason = reason;
        this.details = List.of(details);
    }

    /** Why it cannot be read. */
    public Reason reason() {
        return reason;
    }

    /** What the message of its reason tells. */
    public List<Object> details() {
        return details;
    }
}
