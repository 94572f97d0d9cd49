package org.efcevents.columns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.Remark;
import org.efcevents.spreadsheet.ReadCell;

/** The cells of a row, what each is for, and which of them were understood. */
final class RowCells {

    private final List<Cell> cells;
    private final Set<Integer> understood = new HashSet<>();
    private final List<Remark> remarks = new ArrayList<>();

    RowCells(List<Cell> cells) {
        this.cells = cells;
    }

    /**
     * A cell.
     *
     * @param column from 0
     * @param meaning of its column
     * @param passage where it stands in the text of the table
     */
    record Cell(int column, String meaning, ReadCell cell, Passage passage) {

        boolean isBlank() {
            return cell.isBlank();
        }

        String text() {
            return cell.text();
        }
    }

    /** All of them. */
    List<Cell> all() {
        return cells;
    }

    /** Those of the columns with a meaning. */
    List<Cell> of(String meaning) {
        List<Cell> found = new ArrayList<>();
        for (Cell cell : cells) {
            if (cell.meaning().equals(meaning)) {
                found.add(cell);
            }
        }
        return found;
    }

    /** Something was made of all that a cell says. */
    void understand(Cell cell) {
        understood.add(cell.column());
    }

    boolean isUnderstood(Cell cell) {
        return understood.contains(cell.column());
    }

    /** Says why something of the row is not sure. */
    void remark(Remark.Type type, String words) {
        Remark remark = new Remark(type, WordForms.collapsed(words));
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    List<Remark> remarks() {
        return remarks;
    }
}
