package org.efcevents.desk;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.date.EventDate;
import org.efcevents.health.CheckedNode;
import org.efcevents.message.Messages;
import org.efcevents.report.Report;
import org.efcevents.spreadsheet.Cell;
import org.efcevents.spreadsheet.Spreadsheet;

/**
 * A report as a spreadsheet: a sheet with the table, and one with the events that were counted.
 *
 * @param table the table
 * @param report what was counted
 * @param names what work packages and kinds are called
 * @param messages the texts of {@link #keys}
 * @param locale the language of the page
 */
record ReportFile(ReportTable table, Report report, Map<String, String> names, Messages messages, Locale locale) {

    /** So many events are listed, so that the page in which the file is stays light. */
    static final int MOST_EVENTS = 2000;

    private static final String TITLE = "efc.desk.nav.reports";
    private static final String TOTAL = "efc.desk.reports.total";
    private static final String NOTES = "efc.desk.reports.notes";
    private static final String SEVERAL = "efc.desk.reports.several";
    private static final String DRAFTS = "efc.desk.reports.drafts";
    private static final String PERHAPS = "efc.desk.reports.perhaps";
    private static final String LEFT = "efc.desk.reports.left";
    private static final String EVENTS = "efc.desk.reports.events";
    private static final String TOO_MANY = "efc.desk.reports.too-many";
    private static final List<String> EVENT_COLUMNS = List.of(
            "efc.desk.what",
            "efc.desk.reports.first-day",
            "efc.desk.reports.last-day",
            "efc.desk.reports.date",
            "efc.desk.reports.by.work-package",
            "efc.desk.reports.by.kind",
            "efc.desk.reports.participants",
            "efc.desk.reports.state",
            "efc.desk.reports.path");

    private static final Map<Report.State, String> STATES = Map.of(
            Report.State.HELD, "efc.desk.reports.held",
            Report.State.AHEAD, "efc.desk.reports.ahead",
            Report.State.UNDATED, "efc.desk.reports.undated",
            Report.State.OFF, "efc.desk.reports.off");

    /** The keys of the messages that it needs. */
    static List<String> keys() {
        return Stream.of(
                        Stream.of(TITLE, TOTAL, NOTES, SEVERAL, DRAFTS, PERHAPS, LEFT, EVENTS, TOO_MANY),
                        EVENT_COLUMNS.stream(),
                        STATES.values().stream())
                .flatMap(keys -> keys)
                .distinct()
                .toList();
    }

    /** The address that has the whole file in it: a template can print only texts. */
    String address() {
        return "data:" + Spreadsheet.MEDIA_TYPE + ";base64,"
                + Base64.getEncoder().encodeToString(spreadsheet().bytes());
    }

    /** The rows of the table in words, the last of which is the total. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns());
        table.rows().forEach(row -> rows.add(row(row.label(), row.numbers())));
        rows.add(row(messages.text(TOTAL), table.total()));
        return rows;
    }

    private static List<String> row(String label, List<Long> numbers) {
        return Stream.concat(Stream.of(label), numbers.stream().map(number -> Objects.toString(number, "")))
                .toList();
    }

    /** What has to be said of the numbers. */
    List<String> notes() {
        return Stream.of(
                        note(SEVERAL, report.ofSeveral()),
                        note(DRAFTS, report.drafts()),
                        note(PERHAPS, report.perhaps()),
                        note(LEFT, report.left()),
                        note(TOO_MANY, report.events().size() > MOST_EVENTS ? MOST_EVENTS : 0))
                .filter(Objects::nonNull)
                .toList();
    }

    private String note(String key, long number) {
        return number == 0 ? null : messages.text(key).replace("{0}", Long.toString(number));
    }

    Spreadsheet spreadsheet() {
        List<Spreadsheet.Sheet> sheets = new ArrayList<>();
        sheets.add(new Spreadsheet.Sheet(messages.text(TITLE), cells()));
        if (report.events().size() <= MOST_EVENTS) {
            sheets.add(new Spreadsheet.Sheet(messages.text(EVENTS), events()));
        }
        return new Spreadsheet(sheets);
    }

    private List<List<Cell>> cells() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(headings(table.columns()));
        table.rows().forEach(row -> rows.add(numbers(Cell.of(row.label()), row.numbers())));
        rows.add(numbers(new Cell.Heading(messages.text(TOTAL)), table.total()));
        List<String> notes = notes();
        if (!notes.isEmpty()) {
            rows.add(List.of());
            rows.add(List.of(new Cell.Heading(messages.text(NOTES))));
            notes.forEach(note -> rows.add(List.of(Cell.of(note))));
        }
        return rows;
    }

    private static List<Cell> headings(List<String> texts) {
        return texts.stream().<Cell>map(Cell.Heading::new).toList();
    }

    private static List<Cell> numbers(Cell label, List<Long> numbers) {
        return Stream.concat(
                        Stream.of(label),
                        numbers.stream().map(number -> number == null ? Cell.none() : Cell.of(number)))
                .toList();
    }

    private List<List<Cell>> events() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(headings(EVENT_COLUMNS.stream().map(messages::text).toList()));
        for (Report.Counted counted : report.events()) {
            CheckedNode event = counted.event();
            EventDate date = event.date();
            boolean day = date.isKnownToTheDay();
            rows.add(List.of(
                    Cell.of(event.title()),
                    day ? date.earliest().<Cell>map(Cell.Day::new).orElse(Cell.none()) : Cell.none(),
                    day ? date.latest().<Cell>map(Cell.Day::new).orElse(Cell.none()) : Cell.none(),
                    Cell.of(date.inWords(locale)),
                    Cell.of(event.workPackages().stream()
                            .map(id -> names.getOrDefault(id, id))
                            .sorted()
                            .collect(Collectors.joining("; "))),
                    Cell.of(event.kind() == null ? "" : names.getOrDefault(event.kind(), event.kind())),
                    event.participants() == null ? Cell.none() : Cell.of(event.participants()),
                    Cell.of(messages.text(STATES.get(counted.state()))),
                    Cell.of(event.path())));
        }
        return rows;
    }
}
