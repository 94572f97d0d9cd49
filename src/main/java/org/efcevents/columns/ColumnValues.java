package org.efcevents.columns;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.source.EventField;
import org.efcevents.spreadsheet.ReadCell;
import org.efcevents.spreadsheet.ReadCell.Type;
import org.efcevents.spreadsheet.Table;
import org.efcevents.spreadsheet.Table.Row;

/** What the values of columns look like, where nothing above them tells what they are. */
final class ColumnValues {

    /** So many of a column are looked at. */
    private static final int LOOKED_AT = 200;

    /** Of those so many have to look so. */
    private static final double MOST = 0.8;

    private static final Pattern PACKAGES =
            Pattern.compile("(?i)\\s*(?:WP|LT) ?\\d{1,3}(?:\\s*(?:[;,/&+]|and|et)\\s*(?:WP|LT)? ?\\d{1,3})*\\s*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)\\S+");
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final int LONG = 120;
    private static final int SHORTEST_TITLE = 8;

    private final CellWords words;
    private final WrittenDates dates = new WrittenDates(DateOrder.DAY_FIRST, ZoneOffset.UTC, false);

    ColumnValues(CellWords words) {
        this.words = words;
    }

    /** The first values of a column, without empty ones. */
    static List<ReadCell> of(Table table, int headingRow, int column) {
        return table.rows().stream()
                .filter(row -> row.number() > headingRow)
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isBlank())
                .limit(LOOKED_AT)
                .toList();
    }

    /**
     * What values are.
     *
     * @param meaning of a column that has such
     * @param rule that tells it
     */
    record Look(String meaning, String rule) {}

    /** What the values of a column look like; empty if like nothing in particular. */
    Optional<Look> look(List<ReadCell> values) {
        return lookOf(values.stream().filter(cell -> words.isSaid(cell.text())).toList());
    }

    private Optional<Look> lookOf(List<ReadCell> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (most(
                values,
                cell -> cell.type() == Type.TIME
                        || cell.text().matches("\\s*\\d{1,2}\\s?[:hH.](?:\\d{2})?(?:\\D.*)?")
                                && !WrittenDates.times(cell).isEmpty())) {
            return Optional.of(new Look(Meaning.START_TIME, "times"));
        }
        if (most(values, cell -> PACKAGES.matcher(cell.text()).matches())) {
            return Optional.of(new Look(EventField.WORK_PACKAGES.property(), "packages"));
        }
        if (most(values, this::isDate)) {
            return Optional.of(new Look(EventField.DATE.property(), "dates"));
        }
        if (most(values, cell -> words.kind(cell.text())
                .or(() -> words.nearKind(cell.text()))
                .isPresent())) {
            return Optional.of(new Look(EventField.KIND.property(), "kinds"));
        }
        if (most(values, cell -> words.country(cell.text()).isPresent())) {
            return Optional.of(new Look(EventField.COUNTRY.property(), "countries"));
        }
        if (most(values, cell -> words.status(cell.text()).isPresent())) {
            return Optional.of(new Look(EventField.STATUS.property(), "statuses"));
        }
        if (most(values, cell -> ADDRESS.matcher(cell.text().strip()).lookingAt())) {
            return Optional.of(new Look(EventField.LINKS.property(), "addresses"));
        }
        if (most(values, cell -> MAIL.matcher(cell.text().strip()).matches())) {
            return Optional.of(new Look(EventField.CONTACT.property(), "mail"));
        }
        if (most(values, cell -> RowPeople.areNames(cell.text()))) {
            return Optional.of(new Look(EventField.PEOPLE.property(), "names"));
        }
        return Optional.empty();
    }

    boolean isDate(ReadCell cell) {
        return cell.isDate()
                || cell.type() != Type.FLAG
                        && cell.text().length() < LONG
                        && dates.date(cell)
                                .filter(date -> date.sure() || date.whole() || WrittenDates.isOpen(cell.text()))
                                .isPresent();
    }

    /** Whether the values are long texts. */
    static boolean areLong(List<ReadCell> values) {
        return !values.isEmpty() && average(values) > LONG;
    }

    /** How much the values are like titles: texts of some words, each another. */
    static double likeTitles(List<ReadCell> values, int rows) {
        double average = average(values);
        if (values.isEmpty()
                || average < SHORTEST_TITLE
                || average > LONG
                || values.stream().allMatch(cell -> cell.type() != Type.TEXT)) {
            return 0;
        }
        long different = values.stream().map(ReadCell::text).distinct().count();
        long shown = Math.min(rows, LOOKED_AT);
        return shown == 0 ? 0 : (double) different / shown * Math.min(1, values.size() / (double) shown);
    }

    private static double average(List<ReadCell> values) {
        return values.stream().mapToInt(cell -> cell.text().length()).average().orElse(0);
    }

    private static boolean most(List<ReadCell> values, Predicate<ReadCell> like) {
        return values.stream().filter(like).count() >= MOST * values.size();
    }

    /** Whether a row has values, rather than what is called so. */
    boolean isOfValues(Row row) {
        return row.cells().stream()
                .anyMatch(cell -> cell.isDate()
                        || cell.type() == Type.TIME
                        || cell.type() == Type.NUMBER && !cell.text().matches("(?:19|20)\\d\\d")
                        || cell.text().matches(".*\\d.*") && isDate(cell));
    }
}
