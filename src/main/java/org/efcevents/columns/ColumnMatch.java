package org.efcevents.columns;

import java.util.List;

/**
 * A column of a table and what it may mean.
 *
 * @param column from 0
 * @param heading what is above it; empty if nothing is
 * @param examples the first of its values
 * @param meaning as {@link Meaning} names it; empty if nothing tells
 * @param sure whether it need not be looked at
 * @param rule what told it: the end of a message key such as {@code heading}; empty if nothing did
 */
public record ColumnMatch(
        int column, String heading, List<String> examples, String meaning, boolean sure, String rule) {

    /** Makes a defensive copy. */
    public ColumnMatch {
        examples = List.copyOf(examples);
    }

    ColumnMatch with(String other, boolean surely, String otherRule) {
        return new ColumnMatch(column, heading, examples, other, surely, otherRule);
    }

    /** As spreadsheets name it: {@code A}, {@code AB}. */
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = column; i >= 0; i = i / 26 - 1) {
            letters.insert(0, (char) ('A' + i % 26));
        }
        return letters.toString();
    }
}
