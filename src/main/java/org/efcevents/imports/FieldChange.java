package org.efcevents.imports;

/**
 * What a source states of a field of an event that is there, and is not what the event has.
 *
 * @param name of the field, as {@link org.efcevents.source.EventField#named} has it
 * @param before what the event has; empty for nothing
 * @param after what the source states; empty for nothing
 * @param becoming whether the event gets it
 */
public record FieldChange(String name, String before, String after, Becoming becoming) {

    /** What becomes of a field. */
    public enum Becoming {
        /** It is changed. */
        CHANGED,
        /** It stays as it is: somebody has edited it since it was imported, or may have. */
        EDITED,
        /** It stays as it is: an event cannot be without it. */
        NEEDED,
        /** It stays as it is: what the source states cannot be read. */
        UNREADABLE,
        /** It stays as it is: what the source states has question marks for some of its letters. */
        LOST
    }

    /** Whether the event gets what the source states. */
    public boolean isTaken() {
        return becoming == Becoming.CHANGED;
    }

    /** Whether what the source states cannot be taken, whatever the event has. */
    public boolean isWrong() {
        return becoming == Becoming.NEEDED || becoming == Becoming.UNREADABLE || becoming == Becoming.LOST;
    }
}
