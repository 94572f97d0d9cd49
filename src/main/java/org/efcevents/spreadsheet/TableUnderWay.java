package org.efcevents.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import org.efcevents.spreadsheet.Table.Row;
import org.efcevents.spreadsheet.UnreadableTable.Reason;

/**
 * A table while it is read. Whatever a file says of how often a cell is repeated, no more is held than a table may have; only cells with
 * something in them are counted, so that a million empty rows, which programs write, are none.
 */
final class TableUnderWay {

    /** No table has more rows with something in them. */
    static final int MOST_ROWS = 20_000;

    /** No table has more columns. */
    static final int MOST_COLUMNS = 200;

    /** All cells together have no more characters. */
    private static final int MOST_CHARACTERS = 10_000_000;

    private static final int MEGABYTE = 1_000_000;

    private final String name;
    private final boolean hidden;
    private final List<ReadRow> rows = new ArrayList<>();
    private final List<ReadCell> cells = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private int number = 1;
    private int characters;
    private boolean hiddenRow;
    private int struck;

    private record ReadRow(int number, List<ReadCell> cells, boolean hidden, boolean struck) {}

    private record Span(int column, int from, int to) {}

    TableUnderWay(String name, boolean hidden) {
        this.name = name;
        this.hidden = hidden;
    }

    /** The number of the row that is being read. */
    int row() {
        return number;
    }

    /** Puts a cell into the row that is being read. */
    void put(int column, ReadCell cell) throws UnreadableTable {
        if (cell.isBlank()) {
            return;
        }
        if (column >= MOST_COLUMNS) {
            throw new UnreadableTable(Reason.COLUMNS, MOST_COLUMNS);
        }
        while (cells.size() <= column) {
            cells.add(ReadCell.EMPTY);
        }
        cells.set(column, cell);
        count(cell);
    }

    /** The file hides the row that is being read. */
    void hideRow() {
        hiddenRow = true;
    }

    /** A cell of the row that is being read is struck out. */
    void strike() {
        struck++;
    }

    private void count(ReadCell cell) throws UnreadableTable {
        // A cell of a few letters takes memory, too.
        characters += cell.text().length() + 2;
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableTable(Reason.LARGE, MOST_CHARACTERS / MEGABYTE);
        }
    }

    /** The cell is one with those below it, as far as a row. */
    void span(int column, int from, int to) {
        // Rows are no more than their limit; nor are these of any use beyond it.
        if (to > from && column < MOST_COLUMNS && spans.size() < MOST_ROWS) {
            spans.add(new Span(column, from, to));
        }
    }

    /** Ends the row, which is there several times. */
    void endRow(int times) throws UnreadableTable {
        if (!cells.isEmpty()) {
            boolean out =
                    struck * 2 > cells.stream().filter(cell -> !cell.isBlank()).count();
            for (int i = 0; i < times; i++) {
                if (rows.size() == MOST_ROWS) {
                    throw new UnreadableTable(Reason.ROWS, MOST_ROWS);
                }
                if (i > 0) {
                    for (ReadCell cell : cells) {
                        count(cell);
                    }
                }
                rows.add(new ReadRow(number + i, new ArrayList<>(cells), hiddenRow, out));
            }
            cells.clear();
        }
        hiddenRow = false;
        struck = 0;
        number = (int) Math.min((long) number + times, Integer.MAX_VALUE / 2);
    }

    /** Goes on with a row that is further down. */
    void goTo(int row) throws UnreadableTable {
        if (row > number) {
            endRow(1);
            number = Math.max(number, row);
        }
    }

    /** What was read. A cell that is one with those below it is in each of their rows, as it means all of them. */
    Table table() throws UnreadableTable {
        for (Span span : spans) {
            ReadCell cell = ReadCell.EMPTY;
            for (int i = from(span.from()); i < rows.size() && rows.get(i).number() <= span.to(); i++) {
                List<ReadCell> row = rows.get(i).cells();
                if (rows.get(i).number() == span.from() && span.column() < row.size()) {
                    cell = row.get(span.column());
                } else if (!cell.isBlank()) {
                    while (row.size() <= span.column()) {
                        row.add(ReadCell.EMPTY);
                    }
                    row.set(span.column(), cell);
                    count(cell);
                }
            }
        }
        List<Row> read = new ArrayList<>();
        for (ReadRow row : rows) {
            read.add(new Row(row.number(), row.cells(), row.hidden(), row.struck()));
        }
        return new Table(name, hidden, read);
    }

    private int from(int row) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).number() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
