package org.efcevents.content;

import java.util.Set;

/**
 * Which texts of a node are not in the language that was asked for, because only the default language has them.
 *
 * <p>A page says so with {@code lang}, so that a screen reader does not read English words with a French voice (WCAG 2.2,
 * 3.1.2).
 *
 * @param language ISO 639 code of the default language
 * @param properties the names of the properties that fell back to it
 */
public record Fallbacks(String language, Set<String> properties) {

    /** No text fell back. */
    public static final Fallbacks NONE = new Fallbacks(null, Set.of());

    /** Copies the names. */
    public Fallbacks {
        properties = Set.copyOf(properties);
    }

    /** The language that the text is written in, where that is not the page's; null where it is, or there is no text. */
    public String of(String property) {
        return properties.contains(property) ? language : null;
    }
}
