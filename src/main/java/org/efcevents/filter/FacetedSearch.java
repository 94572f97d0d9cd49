package org.efcevents.filter;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.efcevents.content.OpenEnum;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.index.Column;
import org.efcevents.index.EventSelection;
import org.efcevents.index.EventTable;
import org.efcevents.index.Town;
import org.efcevents.workpackage.WorkPackage;

/**
 * What a filter finds among events, and what every other choice would find.
 *
 * <p>An event that meets all conditions is found. One that fails in a single facet would be found by another choice in
 * that facet, so it counts there and nowhere else. A single pass over the events therefore counts all choices.
 */
public final class FacetedSearch {

    private static final Facet[] FACETS = Facet.values();

    private final ArchiveFilter filter;
    private final Function<String, WorkPackage> workPackages;
    private final Collator alphabet;
    private final EventSelection events;
    private final EventSelection found;
    private final Map<Facet, Map<String, Tally>> tallies = new EnumMap<>(Facet.class);
    private final int[] without = new int[FACETS.length];
    private final int year;
    private int withoutTerms;

    /**
     * A value by which events can be filtered.
     *
     * @param name its name in the query string, which identifies it
     * @param label its label; null if the page has a message for it
     * @param rank its position among the values of the facet; values of equal rank are sorted by label
     */
    private record FacetValue(String name, String label, long rank) {}

    /** A value, the number of events that have it, and how many of them match the other filters. */
    private record Tally(FacetValue value, int all, int left) {

        Tally with(Tally other) {
            return new Tally(value, all + other.all, left + other.left);
        }
    }

    /**
     * @param events all events that this reader may see
     * @param filter what to find
     * @param hasWords whether the event in a row has the words that the filter searches for
     * @param workPackages the work package with an identifier; null if this reader may not see it
     * @param alphabet the collation of labels
     */
    public FacetedSearch(
            EventSelection events,
            ArchiveFilter filter,
            IntPredicate hasWords,
            Function<String, WorkPackage> workPackages,
            Collator alphabet) {
        this.filter = filter;
        this.workPackages = workPackages;
        this.alphabet = alphabet;
        this.events = events;
        this.year = year(filter.choice(Facet.YEAR));
        int[][] left = new int[FACETS.length][];
        for (Facet facet : FACETS) {
            left[facet.ordinal()] = new int[column(facet).size()];
            tallies.put(facet, new HashMap<>());
        }
        this.found = filter.isEmpty() ? all(left) : look(hasWords, left);
        for (Facet facet : FACETS) {
            Column<?> column = column(facet);
            for (int number = 0; number < column.size(); number++) {
                for (FacetValue value : values(facet, column.value(number))) {
                    tally(facet, value, column.count(number), left[facet.ordinal()][number]);
                }
            }
        }
    }

    private Column<?> column(Facet facet) {
        EventTable table = events.table();
        return switch (facet) {
            case YEAR -> table.years();
            case WORK_PACKAGE -> table.workPackages();
            case KIND -> table.kinds();
            case PLACE -> table.towns();
            case SESSION -> table.sessions();
        };
    }

    /** The values by which visitors can choose what has a value of a column. */
    private List<FacetValue> values(Facet facet, Object value) {
        if (value == null) {
            return List.of();
        }
        return switch (facet) {
            case YEAR -> {
                int number = (Integer) value;
                yield List.of(
                        number == 0
                                ? new FacetValue(Facet.UNDATED, null, Long.MAX_VALUE)
                                : new FacetValue(fourDigits(number), Integer.toString(number), -number));
            }
            case WORK_PACKAGE -> groups(value)
                    .map(group -> new FacetValue(group.slug(), group.label(), group.position()))
                    .toList();
            case KIND -> List.of(new FacetValue(((OpenEnum<?>) value).word(), null, 0));
            case PLACE -> List.of(new FacetValue(((Town) value).name(), ((Town) value).label(), 0));
            case SESSION -> List.of(
                    (Boolean) value ? new FacetValue(Facet.CLOSED, null, 1) : new FacetValue(Facet.OPEN, null, 0));
        };
    }

    /** Those work packages of an event that the reader may see. */
    private Stream<WorkPackage> groups(Object value) {
        return ((List<?>) value)
                .stream().map(id -> workPackages.apply((String) id)).filter(Objects::nonNull);
    }

    private EventSelection all(int[][] left) {
        for (Facet facet : FACETS) {
            Column<?> column = column(facet);
            Arrays.setAll(left[facet.ordinal()], column::count);
        }
        Arrays.fill(without, events.size());
        withoutTerms = events.size();
        return events;
    }

    /** @param left takes how many events have a value and match all filters but those of its facet */
    private EventSelection look(IntPredicate hasWords, int[][] left) {
        Facet[] chosen = filter.choices().keySet().toArray(new Facet[0]);
        boolean[][] accepted = new boolean[FACETS.length][];
        for (Facet facet : chosen) {
            accepted[facet.ordinal()] = accepted(facet, filter.choice(facet));
        }
        Column<?>[] columns = Arrays.stream(FACETS).map(this::column).toArray(Column<?>[]::new);
        boolean words = !filter.terms().isEmpty();
        return events.where(row -> {
            boolean lacksWords = words && !hasWords.test(row);
            Facet failed = null;
            for (Facet facet : chosen) {
                if (!accepted[facet.ordinal()][columns[facet.ordinal()].number(row)]) {
                    if (lacksWords || failed != null) {
                        return false;
                    }
                    failed = facet;
                }
            }
            if (failed != null) {
                count(failed, columns, row, left);
                return false;
            }
            withoutTerms++;
            if (lacksWords) {
                return false;
            }
            for (Facet facet : FACETS) {
                count(facet, columns, row, left);
            }
            return true;
        });
    }

    private void count(Facet facet, Column<?>[] columns, int row, int[][] left) {
        without[facet.ordinal()]++;
        left[facet.ordinal()][columns[facet.ordinal()].number(row)]++;
    }

    /** Which values of a column are those of a choice. */
    private boolean[] accepted(Facet facet, String name) {
        Column<?> column = column(facet);
        boolean[] accepted = new boolean[column.size()];
        for (int number = 0; number < accepted.length; number++) {
            accepted[number] = facet == Facet.YEAR
                    ? column.value(number).equals(year)
                    : values(facet, column.value(number)).stream()
                            .anyMatch(value -> value.name().equals(name));
        }
        return accepted;
    }

    private void tally(Facet facet, FacetValue value, int all, int left) {
        tallies.get(facet).merge(value.name(), new Tally(value, all, left), Tally::with);
    }

    /** A year as in addresses (ISO 8601). */
    private static String fourDigits(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }

    /** The chosen year, 0 for undated events; -1 for what is no year. */
    private static int year(String chosen) {
        return chosen.equals(Facet.UNDATED)
                ? 0
                : chosen.matches("[0-9]{4}") && !chosen.equals("0000") ? Integer.parseInt(chosen) : -1;
    }

    /** The events found, in their original order, on all pages. */
    public EventSelection found() {
        return found;
    }

    /** The number of events without any filter. */
    public int size() {
        return events.size();
    }

    /**
     * Whether the chosen year lies within the archive: any year from the first with an event to the last, {@code
     * undated}, or no year at all.
     */
    public boolean isWithinYears() {
        if (filter.choice(Facet.YEAR).isEmpty() || year == 0) {
            return true;
        }
        LongSummaryStatistics years = tallies.get(Facet.YEAR).values().stream()
                .mapToLong(tally -> -tally.value().rank())
                .filter(rank -> rank > 0)
                .summaryStatistics();
        return years.getMin() <= year && year <= years.getMax();
    }

    /**
     * The values of a facet in order: years newest first, work packages by position, kinds by frequency, towns
     * alphabetically. An event counts once for each of its values.
     */
    public FacetCounts facet(Facet facet) {
        String chosen = filter.choice(facet);
        Map<String, Tally> values = tallies.get(facet);
        List<Choice> choices = new ArrayList<>(values.values().stream()
                .sorted(order(facet))
                .map(tally -> choice(facet, tally))
                .toList());
        if (!chosen.isEmpty() && !values.containsKey(chosen)) {
            choices.add(new Choice(
                    chosen, labelOfUnknown(chosen), 0, true, filter.onPage(1).query()));
        }
        return new FacetCounts(
                facet.parameter(),
                List.copyOf(choices),
                without[facet.ordinal()],
                chosen,
                filter.without(facet).query());
    }

    /** The filters in use, with the search terms last. */
    public List<ActiveFilter> activeFilters() {
        List<ActiveFilter> used = new ArrayList<>();
        filter.choices().forEach((facet, name) -> {
            Tally tally = tallies.get(facet).get(name);
            used.add(new ActiveFilter(
                    facet.parameter(),
                    name,
                    tally == null ? labelOfUnknown(name) : tally.value().label(),
                    without[facet.ordinal()],
                    filter.without(facet).query()));
        });
        if (!filter.terms().isEmpty()) {
            String typed = filter.terms().typed();
            used.add(new ActiveFilter(
                    "q", typed, typed, withoutTerms, filter.withoutTerms().query()));
        }
        return List.copyOf(used);
    }

    private Choice choice(Facet facet, Tally tally) {
        String name = tally.value().name();
        return new Choice(
                name,
                tally.value().label(),
                tally.left(),
                name.equals(filter.choice(facet)),
                filter.with(facet, name).query());
    }

    /**
     * The page has messages for {@code undated}, {@code open} and {@code closed}, and for the values in the archive.
     */
    private static String labelOfUnknown(String name) {
        return switch (name) {
            case Facet.UNDATED, Facet.OPEN, Facet.CLOSED -> null;
            default -> name;
        };
    }

    private Comparator<Tally> order(Facet facet) {
        Comparator<Tally> byName = Comparator.comparing(tally -> tally.value().name());
        return switch (facet) {
            case KIND -> Comparator.comparingInt((Tally tally) -> -tally.all()).thenComparing(byName);
            case PLACE -> Comparator.comparing((Tally tally) -> tally.value().label(), alphabet)
                    .thenComparing(byName);
            case YEAR, WORK_PACKAGE, SESSION -> Comparator.comparingLong(
                            (Tally tally) -> tally.value().rank())
                    .thenComparing(byName);
        };
    }
}
