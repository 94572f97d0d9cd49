package org.efcevents.pagetext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What the headings of tables say of the cells below them, and which cells go on in the rows below their own. */
public final class TableColumns {

    /** The label of the cells that are headings. */
    public static final String COLUMN_HEADING = "columnheader";

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_HEADING = 30;
    /** What columns, and facts of one event, are called; folded. */
    private static final Set<String> NAMES = Set.of(
            ("date dates when day days time times year month title event events name what subject topic theme activity meeting meetings place venue location where city town"
                            + " country organiser organizer organisers host contact with speaker speakers who chair participants registration deadline description details notes remarks type"
                            + " kind category language status documents links programme agenda quand jour heure horaire horaires annee mois titre intitule evenement manifestation nom objet"
                            + " sujet activite reunion lieu ou ville pays organisateur intervenant intervenants qui quoi avec inscription remarques genre langue statut"
                            + " wann datum zeit uhrzeit jahr titel veranstaltung thema ort wo stadt land referent referenten veranstalter anmeldung")
                    .split(" "));

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /** What the cells are called that number the rows. */
    private static final Set<String> NUMBER = Set.of("number");

    private static final int FEWEST_NUMBERED = 3;

    private final Map<Element, Set<String>> labels = new HashMap<>();

    private final Map<Element, List<Element>> spanning = new HashMap<>();
    private final Map<Element, Set<String>> headingsOfRow = new HashMap<>();

    /** A cell that goes on in the rows below. */
    private record Spanning(Element cell, int rows) {}

    void add(Element table) {
        Map<Integer, Set<String>> headings = new HashMap<>();
        Map<Integer, Spanning> open = new HashMap<>();
        Set<String> all = new HashSet<>();
        boolean firstRow = true;
        // Above an empty cell it is the year of that row, too.
        Element year = null;
        for (Element row : rows(table)) {
            headingsOfRow.put(row, all);
            List<Element> cells = row.children().stream()
                    .filter(cell ->
                            cell.normalName().equals("td") || cell.normalName().equals("th"))
                    .toList();
            spanning.put(
                    row, open.values().stream().map(Spanning::cell).distinct().toList());
            boolean heading = isHeading(cells, firstRow);
            boolean fact = isFact(cells);
            firstRow &= cells.size() < 2;
            Element first = cells.isEmpty() ? null : cells.get(0);
            boolean goesOn = year != null
                    && first != null
                    && !open.containsKey(0)
                    && first.text().isBlank();
            if (goesOn) {
                spanning.put(
                        row,
                        Stream.concat(spanning.get(row).stream(), Stream.of(year))
                                .toList());
            } else if (first != null) {
                year = YEAR.matcher(first.text().strip()).matches() ? first : null;
            }
            int column = 0;
            for (Element cell : cells) {
                while (open.containsKey(column)) {
                    column++;
                }
                if (fact) {
                    labels.put(cell, cell == first ? Set.of(COLUMN_HEADING) : WordForms.ofName(first.text()));
                } else if (heading) {
                    headings.computeIfAbsent(column, none -> new HashSet<>()).addAll(WordForms.ofName(cell.text()));
                    all.addAll(WordForms.ofName(cell.text()));
                    labels.put(cell, Set.of(COLUMN_HEADING));
                } else {
                    labels.put(cell, headings.getOrDefault(column, Set.of()));
                }
                int wide = span(cell, "colspan");
                int high = span(cell, "rowspan");
                for (int i = 0; i < wide && column < MOST_COLUMNS; i++, column++) {
                    if (high > 1) {
                        open.put(column, new Spanning(cell, high));
                    }
                }
            }
            open.replaceAll((at, cell) -> new Spanning(cell.cell(), cell.rows() - 1));
            open.values().removeIf(cell -> cell.rows() < 1);
        }
        if (headings.isEmpty()) {
            numberRows(rows(table));
        }
    }

    /** Without a heading the first cells are no days if they count the rows, up or down. */
    private void numberRows(List<Element> rows) {
        List<Element> first = rows.stream()
                .filter(row -> row.childrenSize() > 1)
                .map(row -> row.child(0))
                .toList();
        int step = first.size() < FEWEST_NUMBERED ? 0 : number(first.get(1)) - number(first.get(0));
        boolean counted = Math.abs(step) == 1;
        for (int i = 1; i < first.size() && counted; i++) {
            counted = number(first.get(i)) - number(first.get(i - 1)) == step;
        }
        if (counted) {
            first.forEach(cell -> labels.put(cell, NUMBER));
        }
    }

    /** That of a cell; far from all others if it has none. */
    private static int number(Element cell) {
        String words = cell.text().strip();
        return words.matches("\\d{1,3}") ? Integer.parseInt(words) : Integer.MIN_VALUE / 2;
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.normalName().equals("tr")) {
                rows.add(child);
            } else {
                child.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    /** A row of {@code th} alone; or the first row of all, if each of its cells has few words, and one the name of a column. */
    private static boolean isHeading(List<Element> cells, boolean first) {
        return cells.size() > 1
                && (cells.stream().allMatch(cell -> cell.normalName().equals("th"))
                        || first
                                && cells.stream().allMatch(TableColumns::hasFewWords)
                                && cells.stream().anyMatch(TableColumns::isName));
    }

    /** “Place | Ghent, Belgium”: the first cell says what the second is. */
    private static boolean isFact(List<Element> cells) {
        return cells.size() == 2
                && cells.get(0).normalName().equals("th")
                && cells.get(1).normalName().equals("td")
                && hasFewWords(cells.get(0))
                && isName(cells.get(0));
    }

    private static boolean isName(Element cell) {
        return WordForms.ofName(cell.text()).stream().anyMatch(NAMES::contains);
    }

    /** Looks no further than it must: there may be a whole page in a cell. */
    private static boolean hasFewWords(Element cell) {
        int letters = 0;
        Iterator<Node> nodes = cell.nodeStream().iterator();
        while (nodes.hasNext() && letters <= LONGEST_HEADING) {
            if (nodes.next() instanceof TextNode words) {
                String text = words.getWholeText().strip();
                if (DIGIT.matcher(text).find()) {
                    return false;
                }
                letters += text.length();
            }
        }
        return letters > 0 && letters <= LONGEST_HEADING;
    }

    private static int span(Element cell, String attribute) {
        String span = cell.attr(attribute).strip();
        return span.matches("[1-9]\\d{0,2}") ? Integer.parseInt(span) : 1;
    }

    /** The words that stand over a cell, folded; none if nothing does. */
    Set<String> labels(Element cell) {
        return labels.getOrDefault(cell, Set.of());
    }

    /** The cells of rows above that go on in a row. */
    List<Element> spanning(Element row) {
        return spanning.getOrDefault(row, List.of());
    }

    /** The words that stand over the columns of a row's table. */
    Set<String> headings(Element row) {
        return headingsOfRow.getOrDefault(row, Set.of());
    }
}
