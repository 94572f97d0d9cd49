package org.efcevents.columns;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.EventField;

/** What the headings of columns say that these have, in English and French. */
final class HeadingWords {

    /** A number behind a name, as of speakers; a language. */
    private static final Pattern NUMBERED = Pattern.compile("(?<words>.*?\\D) ?\\d{1,2}");

    private static final Pattern WITH_LANGUAGE = Pattern.compile(
            "(?<words>.+) (?<language>[a-z]{2}|english|french|anglais|francais|in english|in french|en anglais|en francais)");

    private static final Map<String, String> LANGUAGES = Map.of(
            "english",
            "en",
            "anglais",
            "en",
            "in english",
            "en",
            "en anglais",
            "en",
            "french",
            "fr",
            "francais",
            "fr",
            "in french",
            "fr",
            "en francais",
            "fr");

    /** Of whom something is: “moderator organisation”, “chair s role 2”. */
    private static final Pattern OF_WHOM =
            Pattern.compile("(?<who>.+?)(?: s)?(?: \\d{1,2})? (?<what>[a-z]+(?: title)?)(?: \\d{1,2})?");

    /** “fonction du moderateur”, “organisation de l intervenant 1”. */
    private static final Pattern DE_QUI = Pattern.compile(
            "(?<what>[a-z]+(?: title)?) (?:de la |de l |du |des |de |d |of the |of )(?<who>.+?)(?: \\d{1,2})?");

    private final WordTable english = WordTable.of("headings_en");
    private final WordTable french = WordTable.of("headings_fr");
    private final List<Locale> languages;
    private final List<String> meanings;

    /** @param languages those of the site's content, the first first */
    HeadingWords(List<Locale> languages) {
        this.languages = languages;
        this.meanings = Meaning.all(languages);
    }

    /**
     * What a heading says.
     *
     * @param meaning of its column
     * @param language of its words: {@code en} or {@code fr}; empty if it can be of both
     * @param exact whether it is the name of a field itself
     */
    record Said(String meaning, String language, boolean exact) {}

    /** What a heading says; empty if it is not known. */
    Optional<Said> of(String heading) {
        String stripped = heading.strip();
        if (meanings.contains(stripped)) {
            return Optional.of(new Said(stripped, "", true));
        }
        String words = WordForms.key(stripped);
        Optional<Said> said = words(words);
        if (said.isEmpty()) {
            Matcher numbered = NUMBERED.matcher(words);
            said = numbered.matches() ? words(numbered.group("words").strip()) : said;
        }
        return said.or(() -> withLanguage(words))
                .or(() -> ofWhom(OF_WHOM.matcher(words)))
                .or(() -> ofWhom(DE_QUI.matcher(words)));
    }

    private Optional<Said> ofWhom(Matcher of) {
        if (!of.matches()) {
            return Optional.empty();
        }
        return words(of.group("who"))
                .filter(who -> who.meaning().equals(EventField.PEOPLE.property()))
                .flatMap(who -> words(of.group("what")))
                .filter(what -> what.meaning().startsWith("person."));
    }

    /** Whether a column of a meaning has texts, which are in a language. */
    boolean isText(String meaning) {
        return Meaning.field(meaning).filter(EventField::isInWords).isPresent();
    }

    private Optional<Said> words(String words) {
        Optional<String> inEnglish = english.key(words);
        Optional<String> inFrench = french.key(words);
        if (inEnglish.isEmpty() && inFrench.isEmpty()) {
            return Optional.empty();
        }
        String language = inFrench.isEmpty() ? "en" : inEnglish.isEmpty() ? "fr" : "";
        return Optional.of(new Said(inEnglish.or(() -> inFrench).get(), language, false));
    }

    /** The field that a heading is of in a language that the site does not have. */
    Optional<String> inAnotherLanguage(String heading) {
        Matcher found = WITH_LANGUAGE.matcher(WordForms.key(heading));
        return found.matches() ? words(found.group("words")).map(Said::meaning).filter(this::isText) : Optional.empty();
    }

    private Optional<Said> withLanguage(String words) {
        Matcher found = WITH_LANGUAGE.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        String language = LANGUAGES.getOrDefault(found.group("language"), found.group("language"));
        return words(found.group("words"))
                .flatMap(said -> in(said.meaning(), language))
                .map(meaning -> new Said(meaning, "", true));
    }

    /** A field in a language of the site's; empty if it has no translations, or the site not the language. */
    Optional<String> in(String meaning, String language) {
        Optional<EventField> field = Meaning.field(meaning).filter(EventField::isTranslated);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < languages.size(); i++) {
            if (languages.get(i).getLanguage().equals(language)) {
                return Optional.of(i == 0 ? meaning : field.get().property(languages.get(i)));
            }
        }
        return Optional.empty();
    }
}
