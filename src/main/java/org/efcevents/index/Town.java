package org.efcevents.index;

import java.util.regex.Pattern;
import org.efcevents.search.SearchTerms;

/**
 * A town by which events are filtered.
 *
 * @param name its name in addresses, the same in every language: that in the default language without accents and with
 *     hyphens, such as {@code the-hague}
 * @param label its name in the language of the page
 */
public record Town(String name, String label) {

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * @param stored the town in the default language; null if it has no name there
     * @param shown the town in the language of the page; null if there is none
     * @return null if there is none, or nothing of it can be in an address
     */
    static Town of(String stored, String shown) {
        String original = stored == null ? shown : stored;
        if (original == null) {
            return null;
        }
        String name = NO_NAME.matcher(SearchTerms.searchable(original))
                .replaceAll(" ")
                .strip()
                .replace(' ', '-');
        return name.isEmpty() ? null : new Town(name, shown.strip());
    }
}
