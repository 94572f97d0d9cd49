package org.efcevents.columns;

import java.util.List;
import org.efcevents.datephrase.DateOrder;

/**
 * How the tables of a file are to be read.
 *
 * @param sheet the number of the table in its file, from 0
 * @param heading the number of the row that says what is below it; 0 if there is none
 * @param meanings of the columns, in their order, as {@link Meaning} names them
 * @param order of day and month in dates such as {@code 03/04/2014}
 */
public record TableReading(int sheet, int heading, List<String> meanings, DateOrder order) {

    /** Makes a defensive copy. */
    public TableReading {
        meanings = List.copyOf(meanings);
    }

    /** What a column has. */
    public String meaning(int column) {
        return column < meanings.size() ? meanings.get(column) : Meaning.NONE;
    }
}
