package org.efcevents.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.message.Messages;
import org.efcevents.report.Grouping;
import org.efcevents.report.Report;
import org.efcevents.report.ReportQuestion;
import org.efcevents.report.Tally;

/**
 * A report as a table in words and numbers.
 *
 * @param columns what the columns are called, the first of which has the names of the rows
 * @param rows its rows
 * @param total the numbers of all events
 */
public record ReportTable(List<String> columns, List<Row> rows, List<Long> total) {

    /**
     * A row.
     *
     * @param label what it is called
     * @param numbers its numbers, in the order of the columns; null where nothing is known
     * @param held how many events have taken place
     * @param share how many that are of the most in any row, in hundredths
     */
    public record Row(String label, List<Long> numbers, long held, long share) {}

    private record Column(String label, Function<Tally, Long> number) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("efc.desk.reports.held", Tally::held),
            // Where nobody has recorded any, there is no sum.
            new Column("efc.desk.reports.participants", tally -> tally.stated() == 0 ? null : tally.participants()),
            new Column("efc.desk.reports.stated", Tally::stated),
            new Column("efc.desk.reports.unstated", Tally::unstated),
            new Column("efc.desk.reports.ahead", Tally::ahead),
            new Column("efc.desk.reports.undated", Tally::undated));

    /** What is told of each column of a division. */
    private static final List<Column> DIVIDED = COLUMNS.subList(0, 2);

    private static final String TOTAL = "efc.desk.reports.total";

    private static final String COLUMN = "efc.desk.reports.column";

    private static final Column OFF = new Column("efc.desk.reports.off", Tally::off);

    private static final Map<Grouping, String> BY = Map.of(
            Grouping.YEAR, "efc.desk.reports.by.year",
            Grouping.QUARTER, "efc.desk.reports.by.quarter",
            Grouping.WORK_PACKAGE, "efc.desk.reports.by.work-package",
            Grouping.KIND, "efc.desk.reports.by.kind");

    private static final Map<Grouping, String> WITHOUT = Map.of(
            Grouping.YEAR, "efc.desk.reports.undated",
            Grouping.QUARTER, "efc.desk.reports.undated",
            Grouping.WORK_PACKAGE, "efc.desk.reports.no-work-package",
            Grouping.KIND, "efc.desk.reports.no-kind");

    private static final String QUARTER = "efc.desk.reports.quarter";

    private static final String QUARTER_UNKNOWN = "efc.desk.reports.quarter.unknown";

    /** The keys of the messages that it needs. */
    static List<String> keys() {
        return Stream.of(
                        COLUMNS.stream().map(Column::label),
                        BY.values().stream(),
                        WITHOUT.values().stream(),
                        Stream.of(OFF.label(), TOTAL, COLUMN, QUARTER, QUARTER_UNKNOWN))
                .flatMap(keys -> keys)
                .distinct()
                .toList();
    }

    /**
     * @param names what work packages and kinds are called, in the order of the rows
     */
    static ReportTable of(Report report, ReportQuestion question, Map<String, String> names, Messages messages) {
        List<Column> columns = new ArrayList<>(COLUMNS);
        if (question.withOff()) {
            columns.add(OFF);
        }
        Grouping by = question.rows();
        long most = report.rows().values().stream().mapToLong(Tally::held).max().orElse(0);
        List<String> order = List.copyOf(names.keySet());
        List<String> divided = report.columns().entrySet().stream()
                .filter(column -> column.getValue().held() > 0)
                .map(Map.Entry::getKey)
                .sorted(inOrder(order))
                .toList();
        return new ReportTable(
                Stream.of(
                                Stream.of(messages.text(BY.get(by))),
                                divided.stream().flatMap(key -> DIVIDED.stream().map(column -> messages.text(COLUMN)
                                        .replace("{0}", label(key, question.columns(), names, messages))
                                        .replace("{1}", messages.text(column.label())))),
                                columns.stream()
                                        .map(column -> messages.text(column.label()))
                                        .map(label -> divided.isEmpty()
                                                ? label
                                                : messages.text(COLUMN)
                                                        .replace("{0}", messages.text(TOTAL))
                                                        .replace("{1}", label)))
                        .flatMap(labels -> labels)
                        .toList(),
                report.rows().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(inOrder(order)))
                        .map(row -> new Row(
                                label(row.getKey(), by, names, messages),
                                numbers(
                                        divided.stream()
                                                .map(key ->
                                                        report.cells().get(key).get(row.getKey())),
                                        row.getValue(),
                                        columns),
                                row.getValue().held(),
                                most == 0 ? 0 : row.getValue().held() * 100 / most))
                        .toList(),
                numbers(divided.stream().map(report.columns()::get), report.total(), columns));
    }

    /** What has no such thing last, then as the site has them. */
    private static Comparator<String> inOrder(List<String> order) {
        return Comparator.comparing((String key) -> key.equals(Grouping.NONE))
                .thenComparing(key -> order.contains(key) ? order.indexOf(key) : order.size())
                .thenComparing(Comparator.naturalOrder());
    }

    /** @param divided what there is in each column of the division; null where there is nothing */
    private static List<Long> numbers(Stream<Tally> divided, Tally sum, List<Column> columns) {
        return Stream.concat(
                        divided.flatMap(tally -> DIVIDED.stream()
                                .map(column ->
                                        tally == null ? null : column.number().apply(tally))),
                        columns.stream().map(column -> column.number().apply(sum)))
                .toList();
    }

    private static String label(String row, Grouping by, Map<String, String> names, Messages messages) {
        if (row.equals(Grouping.NONE)) {
            return messages.text(WITHOUT.get(by));
        }
        if (by == Grouping.QUARTER) {
            String year = row.substring(0, row.indexOf('-'));
            String quarter = row.substring(row.indexOf('-') + 1);
            return messages.text(quarter.equals("?") ? QUARTER_UNKNOWN : QUARTER)
                    .replace("{0}", year)
                    .replace("{1}", quarter);
        }
        return names.getOrDefault(row, row);
    }

    /** The rows in which most events have taken place; empty if none has. */
    public List<Row> most() {
        return rows.stream().filter(row -> row.held() > 0 && row.share() == 100).toList();
    }
}
