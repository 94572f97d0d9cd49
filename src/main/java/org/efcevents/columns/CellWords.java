package org.efcevents.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.content.OpenEnum;
import org.efcevents.event.EventKind;
import org.efcevents.event.EventStatus;
import org.efcevents.event.Part;
import org.efcevents.pagetext.Countries;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.EventField;

/** What the words of cells are in the notation of {@link EventField}; empty where they are not understood. */
final class CellWords {

    private static final Pattern PACKAGE =
            Pattern.compile("(?i)(?:WP|work ?package|lot(?: de travail)?|LT)[ .-]?(?<number>\\d{1,3})");
    private static final Pattern PACKAGES = Pattern.compile("\\s*(?:[;,/&+\\n]|\\band\\b|\\bet\\b)\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:[ \\u00a0\\u202f,.’']\\d{3})+|\\d{1,9}");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,10}[ -]?\\d{1,4}[a-z]?");

    /** Signs alone. */
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{P}\\p{S}]+");

    private static final Pattern ERROR = Pattern.compile(
            "\\s*(?:#(?:N/A|N/D|REF!|VALUE!|VALEUR!|NAME\\?|NOM\\?|DIV/0!|NULL!|NUL!|NUM!|NOMBRE!|SPILL!|CALC!|GETTING_DATA)|Err:\\d{3})\\s*");

    /** The beginning of how programs count days, which they show for none. */
    private static final Pattern ZERO_DATE = Pattern.compile(
            "\\s*(?:1900-01-00|1899-12-3[01]|0000-00-00|0?0?[/.]0?1[/.](?:19)?00|0?1[/.]0?0[/.](?:19)?00|00[/.]00[/.](?:00)?00|30[/.]12[/.]1899|12/30/1899)"
                    + "(?:[T ]00:00(?::00(?:\\.0+)?)?)?\\s*");

    private static final Pattern TALLY = Pattern.compile("\\s*[:=]?\\s*\\d[\\d\\s.,]*$");

    private final WordTable values = WordTable.of("values");
    private final Countries countries = new Countries();
    private final Map<String, String> languages = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> labels;

    /** @param labels of the kinds of events that the site has, by their words */
    CellWords(Map<String, String> labels) {
        this.labels = Map.copyOf(labels);
        labels.forEach((word, label) -> kinds.put(WordForms.key(label), word));
        labels.keySet().forEach(word -> kinds.put(WordForms.key(word), word));
        EventKind.words().forEach(word -> kinds.put(WordForms.key(word), word));
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.forLanguageTag(code);
            for (Locale in : List.of(Locale.ENGLISH, Locale.FRENCH, language)) {
                languages.putIfAbsent(WordForms.key(language.getDisplayLanguage(in)), code);
            }
        }
    }

    /** The kind that is called so. */
    Optional<String> kind(String text) {
        return Optional.ofNullable(kinds.get(WordForms.key(text))).or(() -> values.word("kind", text));
    }

    /** The kind that comes nearest to what is called so, where none is. */
    Optional<String> nearKind(String text) {
        return values.word("like", text);
    }

    /** What the site calls a kind. */
    String kindLabel(String kind) {
        return labels.getOrDefault(kind, kind);
    }

    /** Whether a text says anything; not so “tbc”, “N/A”, a dash, or what spreadsheets put where a formula came to nothing. */
    boolean isSaid(String text) {
        return !NOTHING.matcher(text).matches()
                && !ERROR.matcher(text).matches()
                && !ZERO_DATE.matcher(text).matches()
                && values.word("nothing", text).isEmpty();
    }

    /** Whether a text names the sum of what is above it. */
    boolean isTotal(String text) {
        return values.word("total", TALLY.matcher(text).replaceFirst("")).isPresent();
    }

    Optional<String> status(String text) {
        return values.word("status", text).or(() -> Optional.of(text)
                .filter(word -> OpenEnum.of(EventStatus.class, word).constant() != null));
    }

    Optional<String> part(String text) {
        return values.word("part", text).or(() -> Optional.of(text)
                .filter(word -> OpenEnum.of(Part.class, word).constant() != null));
    }

    /** {@link EventField#YES}, or an empty text. */
    Optional<String> flag(String text) {
        return values.word("flag", text).map(word -> word.equals("yes") ? EventField.YES : "");
    }

    Optional<String> country(String text) {
        return countries.code(text);
    }

    /** In digits, and whether there is nothing else. */
    Optional<String> number(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        return number.matches() ? Optional.of(NO_DIGITS.matcher(text).replaceAll("")) : Optional.empty();
    }

    /** As tags, parted as lists are. */
    Optional<String> languages(String text) {
        List<String> tags = new ArrayList<>();
        for (String name : text.split("\\s*(?:[;,/&+\\n]|\\band\\b|\\bet\\b)\\s*")) {
            String stripped = name.strip();
            String tag = stripped.matches("[a-z]{2,3}(?:-[A-Za-z]{2,4})?|[A-Z]{2}") && isTag(stripped)
                    ? stripped.length() == 2 ? stripped.toLowerCase(Locale.ROOT) : stripped
                    : languages.get(WordForms.key(stripped));
            if (tag == null) {
                return Optional.empty();
            }
            tags.add(tag);
        }
        return Optional.of(String.join(EventField.BETWEEN, tags));
    }

    private boolean isTag(String text) {
        return languages.containsValue(text.toLowerCase(Locale.ROOT).replaceFirst("-.*", ""));
    }

    /** As codes, parted as lists are. */
    Optional<String> workPackages(String text) {
        List<String> codes = new ArrayList<>();
        for (String name : PACKAGES.split(text.strip())) {
            Matcher numbered = PACKAGE.matcher(name);
            if (name.matches("WP\\d{1,3}")) {
                codes.add(name);
            } else if (numbered.matches()) {
                codes.add("WP" + Integer.parseInt(numbered.group("number")));
            } else if (name.matches("\\d{1,2}")) {
                codes.add("WP" + name);
            } else if (CODE.matcher(name).matches()) {
                codes.add(name);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(String.join(EventField.BETWEEN, codes));
    }
}
