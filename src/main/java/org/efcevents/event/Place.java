package org.efcevents.event;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;

/**
 * Where an event is held; each part may be null.
 *
 * @param venue the building or room
 * @param city the town
 * @param country ISO 3166-1 alpha-2, such as {@code BE}
 */
public record Place(String venue, String city, String country) {

    static Place of(ContentNode event) {
        return new Place(event.text("venue"), event.text("city"), event.plain("country"));
    }

    /** Whether anything at all is known of the place. */
    public boolean isKnown() {
        return venue != null || city != null || country != null;
    }

    /** The known parts from the smallest to the largest, the country by its name in that language. */
    public String inWords(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String name = country == null ? null : new Locale("", country).getDisplayCountry(locale);
        return Stream.of(venue, city, name).filter(part -> part != null).collect(Collectors.joining(", "));
    }
}
