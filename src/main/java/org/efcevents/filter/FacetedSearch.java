package org.efcevents.filter;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efcevents.date.Phase;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.index.Column;
import org.efcevents.index.EventSelection;
import org.efcevents.index.EventTable;
import org.efcevents.index.PageOrder;
import org.efcevents.workpackage.WorkPackage;

/**
 * What a filter finds among events, and what every other choice would find.
 *
 * <p>An event that meets all conditions is found. One that fails in a single facet would be found by another choice in
 * that facet, so it counts there and nowhere else; and one that fails in nothing but words, dates or speakers would be found
 * without them. A single pass over the events therefore counts all choices.
 */
public final class FacetedSearch {

    private static final Facet[] FACETS = Facet.values();

    private final ArchiveFilter filter;
    private final Function<String, WorkPackage> workPackages;
    private final Collator alphabet;
    private final PageOrder order;
    private final EventSelection events;
    private final List<ChosenSpeaker> speakers;
    private final EventSelection found;
    private final Map<Facet, Map<String, Tally>> tallies = new EnumMap<>(Facet.class);

    // How many events have a value and match all filters but those of its facet, by the number of the value in its
    // column.
    private final int[][] left = new int[FACETS.length][];

    // How many match all filters but these.
    private final int[] without = new int[FACETS.length];
    private final int[] withoutSpeaker;
    private int withoutFrom;
    private int withoutTo;
    private int withoutTerms;

    /** A value, the number of events that have it, and how many of them match the other filters. */
    private record Tally(FacetValue value, int all, int left) {

        Tally with(Tally other) {
            return new Tally(value, all + other.all, left + other.left);
        }
    }

    /**
     * @param order all events that this reader may see
     * @param filter what to find
     * @param hasWords whether the event in a row has the words that the filter searches for
     * @param speakers the speakers of the filter, in its order
     * @param workPackages the work package with an identifier; null if this reader may not see it
     * @param alphabet the collation of labels
     */
    public FacetedSearch(
            PageOrder order,
            ArchiveFilter filter,
            IntPredicate hasWords,
            List<ChosenSpeaker> speakers,
            Function<String, WorkPackage> workPackages,
            Collator alphabet) {
        this.filter = filter;
        this.speakers = List.copyOf(speakers);
        this.workPackages = workPackages;
        this.alphabet = alphabet;
        this.order = order;
        this.events = order.events();
        this.withoutSpeaker = new int[speakers.size()];
        for (Facet facet : FACETS) {
            left[facet.ordinal()] = new int[column(facet).size()];
            tallies.put(facet, new HashMap<>());
        }
        this.found = filter.isEmpty() ? all() : look(hasWords);
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
            case PHASE -> order.phases();
        };
    }

    private List<FacetValue> values(Facet facet, Object value) {
        return FacetValue.of(facet, value, workPackages);
    }

    private EventSelection all() {
        for (Facet facet : FACETS) {
            Column<?> column = column(facet);
            Arrays.setAll(left[facet.ordinal()], column::count);
        }
        Arrays.fill(without, events.size());
        return events;
    }

    private EventSelection look(IntPredicate hasWords) {
        Facet[] chosen = filter.choices().keySet().toArray(new Facet[0]);
        boolean[][] accepted = new boolean[FACETS.length][];
        for (Facet facet : chosen) {
            accepted[facet.ordinal()] = accepted(facet, filter.choices(facet));
        }
        Column<?>[] columns = Arrays.stream(FACETS).map(this::column).toArray(Column<?>[]::new);
        EventTable table = events.table();
        boolean words = !filter.terms().isEmpty();
        boolean dates = !filter.period().isEmpty();
        IntPredicate within = filter.period().rows(table);
        IntPredicate before = filter.period().withoutFrom().rows(table);
        IntPredicate after = filter.period().withoutTo().rows(table);
        return events.where(row -> {
            Facet failed = null;
            for (Facet facet : chosen) {
                if (!accepted[facet.ordinal()][columns[facet.ordinal()].number(row)]) {
                    if (failed != null) {
                        return false;
                    }
                    failed = facet;
                }
            }
            boolean lacksWords = words && !hasWords.test(row);
            boolean lacksSpeaker = !speakers.isEmpty() && !isWithSpeaker(row, -1);
            boolean isElsewhen = dates && !within.test(row);
            if (failed != null) {
                if (!lacksWords && !lacksSpeaker && !isElsewhen) {
                    count(failed, columns, row);
                }
                return false;
            }
            if (!lacksSpeaker && !isElsewhen) {
                withoutTerms++;
            }
            if (!lacksWords && !isElsewhen) {
                countSpeakers(row);
            }
            if (dates && !lacksWords && !lacksSpeaker) {
                withoutFrom += before.test(row) ? 1 : 0;
                withoutTo += after.test(row) ? 1 : 0;
            }
            if (lacksWords || lacksSpeaker || isElsewhen) {
                return false;
            }
            for (Facet facet : FACETS) {
                count(facet, columns, row);
            }
            return true;
        });
    }

    private void count(Facet facet, Column<?>[] columns, int row) {
        without[facet.ordinal()]++;
        left[facet.ordinal()][columns[facet.ordinal()].number(row)]++;
    }

    /** Whether one of the speakers took part, other than that in a position. */
    private boolean isWithSpeaker(int row, int butFor) {
        for (int i = 0; i < speakers.size(); i++) {
            if (i != butFor && speakers.get(i).tookPart().test(row)) {
                return true;
            }
        }
        return false;
    }

    private void countSpeakers(int row) {
        for (int i = 0; i < withoutSpeaker.length; i++) {
            withoutSpeaker[i] += withoutSpeaker.length == 1 || isWithSpeaker(row, i) ? 1 : 0;
        }
    }

    /** Which values of a column are among these choices. */
    private boolean[] accepted(Facet facet, List<String> names) {
        Column<?> column = column(facet);
        Set<String> chosen = Set.copyOf(names);
        boolean[] accepted = new boolean[column.size()];
        for (int number = 0; number < accepted.length; number++) {
            accepted[number] =
                    values(facet, column.value(number)).stream().anyMatch(value -> chosen.contains(value.name()));
        }
        return accepted;
    }

    /** How many events there would be without one of the choices in a facet. */
    private int countWithout(Facet facet, String name) {
        ArchiveFilter others = filter.without(facet, name);
        if (others.choices(facet).isEmpty()) {
            return without[facet.ordinal()];
        }
        boolean[] accepted = accepted(facet, others.choices(facet));
        return IntStream.range(0, accepted.length)
                .filter(number -> accepted[number])
                .map(number -> left[facet.ordinal()][number])
                .sum();
    }

    private void tally(Facet facet, FacetValue value, int all, int left) {
        tallies.get(facet).merge(value.name(), new Tally(value, all, left), Tally::with);
    }

    /** Whether this is a year as in addresses. */
    private static boolean isYear(String chosen) {
        return chosen.matches("[0-9]{4}") && !chosen.equals("0000");
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
     * Whether any of the chosen years lies within the archive: any year from the first with an event to the last, {@code
     * undated}, or no year at all.
     */
    public boolean isWithinYears() {
        List<String> chosen = filter.choices(Facet.YEAR);
        return chosen.isEmpty() || chosen.stream().anyMatch(this::isWithinYears);
    }

    private boolean isWithinYears(String chosen) {
        if (chosen.equals(Facet.UNDATED)) {
            return true;
        }
        LongSummaryStatistics years = tallies.get(Facet.YEAR).values().stream()
                .mapToLong(tally -> -tally.value().rank())
                .filter(rank -> rank > 0)
                .summaryStatistics();
        return isYear(chosen)
                && years.getMin() <= Integer.parseInt(chosen)
                && Integer.parseInt(chosen) <= years.getMax();
    }

    /**
     * The values of a facet in order: years newest first, work packages by position, kinds by frequency, towns
     * alphabetically. An event counts once for each of its values.
     */
    public FacetCounts facet(Facet facet) {
        List<String> chosen = filter.choices(facet);
        Map<String, Tally> values = tallies.get(facet);
        Stream<Choice> known = values.values().stream().sorted(order(facet)).map(tally -> choice(facet, tally));
        Stream<Choice> unknown = chosen.stream()
                .filter(name -> !values.containsKey(name))
                .map(name -> new Choice(
                        name,
                        labelOfUnknown(facet, name),
                        0,
                        true,
                        filter.with(facet, List.of(name)).query()));
        return new FacetCounts(
                facet.parameter(),
                Stream.concat(known, unknown).toList(),
                without[facet.ordinal()],
                chosen,
                filter.without(facet).query());
    }

    /** The filters in use, each value by itself, with the search terms last. */
    public List<ActiveFilter> activeFilters() {
        List<ActiveFilter> used = new ArrayList<>();
        filter.choices()
                .forEach((facet, names) -> names.forEach(name -> {
                    Tally tally = tallies.get(facet).get(name);
                    used.add(new ActiveFilter(
                            facet.parameter(),
                            name,
                            tally == null
                                    ? labelOfUnknown(facet, name)
                                    : tally.value().label(),
                            countWithout(facet, name),
                            filter.without(facet, name).query()));
                }));
        Period period = filter.period();
        if (!period.from().isEmpty()) {
            used.add(date(ArchiveFilter.FROM, period.from(), withoutFrom, period.withoutFrom()));
        }
        if (!period.to().isEmpty()) {
            used.add(date(ArchiveFilter.TO, period.to(), withoutTo, period.withoutTo()));
        }
        for (int i = 0; i < speakers.size(); i++) {
            ChosenSpeaker speaker = speakers.get(i);
            used.add(new ActiveFilter(
                    ArchiveFilter.SPEAKER,
                    speaker.slug(),
                    speaker.name(),
                    withoutSpeaker[i],
                    filter.withoutSpeaker(speaker.slug()).query()));
        }
        if (!filter.terms().isEmpty()) {
            String typed = filter.terms().typed();
            used.add(new ActiveFilter(
                    ArchiveFilter.WORDS,
                    typed,
                    typed,
                    withoutTerms,
                    filter.withoutTerms().query()));
        }
        return List.copyOf(used);
    }

    private ActiveFilter date(String parameter, AskedDate date, int count, Period without) {
        return new ActiveFilter(
                parameter,
                date.typed(),
                date.typed(),
                count,
                filter.with(without).query());
    }

    private Choice choice(Facet facet, Tally tally) {
        String name = tally.value().name();
        return new Choice(
                name,
                tally.value().label(),
                tally.left(),
                filter.choices(facet).contains(name),
                filter.with(facet, List.of(name)).query());
    }

    /** The page has messages for these, and for the values in the archive. */
    private static String labelOfUnknown(Facet facet, String name) {
        return switch (facet) {
            case YEAR -> name.equals(Facet.UNDATED) ? null : name;
            case SESSION -> List.of(Facet.OPEN, Facet.CLOSED).contains(name) ? null : name;
            case PHASE -> Phase.words().contains(name) ? null : name;
            case WORK_PACKAGE, KIND, PLACE -> name;
        };
    }

    private Comparator<Tally> order(Facet facet) {
        Comparator<Tally> byName = Comparator.comparing(tally -> tally.value().name());
        return switch (facet) {
            case KIND -> Comparator.comparingInt((Tally tally) -> -tally.all()).thenComparing(byName);
            case PLACE -> Comparator.comparing((Tally tally) -> tally.value().label(), alphabet)
                    .thenComparing(byName);
            case YEAR, WORK_PACKAGE, SESSION, PHASE -> Comparator.comparingLong(
                            (Tally tally) -> tally.value().rank())
                    .thenComparing(byName);
        };
    }
}
