package org.efcevents.migration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.efcevents.pagetext.WordForms;

/** Countries by the names that pages give them, in the JDK's words and some others, and by their codes. */
final class Countries {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);

    private final Map<String, String> codes = new HashMap<>();

    Countries() {
        for (String code : Locale.getISOCountries()) {
            for (Locale language : LANGUAGES) {
                codes.putIfAbsent(WordForms.letters(new Locale("", code).getDisplayCountry(language)), code);
            }
        }
        codes.put("uk", "GB");
        codes.put("england", "GB");
        codes.put("scotland", "GB");
        codes.put("wales", "GB");
        codes.put("great britain", "GB");
        codes.put("holland", "NL");
        codes.put("czech republic", "CZ");
        codes.put("republique tcheque", "CZ");
        codes.put("turkey", "TR");
        codes.put("usa", "US");
        codes.put("macedonia", "MK");
        codes.put("pays bas", "NL");
    }

    /** The code (ISO 3166-1 alpha-2) of a name, or of a code in capitals; empty if it is no country's. */
    Optional<String> code(String name) {
        String letters = WordForms.letters(name).replaceFirst("^(?:the|la|le|les|l) ", "");
        if (name.strip().matches("[A-Z]{2}")
                && List.of(Locale.getISOCountries()).contains(name.strip())) {
            return Optional.of(name.strip());
        }
        return letters.length() < 2 ? Optional.empty() : Optional.ofNullable(codes.get(letters));
    }
}
