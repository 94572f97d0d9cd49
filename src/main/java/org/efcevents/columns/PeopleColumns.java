package org.efcevents.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedPerson;
import org.efcevents.spreadsheet.Table;
import org.efcevents.spreadsheet.Table.Row;

/**
 * What the columns of people of a table have to do with each other: what those in them did, as the heading says, how their names are written, and whose
 * roles and organisations stand in which column.
 */
final class PeopleColumns {

    private static final Set<String> BESIDE = Set.of(Meaning.PART, Meaning.ROLE, Meaning.ORGANISATION, Meaning.TALK);

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");

    private final TableReading reading;
    private final List<Integer> people;
    private final Map<Integer, String> headings = new HashMap<>();
    private final Map<Integer, String> parts = new HashMap<>();
    private final Map<Integer, NameOrder> orders = new HashMap<>();

    PeopleColumns(Table table, TableReading reading, CellWords words) {
        this.reading = reading;
        this.people = columns(EventField.PEOPLE.property());
        Row above = table.rows().stream()
                .filter(row -> row.number() == reading.heading())
                .findFirst()
                .orElse(new Row(0, List.of()));
        for (int column = 0; column < reading.meanings().size(); column++) {
            headings.put(column, WordForms.key(above.cell(column).text()));
        }
        for (int column : people) {
            parts.put(column, words.part(words(column)).orElse(StatedPerson.OTHERWISE));
            orders.put(
                    column,
                    NameOrder.of(table.rows().stream()
                            .filter(row -> row.number() > reading.heading())
                            .map(row -> row.cell(column).text())
                            .toList()));
        }
    }

    private List<Integer> columns(String meaning) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < reading.meanings().size(); column++) {
            if (reading.meaning(column).equals(meaning)) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** What is above a column, without the number that tells it from others. */
    private String words(int column) {
        return NUMBER.matcher(headings.getOrDefault(column, "")).replaceAll("").strip();
    }

    /** What those of a column did, as its heading says. */
    String part(int column) {
        return parts.getOrDefault(column, StatedPerson.OTHERWISE);
    }

    /** How the names of a column are written. */
    NameOrder order(int column) {
        return orders.get(column);
    }

    /**
     * Whose a column is.
     *
     * @param column that of the people
     * @param sure whether it can be of nobody else
     */
    record Owner(int column, boolean sure) {}

    /** Of which people a column of roles, organisations or talks is; empty if nothing tells. */
    Optional<Owner> owner(int column) {
        if (people.size() == 1) {
            return Optional.of(new Owner(people.get(0), true));
        }
        List<Integer> named = named(column);
        if (named.size() == 1) {
            return Optional.of(new Owner(named.get(0), true));
        }
        List<Integer> alike = columns(reading.meaning(column));
        if (alike.size() == people.size()) {
            return Optional.of(new Owner(people.get(alike.indexOf(column)), true));
        }
        int before = column - 1;
        while (before >= 0 && BESIDE.contains(reading.meaning(before))) {
            before--;
        }
        return people.contains(before)
                ? Optional.of(new Owner(before, !people.contains(before - 1)))
                : Optional.empty();
    }

    /** Those whose number or heading is in the heading of a column; none if it has neither. */
    private List<Integer> named(int column) {
        String heading = headings.getOrDefault(column, "");
        Matcher number = NUMBER.matcher(heading);
        List<Integer> named = new ArrayList<>();
        if (number.find()) {
            people.stream()
                    .filter(one -> NUMBER.matcher(headings.get(one)).results().anyMatch(found -> found.group()
                            .equals(number.group())))
                    .forEach(named::add);
        }
        List<Integer> of = named.isEmpty() ? people : named;
        List<Integer> byWords = of.stream()
                .filter(one -> !words(one).isEmpty() && (" " + heading + " ").contains(" " + words(one) + " "))
                .toList();
        return byWords.isEmpty() ? named : byWords;
    }
}
