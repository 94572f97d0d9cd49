package org.efcevents.event;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;

/**
 * Where an event takes place; each part may be null.
 *
 * @param venue the building or room
 * @param city the town
 * @param country ISO 3166-1 alpha-2, such as {@code BE}
 * @param fallbacks which of {@code venue} and {@code city} are in another language
 */
public record Place(String venue, String city, String country, Fallbacks fallbacks) {

    /** Reads the place of an event. */
    public static Place of(ContentNode event) {
        return new Place(
                event.text("venue"), event.text("city"), event.rawText("country"), event.fallbacks("venue", "city"));
    }

    /** Whether any part of the place is known. */
    public boolean isKnown() {
        return venue != null || city != null || country != null;
    }

    /**
     * A part of a place; {@code language} is the language it is written in if that differs from the page's, else null.
     */
    public record PlacePart(String text, String language) {}

    /** The known parts from smallest to largest, each with its language. The country is named in the given language. */
    public List<PlacePart> parts(String language) {
        return Stream.of(
                        new PlacePart(venue, fallbacks.of("venue")),
                        new PlacePart(city, fallbacks.of("city")),
                        new PlacePart(countryIn(language), null))
                .filter(part -> part.text() != null)
                .toList();
    }

    /** The known parts as text, from smallest to largest, with the country named in the given language. */
    public String inWords(String language) {
        return parts(language).stream().map(PlacePart::text).collect(Collectors.joining(", "));
    }

    private String countryIn(String language) {
        return country == null ? null : new Locale("", country).getDisplayCountry(Locale.forLanguageTag(language));
    }
}
