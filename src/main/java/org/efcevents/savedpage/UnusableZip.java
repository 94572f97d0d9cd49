package org.efcevents.savedpage;

import java.util.List;
import java.util.Locale;

/** A ZIP cannot be used, and nothing of it is. */
public final class UnusableZip extends Exception {

    private static final long serialVersionUID = 1;

    /** Why; in brackets what a message says about it. */
    public enum Reason {

        /** It is no whole ZIP, as one that was cut short. */
        BROKEN,

        /** An entry is not what the ZIP says of it (its name). */
        DAMAGED,

        /** An entry asks for a password (its name). */
        ENCRYPTED,

        /** An entry is packed in a way that is not read (its name). */
        PACKING,

        /** An entry would lie outside, or has a name that is none (its name). */
        PATH,

        /** An entry lies too deep in folders (its name, the most). */
        DEEP,

        /** Two entries have names that differ in capitals at most (the name of the second). */
        TWICE,

        /** There are too many entries (how many, the most). */
        MANY,

        /** Unpacked it would be too large (the name of the entry with which it is, the most megabytes). */
        LARGE,

        /** An entry unpacks to much more than a page, picture or document does (its name). */
        BOMB,

        /** There is no page in it. */
        PAGELESS;

        /** The end of the key of its message. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int SHOWN = 100;

    private final Reason reason;
    private final transient List<Object> about;

    UnusableZip(Reason reason, Object... about) {
        super(reason + " " + List.of(about));
        this.reason = reason;
        this.about = List.of(about);
    }

    /** About an entry, the name of which may be hostile, too. */
    static UnusableZip of(Reason reason, String name, Object... more) {
        String shown = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\ufffd");
        Object[] about = new Object[more.length + 1];
        about[0] = shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
        System.arraycopy(more, 0, about, 1, more.length);
        return new UnusableZip(reason, about);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What stands in the message as {@code {0}} and so on. */
    public List<Object> about() {
        return about;
    }
}
