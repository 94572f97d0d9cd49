package org.efcevents.search;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.efcevents.event.EventSummary;
import org.efcevents.search.SearchableEvent.Value;

/**
 * What a filter finds among events, and what every other choice would.
 *
 * <p>An event that fails in nothing is found. One that fails in one dimension alone would be found by another choice in
 * that dimension, so it counts there and nowhere else. One look at each event therefore answers for all choices.
 */
public final class Search {

    private final ArchiveFilter filter;
    private final Collator alphabet;
    private final int size;
    private final List<EventSummary> found = new ArrayList<>();
    private final Map<Dimension, Map<String, Tally>> tallies = new EnumMap<>(Dimension.class);
    private final Map<Dimension, Integer> without = new EnumMap<>(Dimension.class);
    private int withoutWords;

    /** A value, how many events have it, and how many of these the other filters leave. */
    private static final class Tally {
        private final Value value;
        private int all;
        private int left;

        Tally(Value value) {
            this.value = value;
        }
    }

    /**
     * @param events all that this reader may see
     * @param filter what is asked
     * @param alphabet the order of labels
     */
    public Search(List<SearchableEvent> events, ArchiveFilter filter, Collator alphabet) {
        this.filter = filter;
        this.alphabet = alphabet;
        this.size = events.size();
        for (Dimension dimension : Dimension.values()) {
            tallies.put(dimension, new HashMap<>());
            without.put(dimension, 0);
        }
        events.forEach(this::look);
    }

    private void look(SearchableEvent event) {
        boolean hasWords = filter.words().isEmpty() || filter.words().areIn(event.texts());
        int failures = hasWords ? 0 : 1;
        Dimension failed = null;
        for (Map.Entry<Dimension, String> choice : filter.choices().entrySet()) {
            if (!has(event, choice.getKey(), choice.getValue())) {
                failures++;
                failed = choice.getKey();
            }
        }
        if (failures == 0) {
            found.add(event.event());
        }
        if (failures == 0 || failures == 1 && !hasWords) {
            withoutWords++;
        }
        for (Dimension dimension : Dimension.values()) {
            boolean left = failures == 0 || failures == 1 && dimension == failed;
            if (left) {
                without.merge(dimension, 1, Integer::sum);
            }
            for (Value value : event.values().get(dimension)) {
                Tally tally = tallies.get(dimension).computeIfAbsent(value.name(), name -> new Tally(value));
                tally.all++;
                tally.left += left ? 1 : 0;
            }
        }
    }

    private static boolean has(SearchableEvent event, Dimension dimension, String name) {
        for (Value value : event.values().get(dimension)) {
            if (value.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** What the filter finds, in the order of the events; on all pages. */
    public List<EventSummary> found() {
        return List.copyOf(found);
    }

    /** How many events there are without any filter. */
    public int size() {
        return size;
    }

    /**
     * Whether the archive reaches to the chosen year: no year, {@code undated}, and every year from the first that has an
     * event to the last.
     */
    public boolean isWithinYears() {
        String chosen = filter.choice(Dimension.YEAR);
        if (chosen.isEmpty() || chosen.equals(Dimension.UNDATED)) {
            return true;
        }
        // Years have four digits (ISO 8601), so that they compare as text.
        List<String> years = tallies.get(Dimension.YEAR).keySet().stream()
                .filter(name -> !name.equals(Dimension.UNDATED))
                .sorted()
                .toList();
        return chosen.matches("[0-9]{4}")
                && !years.isEmpty()
                && years.get(0).compareTo(chosen) <= 0
                && chosen.compareTo(years.get(years.size() - 1)) <= 0;
    }

    /**
     * The values of a dimension in their order: years newest first, work packages in theirs, kinds the most frequent
     * first, towns by the alphabet. An event counts once for each value that it has.
     */
    public Facet facet(Dimension dimension) {
        String chosen = filter.choice(dimension);
        Map<String, Tally> values = tallies.get(dimension);
        List<Choice> choices = new ArrayList<>(values.values().stream()
                .sorted(order(dimension))
                .map(tally -> choice(dimension, tally))
                .toList());
        if (!chosen.isEmpty() && !values.containsKey(chosen)) {
            choices.add(new Choice(
                    chosen, labelOfUnknown(chosen), 0, true, filter.onPage(1).query()));
        }
        return new Facet(
                dimension.parameter(),
                List.copyOf(choices),
                without.get(dimension),
                chosen,
                filter.without(dimension).query());
    }

    /** The filters in use, the words last. */
    public List<UsedFilter> used() {
        List<UsedFilter> used = new ArrayList<>();
        filter.choices().forEach((dimension, name) -> {
            Tally tally = tallies.get(dimension).get(name);
            used.add(new UsedFilter(
                    dimension.parameter(),
                    name,
                    tally == null ? labelOfUnknown(name) : tally.value.label(),
                    without.get(dimension),
                    filter.without(dimension).query()));
        });
        if (!filter.words().isEmpty()) {
            String typed = filter.words().typed();
            used.add(new UsedFilter(
                    "q", typed, typed, withoutWords, filter.withoutWords().query()));
        }
        return List.copyOf(used);
    }

    private Choice choice(Dimension dimension, Tally tally) {
        String name = tally.value.name();
        return new Choice(
                name,
                tally.value.label(),
                tally.left,
                name.equals(filter.choice(dimension)),
                filter.with(dimension, name).query());
    }

    /** The page's texts know what the archive has, and {@code undated}, {@code open} and {@code closed}. */
    private static String labelOfUnknown(String name) {
        return switch (name) {
            case Dimension.UNDATED, Dimension.OPEN, Dimension.CLOSED -> null;
            default -> name;
        };
    }

    private Comparator<Tally> order(Dimension dimension) {
        Comparator<Tally> byName = Comparator.comparing(tally -> tally.value.name());
        return switch (dimension) {
            case KIND -> Comparator.comparingInt((Tally tally) -> -tally.all).thenComparing(byName);
            case PLACE -> Comparator.comparing((Tally tally) -> tally.value.label(), alphabet)
                    .thenComparing(byName);
            case YEAR, WORK_PACKAGE, SESSION -> Comparator.comparingLong((Tally tally) -> tally.value.rank())
                    .thenComparing(byName);
        };
    }
}
