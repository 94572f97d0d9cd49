package org.efcevents.pagetext;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Countries by the names that pages give them, in the JDK's words and some others, and by their codes. */
public final class Countries {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("u k", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("grande bretagne", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("usa", "US"),
            Map.entry("u s", "US"),
            Map.entry("u s a", "US"),
            Map.entry("holland", "NL"),
            Map.entry("czech republic", "CZ"),
            Map.entry("republique tcheque", "CZ"),
            Map.entry("turkey", "TR"),
            Map.entry("macedonia", "MK"));

    private static final Pattern ARTICLE = Pattern.compile("^(?:the|la|le|les|l) ");

    /** Names so short are words of a language, too, unless they are in capitals. */
    private static final int SHORT = 3;

    private final Map<String, String> codes = new HashMap<>(OTHERS);

    /** Reads the names from the JDK. */
    public Countries() {
        for (String code : CODES) {
            for (Locale language : LANGUAGES) {
                codes.putIfAbsent(WordForms.letters(new Locale("", code).getDisplayCountry(language)), code);
            }
        }
    }

    /** The code (ISO 3166-1 alpha-2) of a name, or of a code in capitals; empty if it is no country's. */
    public Optional<String> code(String name) {
        String stripped = name.strip();
        if (CODES.contains(stripped)) {
            return Optional.of(stripped);
        }
        String letters = ARTICLE.matcher(WordForms.letters(name)).replaceFirst("");
        return Optional.ofNullable(codes.get(letters))
                .filter(code -> letters.length() > SHORT || stripped.equals(stripped.toUpperCase(Locale.ROOT)));
    }
}
