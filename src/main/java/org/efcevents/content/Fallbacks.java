package org.efcevents.content;

import java.util.Set;

/**
 * Which texts of a node are in the default language because they have not been translated.
 *
 * <p>Pages mark such texts with {@code lang}, so that a screen reader does not read English with a French voice (WCAG
 * 2.2, 3.1.2).
 *
 * @param language ISO 639 code of the default language
 * @param properties the names of the properties that fell back to it
 */
public record Fallbacks(String language, Set<String> properties) {

    /** Every text is in the requested language. */
    public static final Fallbacks NONE = new Fallbacks(null, Set.of());

    /** Makes a defensive copy of the names. */
    public Fallbacks {
        properties = Set.copyOf(properties);
    }

    /**
     * The language of a property's text if it differs from the page's; null if it is the page's or there is no text.
     */
    public String of(String property) {
        return properties.contains(property) ? language : null;
    }
}
