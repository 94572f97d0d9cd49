package org.efcevents.filter;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.index.IndexedEvent;
import org.efcevents.index.Term;
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
    private final int size;
    private final List<IndexedEvent> found = new ArrayList<>();
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
     * @param hasWords whether an event has the words that the filter searches for
     * @param workPackages the work package with an identifier; null if this reader may not see it
     * @param alphabet the collation of labels
     */
    public FacetedSearch(
            List<IndexedEvent> events,
            ArchiveFilter filter,
            Predicate<IndexedEvent> hasWords,
            Function<String, WorkPackage> workPackages,
            Collator alphabet) {
        this.filter = filter;
        this.workPackages = workPackages;
        this.alphabet = alphabet;
        this.size = events.size();
        this.year = year(filter.choice(Facet.YEAR));
        FacetCounter<String> years = new FacetCounter<>();
        FacetCounter<String> groups = new FacetCounter<>();
        FacetCounter<String> kinds = new FacetCounter<>();
        FacetCounter<Town> towns = new FacetCounter<>();
        FacetCounter<String> sessions = new FacetCounter<>();
        boolean[] left = new boolean[FACETS.length];
        for (IndexedEvent event : events) {
            look(event, filter.terms().isEmpty() || hasWords.test(event), left);
            years.count(event.year(), "", left[Facet.YEAR.ordinal()]);
            for (Term<String> group : event.workPackages()) {
                groups.count(group.number(), group.value(), left[Facet.WORK_PACKAGE.ordinal()]);
            }
            if (event.kindTerm() != null) {
                kinds.count(event.kindTerm().number(), event.kindTerm().value().word(), left[Facet.KIND.ordinal()]);
            }
            if (event.town() != null) {
                towns.count(event.town().number(), event.town().value(), left[Facet.PLACE.ordinal()]);
            }
            if (!event.isListedOnly()) {
                sessions.count(event.isClosed() ? 1 : 0, session(event), left[Facet.SESSION.ordinal()]);
            }
        }
        for (Facet facet : FACETS) {
            tallies.put(facet, new HashMap<>());
        }
        years.forEach((year, none, all, matching) -> tally(
                Facet.YEAR,
                year == 0
                        ? new FacetValue(Facet.UNDATED, null, Long.MAX_VALUE)
                        : new FacetValue(fourDigits(year), Integer.toString(year), -year),
                all,
                matching));
        groups.forEach((number, id, all, matching) -> {
            WorkPackage group = workPackages.apply(id);
            if (group != null) {
                tally(Facet.WORK_PACKAGE, new FacetValue(group.slug(), group.label(), group.position()), all, matching);
            }
        });
        kinds.forEach((number, word, all, matching) -> tally(Facet.KIND, new FacetValue(word, null, 0), all, matching));
        towns.forEach((number, town, all, matching) ->
                tally(Facet.PLACE, new FacetValue(town.name(), town.label(), 0), all, matching));
        sessions.forEach((number, session, all, matching) ->
                tally(Facet.SESSION, new FacetValue(session, null, number), all, matching));
    }

    private void tally(Facet facet, FacetValue value, int all, int left) {
        tallies.get(facet).merge(value.name(), new Tally(value, all, left), Tally::with);
    }

    /** @param left takes, for each facet, whether the event matches all filters but those of that facet */
    private void look(IndexedEvent event, boolean hasWords, boolean[] left) {
        int failures = hasWords ? 0 : 1;
        Facet failed = null;
        for (Map.Entry<Facet, String> choice : filter.choices().entrySet()) {
            if (!has(event, choice.getKey(), choice.getValue())) {
                failures++;
                failed = choice.getKey();
            }
        }
        if (failures == 0) {
            found.add(event);
        }
        if (failures == 0 || failures == 1 && !hasWords) {
            withoutTerms++;
        }
        for (Facet facet : FACETS) {
            boolean matches = failures == 0 || failures == 1 && facet == failed;
            left[facet.ordinal()] = matches;
            without[facet.ordinal()] += matches ? 1 : 0;
        }
    }

    private boolean has(IndexedEvent event, Facet facet, String name) {
        return switch (facet) {
            case YEAR -> event.year() == year;
            case WORK_PACKAGE -> isHeldBy(event, name);
            case KIND -> event.kind() != null && name.equals(event.kind().word());
            case PLACE -> event.town() != null
                    && name.equals(event.town().value().name());
            case SESSION -> !event.isListedOnly() && name.equals(session(event));
        };
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

    private boolean isHeldBy(IndexedEvent event, String slug) {
        for (Term<String> held : event.workPackages()) {
            WorkPackage group = workPackages.apply(held.value());
            if (group != null && group.slug().equals(slug)) {
                return true;
            }
        }
        return false;
    }

    private static String session(IndexedEvent event) {
        return event.isClosed() ? Facet.CLOSED : Facet.OPEN;
    }

    /** The events found, in their original order, on all pages. */
    public List<IndexedEvent> found() {
        return Collections.unmodifiableList(found);
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
