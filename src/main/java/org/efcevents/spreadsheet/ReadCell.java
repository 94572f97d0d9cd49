package org.efcevents.spreadsheet;

/**
 * What is in a cell of a file that somebody brings.
 *
 * @param text as the file shows it; a day or a time that the file knows as one in the notation of ISO 8601, as precise as it is shown, and a flag
 *     as {@code yes} or {@code no}. A formula is what it came to when the file was saved
 * @param type what the file knows it as
 */
public record ReadCell(String text, Type type) {

    /** Nothing. */
    public static final ReadCell EMPTY = new ReadCell("", Type.TEXT);

    /** What a file knows a cell as. Of a file that knows nothing of the kind, such as CSV, all is text. */
    public enum Type {
        TEXT,
        NUMBER,
        /** {@code 2014-03-24}, with a time {@code 2014-03-24T09:30}; {@code 2014-03} or {@code 2014} if no more is shown. */
        DAY,
        /** The same, of which the year is not shown: programs add it without asking. */
        DAY_WITHOUT_YEAR,
        /** {@code 09:30}. */
        TIME,
        FLAG
    }

    /** A text. */
    public static ReadCell text(String text) {
        return text.isEmpty() ? EMPTY : new ReadCell(text, Type.TEXT);
    }

    /** Whether the file knows it as a day, a month or a year. */
    public boolean isDate() {
        return type == Type.DAY || type == Type.DAY_WITHOUT_YEAR;
    }

    /** Whether it has nothing that can be seen. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
