package org.efcevents.filter;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.filter.SearchableEvent.FacetValue;

/**
 * What a filter finds among events, and what every other choice would find.
 *
 * <p>An event that meets all conditions is found. One that fails in a single facet would be found by another choice in
 * that facet, so it counts there and nowhere else. A single pass over the events therefore counts all choices.
 */
public final class FacetedSearch {

    private final ArchiveFilter filter;
    private final Collator alphabet;
    private final int size;
    private final List<EventSummary> found = new ArrayList<>();
    private final Map<Facet, Map<String, Tally>> tallies = new EnumMap<>(Facet.class);
    private final Map<Facet, Integer> without = new EnumMap<>(Facet.class);
    private int withoutTerms;

    /** A value, the number of events that have it, and how many of them match the other filters. */
    private static final class Tally {
        private final FacetValue value;
        private int all;
        private int left;

        Tally(FacetValue value) {
            this.value = value;
        }
    }

    /**
     * @param events all events that this reader may see
     * @param filter what to find
     * @param alphabet the collation of labels
     */
    public FacetedSearch(List<SearchableEvent> events, ArchiveFilter filter, Collator alphabet) {
        this.filter = filter;
        this.alphabet = alphabet;
        this.size = events.size();
        for (Facet facet : Facet.values()) {
            tallies.put(facet, new HashMap<>());
            without.put(facet, 0);
        }
        events.forEach(this::look);
    }

    private void look(SearchableEvent event) {
        boolean hasWords = filter.terms().isEmpty() || filter.terms().areIn(event.texts());
        int failures = hasWords ? 0 : 1;
        Facet failed = null;
        for (Map.Entry<Facet, String> choice : filter.choices().entrySet()) {
            if (!has(event, choice.getKey(), choice.getValue())) {
                failures++;
                failed = choice.getKey();
            }
        }
        if (failures == 0) {
            found.add(event.event());
        }
        if (failures == 0 || failures == 1 && !hasWords) {
            withoutTerms++;
        }
        for (Facet facet : Facet.values()) {
            boolean left = failures == 0 || failures == 1 && facet == failed;
            if (left) {
                without.merge(facet, 1, Integer::sum);
            }
            for (FacetValue value : event.values().get(facet)) {
                Tally tally = tallies.get(facet).computeIfAbsent(value.name(), name -> new Tally(value));
                tally.all++;
                tally.left += left ? 1 : 0;
            }
        }
    }

    private static boolean has(SearchableEvent event, Facet facet, String name) {
        for (FacetValue value : event.values().get(facet)) {
            if (value.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The events found, in their original order, on all pages. */
    public List<EventSummary> found() {
        return List.copyOf(found);
    }

    /** The number of events without any filter. */
    public int size() {
        return size;
    }

    /**
     * Whether the chosen year lies within the archive: any year from the first with an event to the last, {@code
     * undated}, or no year at all.
     */
    public boolean isWithinYears() {
        String chosen = filter.choice(Facet.YEAR);
        if (chosen.isEmpty() || chosen.equals(Facet.UNDATED)) {
            return true;
        }
        // Years have four digits (ISO 8601), so that they compare as text.
        List<String> years = tallies.get(Facet.YEAR).keySet().stream()
                .filter(name -> !name.equals(Facet.UNDATED))
                .sorted()
                .toList();
        return chosen.matches("[0-9]{4}")
                && !years.isEmpty()
                && years.get(0).compareTo(chosen) <= 0
                && chosen.compareTo(years.get(years.size() - 1)) <= 0;
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
                without.get(facet),
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
                    tally == null ? labelOfUnknown(name) : tally.value.label(),
                    without.get(facet),
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
        String name = tally.value.name();
        return new Choice(
                name,
                tally.value.label(),
                tally.left,
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
        Comparator<Tally> byName = Comparator.comparing(tally -> tally.value.name());
        return switch (facet) {
            case KIND -> Comparator.comparingInt((Tally tally) -> -tally.all).thenComparing(byName);
            case PLACE -> Comparator.comparing((Tally tally) -> tally.value.label(), alphabet)
                    .thenComparing(byName);
            case YEAR, WORK_PACKAGE, SESSION -> Comparator.comparingLong((Tally tally) -> tally.value.rank())
                    .thenComparing(byName);
        };
    }
}
