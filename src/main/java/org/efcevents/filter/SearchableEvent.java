package org.efcevents.filter;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.efcevents.event.EventSummary;
import org.efcevents.search.SearchTerms;

/**
 * An event with the values and texts by which it can be found.
 *
 * @param event its summary
 * @param values its values in each facet; empty where nothing is known
 * @param texts its texts as {@link SearchTerms#searchable} gives them; empty if no words are searched for
 */
public record SearchableEvent(EventSummary event, Map<Facet, List<FacetValue>> values, List<String> texts) {

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * A value by which events can be filtered.
     *
     * @param name its name in the query string, which identifies it
     * @param label its label; null if the page has a message for it
     * @param rank its position among the values of the facet; values of equal rank are sorted by label
     */
    public record FacetValue(String name, String label, long rank) {}

    /**
     * Determines an event's values in each facet. Towns are identified by their name in the default language, without
     * accents and with hyphens ({@code the-hague}), so that an address means the same in every language.
     *
     * @param city the town in the default language; null if it has no name there
     */
    public static SearchableEvent of(EventSummary event, String city, List<String> texts) {
        Map<Facet, List<FacetValue>> values = new EnumMap<>(Facet.class);
        values.put(Facet.YEAR, List.of(year(event)));
        values.put(
                Facet.WORK_PACKAGE,
                event.workPackages().stream()
                        .map(group -> new FacetValue(group.slug(), group.label(), group.position()))
                        .distinct()
                        .toList());
        values.put(
                Facet.KIND,
                event.kind() == null
                        ? List.of()
                        : List.of(new FacetValue(event.kind().word(), null, 0)));
        values.put(Facet.PLACE, town(city, event.place().city()));
        values.put(
                Facet.SESSION,
                event.isListedOnly()
                        ? List.of()
                        : List.of(
                                event.closed()
                                        ? new FacetValue(Facet.CLOSED, null, 1)
                                        : new FacetValue(Facet.OPEN, null, 0)));
        return new SearchableEvent(event, values, texts);
    }

    private static FacetValue year(EventSummary event) {
        return event.date().isDated()
                ? new FacetValue(
                        String.format(Locale.ROOT, "%04d", event.date().year().orElseThrow()),
                        event.date().yearText(),
                        -event.date().year().orElseThrow())
                : new FacetValue(Facet.UNDATED, null, Long.MAX_VALUE);
    }

    private static List<FacetValue> town(String stored, String shown) {
        String original = stored == null ? shown : stored;
        if (original == null) {
            return List.of();
        }
        String name = NO_NAME.matcher(SearchTerms.searchable(original))
                .replaceAll(" ")
                .strip()
                .replace(' ', '-');
        return name.isEmpty() ? List.of() : List.of(new FacetValue(name, shown.strip(), 0));
    }
}
