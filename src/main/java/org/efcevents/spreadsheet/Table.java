package org.efcevents.spreadsheet;

import java.util.List;

/**
 * A sheet of a file that somebody brings.
 *
 * @param name what it is called; empty if the file has no names for such
 * @param hidden whether the file hides it
 * @param rows those that have something in them, in their order
 */
public record Table(String name, boolean hidden, List<Row> rows) {

    /** Makes a defensive copy. */
    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number in its sheet, from 1
     * @param cells from the first column to the last that has something in it
     * @param hidden whether the file hides it
     * @param struck whether most of it is struck out
     */
    public record Row(int number, List<ReadCell> cells, boolean hidden, boolean struck) {

        /** A row as any other. */
        public Row(int number, List<ReadCell> cells) {
            this(number, cells, false, false);
        }

        /** Makes a defensive copy. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** What is in a column, the first of which is 0. */
        public ReadCell cell(int column) {
            return column < cells.size() ? cells.get(column) : ReadCell.EMPTY;
        }
    }

    /** How many columns have something in them, or stand before one that has. */
    public int columns() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }
}
