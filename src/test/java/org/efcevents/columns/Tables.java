package org.efcevents.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.efcevents.spreadsheet.ReadCell;
import org.efcevents.spreadsheet.Table;
import org.efcevents.spreadsheet.Table.Row;

/** Tables as tests write them. */
final class Tables {

    private Tables() {}

    /** A row for each line, the cells of which have bars between them. */
    static Table of(String... lines) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                rows.add(new Row(
                        i + 1,
                        Arrays.stream(lines[i].split("\\|", -1))
                                .map(cell -> ReadCell.text(
                                        cell.strip().replace("\\n", "\n").replace("¦", "|")))
                                .toList()));
            }
        }
        return new Table("", false, rows);
    }
}
