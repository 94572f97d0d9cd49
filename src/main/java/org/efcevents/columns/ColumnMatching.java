package org.efcevents.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efcevents.columns.ColumnValues.Look;
import org.efcevents.columns.HeadingWords.Said;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.EventField;
import org.efcevents.spreadsheet.ReadCell;
import org.efcevents.spreadsheet.Table;
import org.efcevents.spreadsheet.Table.Row;

/**
 * Tells what the columns of a table may mean: by what is above them, in English or French, or else by what is in them. An editor sees it and has the
 * last word.
 */
public final class ColumnMatching {

    private static final int EXAMPLES = 3;

    /** The row of headings is one of the first. */
    private static final int FIRST = 30;

    /** A column that only {@code org.efcevents.channel.CsvChannel} has. */
    private static final String OF_CHANNEL = "dateInWords";

    private static final int LONGEST_HEADING = 80;

    private final HeadingWords headings;
    private final CellWords words;
    private final ColumnValues values;

    /**
     * Begins.
     *
     * @param languages those of the site's content, the first first
     * @param kinds labels of the kinds of events that the site has, by their words
     */
    public ColumnMatching(List<Locale> languages, Map<String, String> kinds) {
        headings = new HeadingWords(languages);
        words = new CellWords(kinds);
        values = new ColumnValues(words);
    }

    /**
     * The number of the row that says what is below it; 0 if there is none. There may be a title of the table above it.
     */
    public int heading(Table table) {
        List<Row> first = table.rows().stream().limit(FIRST).toList();
        Optional<Row> known = first.stream()
                .filter(row -> known(row) > 1 || known(row) == 1 && table.columns() == 1)
                .max(Comparator.comparingLong(this::known)
                        .thenComparing(Comparator.comparingInt(Row::number).reversed()));
        if (known.isPresent()) {
            return known.get().number();
        }
        int columns = table.columns();
        return first.stream()
                .filter(row -> filled(row) > 1 && filled(row) * 3 >= columns * 2)
                .findFirst()
                .filter(row -> table.rows().size() > 1
                        && !values.isOfValues(row)
                        && row.cells().stream().allMatch(cell -> cell.text().length() < LONGEST_HEADING)
                        && (table.rows().stream().limit(FIRST).anyMatch(values::isOfValues) || isAlone(row, table)))
                .map(Row::number)
                .orElse(0);
    }

    /** Whether one of its cells is a known heading, and no value of its column. */
    private boolean isAlone(Row row, Table table) {
        return IntStream.range(0, row.cells().size())
                .filter(column -> headings.of(row.cell(column).text()).isPresent())
                .anyMatch(column -> table.rows().stream()
                        .filter(other -> other.number() > row.number())
                        .noneMatch(other -> other.cell(column)
                                .text()
                                .equals(row.cell(column).text())));
    }

    private long known(Row row) {
        if (row.cells().stream().anyMatch(cell -> cell.text().length() > LONGEST_HEADING)) {
            return 0;
        }
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .filter(cell -> headings.of(cell.text()).isPresent())
                .map(cell -> WordForms.key(cell.text()))
                .distinct()
                .count();
    }

    private static long filled(Row row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    /**
     * What each column of a table may mean.
     *
     * @param heading the number of the row that says it; 0 if there is none
     */
    public List<ColumnMatch> of(Table table, int heading) {
        Row above = table.rows().stream()
                .filter(row -> row.number() == heading)
                .findFirst()
                .orElse(new Row(0, List.of()));
        List<List<ReadCell>> columns = IntStream.range(0, table.columns())
                .mapToObj(column -> ColumnValues.of(table, heading, column))
                .toList();
        List<ColumnMatch> matches = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            matches.add(new ColumnMatch(
                    i,
                    WordForms.collapsed(above.cell(i).text()),
                    columns.get(i).stream().limit(EXAMPLES).map(ReadCell::text).toList(),
                    Meaning.NONE,
                    true,
                    ""));
        }
        Set<String> taken = new HashSet<>();
        byHeadings(matches, taken);
        startAndEnd(matches);
        byValues(matches, columns, taken);
        titleAndText(matches, columns, taken, table.rows().size() - (heading > 0 ? 1 : 0));
        return List.copyOf(matches);
    }

    private void byHeadings(List<ColumnMatch> matches, Set<String> taken) {
        Map<Integer, Said> said = new HashMap<>();
        for (ColumnMatch match : matches) {
            headings.of(match.heading()).ifPresent(known -> said.put(match.column(), known));
        }
        if (matches.stream().anyMatch(match -> match.heading().equals(OF_CHANNEL))) {
            // The channel for visitors has the addresses of the events' own pages.
            matches.stream()
                    .filter(match -> match.heading().equals("url"))
                    .forEach(match -> said.put(match.column(), new Said(Meaning.DERIVED, "", true)));
        }
        boolean french = count(said, "fr") > count(said, "en");
        // The names of fields themselves first, then those that can mean only one thing.
        Stream.of(true, false).forEach(exact -> {
            for (int i = 0; i < matches.size(); i++) {
                Said known = said.get(i);
                if (known != null && known.exact() == exact) {
                    take(matches, i, inItsLanguage(known, said, french, taken), "heading", true, taken);
                }
            }
        });
        // “Titre (français)” alone, on a site that has no French.
        for (int i = 0; i < matches.size(); i++) {
            Optional<String> meaning = said.containsKey(i)
                    ? Optional.empty()
                    : headings.inAnotherLanguage(matches.get(i).heading());
            if (meaning.isPresent() && !taken.contains(meaning.get())) {
                take(matches, i, meaning.get(), "heading", false, taken);
            }
        }
    }

    private static long count(Map<Integer, Said> said, String language) {
        return said.values().stream()
                .filter(known -> known.language().equals(language))
                .count();
    }

    /**
     * Of a field in both languages the French heading is of the translation: “Title” and “Titre”. Where most headings are French, the texts are in
     * French.
     */
    private String inItsLanguage(Said known, Map<Integer, Said> said, boolean french, Set<String> taken) {
        boolean both = said.values().stream()
                .anyMatch(other -> other != known
                        && other.meaning().equals(known.meaning())
                        && !other.language().equals(known.language())
                        && !other.language().isEmpty());
        boolean ofTable =
                french && !known.exact() && !known.language().equals("en") && headings.isText(known.meaning());
        String language = ofTable ? "fr" : both ? known.language() : "";
        return language.isEmpty()
                ? known.meaning()
                : headings.in(known.meaning(), language)
                        .filter(name -> !taken.contains(name))
                        .orElse(known.meaning());
    }

    private static void take(
            List<ColumnMatch> matches, int column, String meaning, String rule, boolean sure, Set<String> taken) {
        boolean first = taken.add(meaning);
        if (first || Meaning.canBeOfSeveral(meaning)) {
            matches.set(column, matches.get(column).with(meaning, sure, rule));
        }
    }

    /** “Date” beside “End date” is the first day. */
    private static void startAndEnd(List<ColumnMatch> matches) {
        boolean end = matches.stream().anyMatch(match -> match.meaning().equals(Meaning.END));
        boolean start = matches.stream().anyMatch(match -> match.meaning().equals(Meaning.START));
        if (end && !start) {
            matches.replaceAll(match -> match.meaning().equals(EventField.DATE.property())
                    ? match.with(Meaning.START, match.sure(), match.rule())
                    : match);
        }
    }

    private void byValues(List<ColumnMatch> matches, List<List<ReadCell>> columns, Set<String> taken) {
        for (int i = 0; i < matches.size(); i++) {
            if (!matches.get(i).meaning().isEmpty()
                    || headings.of(matches.get(i).heading()).isPresent()) {
                continue;
            }
            Optional<Look> look = values.look(columns.get(i));
            if (look.isPresent()) {
                take(
                        matches,
                        i,
                        free(look.get().meaning(), matches, taken),
                        look.get().rule(),
                        false,
                        taken);
            }
        }
    }

    /** The second column of dates or times is of the end. */
    private static String free(String meaning, List<ColumnMatch> matches, Set<String> taken) {
        if (meaning.equals(Meaning.START_TIME) && taken.contains(meaning)) {
            return Meaning.END_TIME;
        }
        if (!Meaning.isOfDate(meaning)) {
            return meaning;
        }
        boolean date = matches.stream().anyMatch(match -> match.meaning().equals(EventField.DATE.property()));
        if (date) {
            matches.replaceAll(match -> match.meaning().equals(EventField.DATE.property())
                    ? match.with(Meaning.START, false, match.rule())
                    : match);
            taken.add(Meaning.START);
        }
        return taken.contains(Meaning.START) ? Meaning.END : meaning;
    }

    private void titleAndText(List<ColumnMatch> matches, List<List<ReadCell>> columns, Set<String> taken, int rows) {
        if (taken.stream().noneMatch(EventField.TITLE::isNamed)) {
            IntStream.range(0, matches.size())
                    .filter(i -> matches.get(i).meaning().isEmpty())
                    .filter(i -> ColumnValues.likeTitles(columns.get(i), rows) > 0)
                    .boxed()
                    .max(Comparator.comparingDouble((Integer i) -> ColumnValues.likeTitles(columns.get(i), rows))
                            .thenComparing(Comparator.reverseOrder()))
                    .ifPresent(i -> take(matches, i, EventField.TITLE.property(), "titles", false, taken));
        }
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).meaning().isEmpty()
                    && ColumnValues.areLong(columns.get(i))
                    && taken.stream().noneMatch(EventField.DESCRIPTION::isNamed)) {
                take(matches, i, EventField.DESCRIPTION.property(), "texts", false, taken);
            }
        }
    }

    /** Which of day and month the dates of a table have first, where any of them tells. */
    public static DateOrder order(Table table, TableReading reading) {
        return WrittenDates.order(dates(table, reading));
    }

    /** Whether the table has dates of which nothing tells which number is the day. */
    public static boolean isOrderOpen(Table table, TableReading reading) {
        return WrittenDates.areOpen(dates(table, reading));
    }

    /** Whether some dates of the table have the day first, and some the month. */
    public static boolean isOrderMixed(Table table, TableReading reading) {
        return WrittenDates.areMixed(dates(table, reading));
    }

    /** Of a table whose dates are mixed one with the day first and one with the month first. */
    public static List<String> mixedDates(Table table, TableReading reading) {
        return WrittenDates.mixedDates(dates(table, reading));
    }

    /** Dates of which nobody can tell which number is the day. */
    public static Stream<String> openDates(Table table, TableReading reading) {
        return dates(table, reading).stream().filter(WrittenDates::isOpen).distinct();
    }

    private static List<String> dates(Table table, TableReading reading) {
        return table.rows().stream()
                .filter(row -> row.number() > reading.heading())
                .flatMap(row -> IntStream.range(0, row.cells().size())
                        .filter(column -> Meaning.isOfDate(reading.meaning(column))
                                || reading.meaning(column).equals(EventField.REGISTRATION_DEADLINE.property()))
                        .mapToObj(column -> row.cell(column).text()))
                .toList();
    }
}
