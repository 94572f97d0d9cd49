package org.efcevents.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import org.efcevents.columns.ColumnMatch;
import org.efcevents.columns.ColumnMatching;
import org.efcevents.columns.Meaning;
import org.efcevents.columns.TableReading;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.imports.KeptPage;
import org.efcevents.source.EventField;
import org.efcevents.spreadsheet.ReadCell;
import org.efcevents.spreadsheet.Table;

/**
 * What the columns of a table are, for an editor to look over and correct.
 *
 * @param problems what is wrong with what was sent
 * @param page the table
 * @param total how many rows are below the headings
 * @param sheets those of the file
 * @param rows those that may have the headings; the first is for none
 * @param columns in their order
 * @param open whether only the editor can say which number of a date is the day
 * @param dates some of which that is so
 * @param mixed of dates of which some have the day first and some the month, one of each; empty of others
 * @param order what the editor has said of it: {@code day}, {@code month} or nothing
 * @param remembered whether another table with the same headings told what they are
 */
public record ImportColumns(
        List<Problem> problems,
        KeptPage page,
        int total,
        List<Choice> sheets,
        List<Choice> rows,
        List<Column> columns,
        boolean open,
        List<String> dates,
        List<String> mixed,
        String order,
        boolean remembered)
        implements ImportPage.Screen {

    /** The parameter and field that ask for this screen. */
    static final String COLUMNS = "columns";

    private static final String SHEET = "sheet";
    private static final String HEADING = "heading";
    private static final String ORDER = "order";
    private static final String DAY = "day";
    private static final String MONTH = "month";
    private static final String MEANING = "column.";

    /** The button that reads the sheet anew, with other headings. */
    private static final String AGAIN = "again";

    private static final int FIRST_ROWS = 20;
    private static final int SHORT = 60;
    private static final int SHOWN_DATES = 3;

    /**
     * A column.
     *
     * @param letters as spreadsheets name it
     * @param field the name of its field in the form
     * @param heading what is above it
     * @param examples the first of its values
     * @param options what it can be
     * @param rule what told it: the end of a message key; empty if nothing did, or the editor
     * @param sure whether it need not be looked at
     */
    public record Column(
            String letters,
            String field,
            String heading,
            List<String> examples,
            List<Option> options,
            String rule,
            boolean sure) {}

    /**
     * What a column can be.
     *
     * @param value its name
     * @param label the end of the key of what it is called
     * @param language in words; empty where it has none of its own
     */
    public record Option(String value, String label, String language, boolean chosen) {}

    @Override
    public String step() {
        return COLUMNS;
    }

    /** The screen for a table. */
    static ImportColumns of(ImportTable table, TableReading reading, List<Problem> problems, DeskRequest request)
            throws RepositoryException {
        Table shown = table.table(reading);
        List<ColumnMatch> matches = table.matches(reading);
        boolean open = ColumnMatching.isOrderOpen(shown, reading);
        return new ImportColumns(
                problems,
                table.page(),
                (int) shown.rows().stream()
                        .filter(row -> row.number() > reading.heading())
                        .count(),
                sheets(table, reading),
                rows(shown, reading),
                matches.stream()
                        .map(match -> column(match, reading.meaning(match.column()), request))
                        .toList(),
                open,
                open
                        ? ColumnMatching.openDates(shown, reading)
                                .limit(SHOWN_DATES)
                                .toList()
                        : List.of(),
                ColumnMatching.mixedDates(shown, reading).size() > 1
                        ? ColumnMatching.mixedDates(shown, reading)
                        : List.of(),
                reading.order() == DateOrder.UNKNOWN ? "" : reading.order() == DateOrder.DAY_FIRST ? DAY : MONTH,
                table.isRemembered(reading));
    }

    private static List<Choice> sheets(ImportTable table, TableReading reading) {
        return IntStream.range(0, table.tables().size())
                .mapToObj(i ->
                        new Choice(Integer.toString(i), table.tables().get(i).name(), i == reading.sheet()))
                .toList();
    }

    private static List<Choice> rows(Table table, TableReading reading) {
        return Stream.concat(
                        Stream.of(new Choice("0", "", reading.heading() == 0)),
                        table.rows().stream()
                                .limit(FIRST_ROWS)
                                .map(row -> new Choice(
                                        Integer.toString(row.number()),
                                        row.number() + ": "
                                                + shortened(row.cells().stream()
                                                        .filter(cell -> !cell.isBlank())
                                                        .map(ReadCell::text)
                                                        .collect(Collectors.joining(", "))),
                                        row.number() == reading.heading())))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + " …";
    }

    private static Column column(ColumnMatch match, String meaning, DeskRequest request) {
        boolean asMatched = match.meaning().equals(meaning);
        return new Column(
                match.letters(),
                MEANING + match.column(),
                match.heading(),
                match.examples().stream().map(ImportColumns::shortened).toList(),
                options(meaning, request),
                asMatched ? match.rule() : "",
                !asMatched || match.sure());
    }

    private static List<Option> options(String meaning, DeskRequest request) {
        return Meaning.all(request.languages()).stream()
                .map(name -> option(name, name.equals(meaning), request.locale()))
                .toList();
    }

    private static Option option(String name, boolean chosen, Locale locale) {
        String label = EventField.named(name).map(EventField::property).orElse(name);
        String language = label.equals(name)
                ? ""
                : Locale.forLanguageTag(name.substring(label.length() + 1).replace('_', '-'))
                        .getDisplayName(locale);
        return new Option(name, label, language, chosen);
    }

    /** What the form says of how a table is read. */
    private static TableReading sent(ImportTable table, DeskRequest request) throws RepositoryException {
        TableReading before = table.reading();
        int sheet = Math.min(
                number(request.typed(SHEET), before.sheet()), table.tables().size() - 1);
        int heading = number(request.typed(HEADING), before.heading());
        if (sheet != before.sheet()) {
            return table.first(sheet, -1);
        }
        if (heading != before.heading()) {
            return table.first(sheet, heading);
        }
        List<String> known = Meaning.all(request.languages());
        List<String> meanings = IntStream.range(0, table.table(before).columns())
                .mapToObj(column -> request.typed(MEANING + column))
                .map(name -> known.contains(name) ? name : Meaning.NONE)
                .toList();
        DateOrder said = request.typed(ORDER).equals(DAY)
                ? DateOrder.DAY_FIRST
                : request.typed(ORDER).equals(MONTH) ? DateOrder.MONTH_FIRST : DateOrder.UNKNOWN;
        return table.withOrder(new TableReading(sheet, heading, meanings, DateOrder.UNKNOWN), said);
    }

    private static int number(String typed, int otherwise) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : otherwise;
    }

    /**
     * What the columns are has been looked over: it is kept, and the events come next, or the columns once more if they are of other rows now.
     *
     * @param address of the table on the desk
     */
    static DeskAnswer lookedOver(DeskRequest request, ImportTable table, String address)
            throws RepositoryException, ChangeRefused {
        TableReading before = table.reading();
        TableReading now = sent(table, request);
        boolean anew = request.isChosen(AGAIN) || before.sheet() != now.sheet() || before.heading() != now.heading();
        List<Problem> problems = anew ? List.of() : problems(table, now);
        if (!problems.isEmpty()) {
            return DeskAnswer.wrong(of(table, now, problems, request));
        }
        table.keep(now);
        return DeskAnswer.done(address + (anew ? "&" + COLUMNS + "=yes" : ""));
    }

    /** What is wrong with how a table is to be read. */
    private static List<Problem> problems(ImportTable table, TableReading reading) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < reading.meanings().size(); i++) {
            String meaning = reading.meaning(i);
            if (!seen.add(meaning) && !Meaning.canBeOfSeveral(meaning)) {
                problems.add(Problem.of(
                        MEANING + i,
                        "efc.desk.import.columns.twice",
                        table.matches(reading).get(i).letters()));
            }
        }
        if (seen.stream().noneMatch(EventField.TITLE::isNamed)) {
            problems.add(Problem.of(MEANING + "0", "efc.desk.import.columns.untitled"));
        }
        if (reading.order() == DateOrder.UNKNOWN && ColumnMatching.isOrderOpen(table.table(reading), reading)) {
            problems.add(Problem.of(ORDER, "efc.desk.import.columns.order.open"));
        }
        return problems;
    }
}
