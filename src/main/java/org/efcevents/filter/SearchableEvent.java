package org.efcevents.filter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.efcevents.event.EventSummary;
import org.efcevents.search.SearchTerms;

/**
 * An event with what it can be found by.
 *
 * @param event what lists show of it
 * @param values its values in each facet; none where nothing is known
 * @param texts its texts as {@link SearchTerms#searchable} gives them; none where no words are looked for
 */
public record SearchableEvent(EventSummary event, Map<Facet, List<FacetValue>> values, List<String> texts) {

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * A value that an event can be chosen by.
     *
     * @param name what an address calls it; values with the same name are the same
     * @param label what visitors call it; null where that is a matter of the page's texts
     * @param rank its place among the facet's values, which those of the same rank share by label
     */
    public record FacetValue(String name, String label, long rank) {}

    /**
     * Sorts an event into the facets. A town is named by its name in the default language, without accents and with
     * hyphens ({@code the-hague}), so that an address means the same in every language.
     *
     * @param city the town in the default language; null where it has no name there
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
                        event.date().yearText(),
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
