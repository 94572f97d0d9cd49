package org.efcevents.spreadsheet;

import java.time.LocalDate;

/** What is in a cell. A text is never a formula, whatever it begins with. */
public sealed interface Cell {

    /** A text; empty for an empty cell. */
    record Text(String text) implements Cell {}

    /** A text that says what is below or beside it. */
    record Heading(String text) implements Cell {}

    /** A number that can be added up. */
    record Count(long number) implements Cell {}

    /** A day that can be sorted and computed with. */
    record Day(LocalDate day) implements Cell {}

    /** A text. */
    static Cell of(String text) {
        return new Text(text);
    }

    /** A number. */
    static Cell of(long number) {
        return new Count(number);
    }

    /** Nothing. */
    static Cell none() {
        return new Text("");
    }
}
