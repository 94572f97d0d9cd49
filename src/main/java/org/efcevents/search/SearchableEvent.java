package org.efcevents.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.efcevents.event.EventSummary;

/**
 * An event with what it can be found by.
 *
 * @param event what lists show of it
 * @param values its values in each dimension; none where nothing is known
 * @param texts its texts as {@link Words#searchable} gives them; none where no words are looked for
 */
public record SearchableEvent(EventSummary event, Map<Dimension, List<Value>> values, List<String> texts) {

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * A value that an event can be chosen by.
     *
     * @param name what an address calls it; values with the same name are the same
     * @param label what visitors call it; null where that is a matter of the page's texts
     * @param rank its place among the dimension's values, which those of the same rank share by label
     */
    public record Value(String name, String label, long rank) {}

    /**
     * Sorts an event into the dimensions. A town is named by its name in the default language, without accents and with
     * hyphens ({@code the-hague}), so that an address means the same in every language.
     *
     * @param city the town in the default language; null where it has no name there
     */
    public static SearchableEvent of(EventSummary event, String city, List<String> texts) {
        Map<Dimension, List<Value>> values = new EnumMap<>(Dimension.class);
        values.put(Dimension.YEAR, List.of(year(event)));
        values.put(
                Dimension.WORK_PACKAGE,
                event.workPackages().stream()
                        .map(group -> new Value(group.slug(), group.label(), group.position()))
                        .distinct()
                        .toList());
        values.put(Dimension.KIND, event.kind() == null ? List.of() : List.of(new Value(event.kind(), null, 0)));
        values.put(Dimension.PLACE, town(city, event.place().city()));
        values.put(
                Dimension.SESSION,
                event.isListedOnly()
                        ? List.of()
                        : List.of(
                                event.closed()
                                        ? new Value(Dimension.CLOSED, null, 1)
                                        : new Value(Dimension.OPEN, null, 0)));
        return new SearchableEvent(event, values, texts);
    }

    private static Value year(EventSummary event) {
        return event.date().isDated()
                ? new Value(
                        event.date().yearText(),
                        event.date().yearText(),
                        -event.date().year().orElseThrow())
                : new Value(Dimension.UNDATED, null, Long.MAX_VALUE);
    }

    private static List<Value> town(String stored, String shown) {
        String original = stored == null ? shown : stored;
        if (original == null) {
            return List.of();
        }
        String name = NO_NAME.matcher(Words.searchable(original))
                .replaceAll(" ")
                .strip()
                .replace(' ', '-');
        return name.isEmpty() ? List.of() : List.of(new Value(name, shown.strip(), 0));
    }
}
