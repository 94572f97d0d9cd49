package org.efcevents.content;

import java.util.Map;
import java.util.Set;

/**
 * Which texts of a node are in another language than the page's because they have not been translated.
 *
 * <p>Pages mark such texts with {@code lang}, so that a screen reader does not read English with a French voice (WCAG
 * 2.2, 3.1.2).
 *
 * @param languages the BCP 47 tag of the language of each, by the name of its property
 */
public record Fallbacks(Map<String, String> languages) {

    /** Every text is in the requested language. */
    public static final Fallbacks NONE = new Fallbacks(Map.of());

    /** Makes a defensive copy. */
    public Fallbacks {
        languages = Map.copyOf(languages);
    }

    /** The names of the properties that fell back to another language. */
    public Set<String> properties() {
        return languages.keySet();
    }

    /**
     * The language of a property's text if it differs from the page's; null if it is the page's or there is no text.
     */
    public String of(String property) {
        return languages.get(property);
    }
}
