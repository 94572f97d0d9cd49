package org.efcevents.spreadsheet;

import java.util.regex.Pattern;

/** Keeps spreadsheets from taking a text of a CSV file for a formula. */
public final class Formulas {

    /** The characters with which they take a cell for one, full-width ones too (OWASP, "CSV Injection"), behind apostrophes or none. */
    private static final Pattern BEGINS = Pattern.compile("^'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

    private Formulas() {}

    /** The text with an apostrophe before it that shows it as text; as it is where none is needed. */
    public static String guarded(String text) {
        return BEGINS.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text that {@link #guarded} was given. */
    public static String unguarded(String cell) {
        return cell.startsWith("'") && BEGINS.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
