package org.efcevents.message;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.efcevents.event.ItemKind;

/**
 * Messages in the language of an address. Only templates have access to Magnolia's message bundles; they look up {@link
 * #keys} and pass the texts in.
 *
 * @param texts the texts by key, such as {@code efc.closed}
 */
public record Messages(Map<String, String> texts) {

    /** The key of the site's name. */
    public static final String SITE = "efc.site.name";

    /** The key of what precedes the name of an event's organiser in a text. */
    public static final String ORGANISER = "efc.event.calendar.organiser";

    /** The key of what precedes the address where to register. */
    public static final String REGISTRATION = "efc.event.calendar.registration";

    /** The same where one has to register until a day, which stands in it as {@code {0}}. */
    public static final String DEADLINE = "efc.event.calendar.deadline";

    /** The key of what stands above a programme. */
    public static final String PROGRAMME = "efc.event.programme";

    /** The key of what a day of a programme is called whose date is not known, with its number as {@code {0}}. */
    public static final String PROGRAMME_DAY = "efc.event.programme.day";

    /** The key of what the archive is as a set of data. */
    public static final String DATASET = "efc.dataset.description";

    private static final String KIND = "efc.kind.";
    private static final String ITEM = "efc.item.";

    /** Values of filters that are no proper names, and the names of filters whose values say nothing without them. */
    private static final Map<String, String> FACET_VALUES = Map.of(
            "open", "efc.search.open",
            "closed", "efc.closed",
            "undated", "efc.events.undated",
            "upcoming", "efc.search.upcoming",
            "ongoing", "efc.events.ongoing",
            "past", "efc.search.past",
            "from", "efc.search.from",
            "to", "efc.search.to");

    private static final List<String> SECTIONS = List.of("efc.nav.events", "efc.nav.speakers", "efc.nav.work-packages");

    /** Makes a defensive copy of the texts. */
    public Messages {
        texts = Map.copyOf(new HashMap<>(texts));
    }

    /**
     * The keys of all messages that channels need.
     *
     * @param kinds the kinds of event that may occur
     */
    public static List<String> keys(Collection<String> kinds) {
        return Stream.of(
                        Stream.of(SITE, ORGANISER, REGISTRATION, DEADLINE, PROGRAMME, PROGRAMME_DAY, DATASET),
                        ItemKind.words().stream().map(kind -> ITEM + kind),
                        FACET_VALUES.values().stream().sorted(),
                        SECTIONS.stream(),
                        kinds.stream().map(kind -> KIND + kind))
                .flatMap(keys -> keys)
                .toList();
    }

    /**
     * The text with a key.
     *
     * @throws IllegalArgumentException if it has not been looked up because it is missing from {@link #keys}
     */
    public String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("The message " + key + " was not looked up: add it to Messages.keys");
        }
        return text;
    }

    /** The labels of the kinds of event. */
    public Map<String, String> kinds() {
        return family(KIND);
    }

    /** The labels of the kinds of items of programmes, but for those that a site has added. */
    public Map<String, String> itemKinds() {
        return family(ITEM);
    }

    private Map<String, String> family(String prefix) {
        Map<String, String> family = new HashMap<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                family.put(key.substring(prefix.length()), text);
            }
        });
        return family;
    }

    /**
     * The labels of facet values that are not proper names: kinds, {@code open}, {@code closed}, {@code undated} and phases; and of
     * {@code from} and {@code to}.
     */
    public Map<String, String> facetValues() {
        Map<String, String> values = kinds();
        FACET_VALUES.forEach((value, key) -> values.put(value, text(key)));
        return values;
    }
}
