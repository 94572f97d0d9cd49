package org.efcevents.participant;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efcevents.pagetext.Countries;
import org.efcevents.pagetext.Passage;
import org.efcevents.search.SearchTerms;

/** The words by which people are found, of all languages that there is a list of: {@code people_<language>.properties}. */
final class PeopleWords {

    private static final List<String> LANGUAGES = List.of("en", "fr");

    private static final List<String> ROLE_ENDINGS =
            List.of("ologist", "ologists", "ographer", "ographers", "ologue", "ticien", "ticienne", "atrician");

    /** What words are. The name of each in the files is its own in lower case, with hyphens. */
    enum Words {
        HONORIFICS,
        MEMBERS_OF_PARLIAMENT,
        ROLES,
        ROLE_MODIFIERS,
        ORGANISATIONS,
        DEPARTMENTS,
        NO_NAMES,
        BEHIND_NAMES,
        WELL_KNOWN,
        NAME_PARTICLES,
        PARTICLES,
        GIVEN_NAMES,
        GROUPS,
        TALKING,
        OPENING,
        CLOSING,
        CHAIRING,
        ATTENDING,
        ANNOUNCING,
        BY_KEYNOTE,
        BY_SPEAKER,
        BY_PANELLIST,
        BY_CHAIR,
        BY_OPENING,
        BY_CLOSING,
        BY_ATTENDING,
        BY_ANNOUNCING,
        SHARING,
        PLACEHOLDERS,
        LISTING,
        GIVING,
        KEYNOTE_WORDS,
        OPENING_WORDS,
        CLOSING_WORDS,
        OTHERS,
        ELSEWHERE,
        ENDING,
        PRONOUNS,
        ARTICLES,
        AND,
        CONNECTING,
        LEAVING,
        BESIDE,
        FILLING,
        BETWEEN;

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Map<Words, Map<String, List<List<String>>>> phrases = new EnumMap<>(Words.class);
    private final Countries countries = new Countries();
    private final Map<String, String> parliaments = new HashMap<>();

    private PeopleWords() {}

    /** Reads all lists. */
    static PeopleWords read() {
        PeopleWords words = new PeopleWords();
        for (String language : LANGUAGES) {
            words.add(properties(language));
        }
        words.phrases.values().stream()
                .flatMap(phrases -> phrases.values().stream())
                .forEach(phrases -> phrases.sort(Comparator.comparingInt((List<String> phrase) -> phrase.size())
                        .reversed()));
        return words;
    }

    /** Where the longest phrase that begins at a token ends, exclusively; the token itself if none does. */
    int end(Words words, Tokens tokens, int at) {
        if (at < 0 || at >= tokens.size()) {
            return at;
        }
        List<List<String>> candidates = phrases.get(words).get(tokens.get(at).folded());
        if (candidates != null) {
            for (List<String> phrase : candidates) {
                if (stands(phrase, tokens, at)) {
                    return at + phrase.size();
                }
            }
        }
        return words == Words.ROLES && isRole(tokens.get(at).folded()) ? at + 1 : at;
    }

    /** Whether a word that is in no list is a role by its form: “hydrologist”, “commissioner-general”. */
    private boolean isRole(String word) {
        int hyphen = word.indexOf('-');
        if (hyphen > 0) {
            String second = word.substring(hyphen + 1);
            return has(Words.ROLES, word.substring(0, hyphen))
                    && (has(Words.ROLES, second) || has(Words.ROLE_MODIFIERS, second));
        }
        return word.length() > 7 && ROLE_ENDINGS.stream().anyMatch(word::endsWith);
    }

    /** Whether a word, in lower case and without accents, is in a list or begins a phrase of it. */
    boolean has(Words words, String word) {
        return phrases.get(words).containsKey(word);
    }

    private static boolean stands(List<String> phrase, Tokens tokens, int at) {
        for (int i = 1; i < phrase.size(); i++) {
            if (!tokens.is(at + i, phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean begins(Words words, Tokens tokens, int at) {
        return end(words, tokens, at) > at;
    }

    /** Whether a member of a parliament is called so behind the name. */
    boolean isOfParliament(Tokens tokens, int at) {
        return begins(Words.MEMBERS_OF_PARLIAMENT, tokens, at) || tokens.is(at, "mp");
    }

    /** Whether a word ends a name, such as “MP” or “QC”. */
    boolean endsName(Tokens tokens, int at) {
        return isOfParliament(tokens, at) || begins(Words.BEHIND_NAMES, tokens, at);
    }

    /** The code of a country by its name or a code. */
    Optional<String> country(String name) {
        return countries.code(name);
    }

    /** Whether somebody who is called so is a member of the European Parliament. */
    boolean isMember(String role) {
        return parliaments.containsKey(SearchTerms.searchable(role));
    }

    /** What the parliament is called whose members are called so. */
    String parliament(String member) {
        return parliaments.getOrDefault(SearchTerms.searchable(member), parliaments.get("mep"));
    }

    private void add(Properties properties) {
        for (Words words : Words.values()) {
            Map<String, List<List<String>>> all = phrases.computeIfAbsent(words, key -> new HashMap<>());
            for (String phrase : list(properties, words.key())) {
                add(all, phrase);
                if (words == Words.TALKING && phrase.startsWith("a ")) {
                    add(all, phrase.substring(2));
                }
            }
        }
        for (String member : list(properties, Words.MEMBERS_OF_PARLIAMENT.key())) {
            parliaments.put(member, properties.getProperty("parliament"));
        }
    }

    private static void add(Map<String, List<List<String>>> all, String phrase) {
        // an article that has lost its vowel is one only before another word
        boolean elided = phrase.endsWith("'");
        String whole = elided ? phrase + "x" : phrase;
        Tokens tokens = Tokens.of(whole, new Passage(0, whole.length()));
        List<String> folded = IntStream.range(0, elided ? tokens.size() - 1 : tokens.size())
                .mapToObj(i -> tokens.get(i).folded())
                .toList();
        all.computeIfAbsent(folded.get(0), first -> new ArrayList<>()).add(folded);
    }

    private static List<String> list(Properties properties, String key) {
        return Stream.of(properties.getProperty(key, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Properties properties(String language) {
        Properties properties = new Properties();
        try (InputStream file = PeopleWords.class.getResourceAsStream("people_" + language + ".properties")) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
