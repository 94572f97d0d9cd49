package org.efcevents.imports;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.efcevents.pagetext.Countries;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedEvent;

/**
 * Where an event would take place. Texts are empty for nothing.
 *
 * @param venue where in the city
 * @param city its name
 * @param country in words, as it is shown and typed
 * @param code that of the country, as it is stored; empty if what is typed is no country
 */
public record ProposedPlace(String venue, String city, String country, Optional<String> code) {

    /**
     * What is stated, with what an editor says.
     *
     * @param locale in which countries are named for the editor
     */
    static ProposedPlace of(StatedEvent stated, Correction correction, Countries countries, Locale locale) {
        String code = stated.text(EventField.COUNTRY);
        String named = code.matches("[A-Z]{2}") ? new Locale("", code).getDisplayCountry(locale) : code;
        String typed = Objects.requireNonNullElse(correction.country(), named).strip();
        return new ProposedPlace(
                Objects.requireNonNullElse(correction.venue(), stated.text(EventField.VENUE)),
                Objects.requireNonNullElse(correction.city(), stated.text(EventField.CITY)),
                typed,
                typed.isEmpty() || typed.equals(named)
                        ? Optional.of(typed.isEmpty() ? "" : code)
                        : countries.code(typed));
    }
}
