package org.efcevents.message;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What things are called in the language of an address. Only templates reach Magnolia's message bundles, so whoever needs words
 * says which ({@link #keys}), and gets them from there.
 *
 * @param texts the texts by their keys, such as {@code efc.closed}
 */
public record Messages(Map<String, String> texts) {

    /** What the site is called. */
    public static final String SITE = "efc.site.name";

    private static final String KIND = "efc.kind.";
    private static final String OPEN = "efc.search.open";
    private static final String CLOSED = "efc.closed";
    private static final String UNDATED = "efc.events.undated";
    private static final List<String> SECTIONS = List.of("efc.nav.events", "efc.nav.speakers", "efc.nav.work-packages");

    /** Copies the texts. */
    public Messages {
        texts = Map.copyOf(new HashMap<>(texts));
    }

    /**
     * The keys of the texts that an archive is told with.
     *
     * @param kinds the kinds of event there can be
     */
    public static List<String> keys(Collection<String> kinds) {
        return Stream.of(
                        Stream.of(SITE, OPEN, CLOSED, UNDATED),
                        SECTIONS.stream(),
                        kinds.stream().map(kind -> KIND + kind))
                .flatMap(keys -> keys)
                .toList();
    }

    /**
     * The text of a key.
     *
     * @throws IllegalArgumentException if it was not among {@link #keys}, so that nobody has looked it up
     */
    public String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("The message " + key + " was not looked up: add it to Messages.keys");
        }
        return text;
    }

    /** What each kind of event is called. */
    public Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(KIND)) {
                kinds.put(key.substring(KIND.length()), text);
            }
        });
        return kinds;
    }

    /** What a value of a facet is called that is no proper name: a kind, {@code open}, {@code closed} and {@code undated}. */
    public Map<String, String> facetValues() {
        Map<String, String> values = kinds();
        values.put("open", text(OPEN));
        values.put("closed", text(CLOSED));
        values.put("undated", text(UNDATED));
        return values;
    }
}
