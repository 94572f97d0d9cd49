package org.efcevents.datephrase;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.efcevents.search.SearchTerms;

/** The words that dates are written with, in English, French, German, Dutch, Spanish and Italian; all folded. */
final class DateWords {

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.FRENCH,
            Locale.GERMAN,
            Locale.forLanguageTag("nl"),
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("it"));

    /** That are also other words, so that a number beside them may be anything. */
    private static final Set<String> MONTHS_THAT_ARE_WORDS =
            Set.of("may", "march", "mar", "mars", "set", "ago", "mag", "gen", "dec", "jan", "sept");

    /** That are verbs or names in English if they stand before a year: “set 2015 as the year”. */
    private static final Set<String> ONLY_AFTER_A_DAY = Set.of("set", "ago", "mag", "gen");

    static final Set<String> ORDINALS =
            Set.of("st", "nd", "rd", "th", "er", "ere", "e", "eme", "º", "ª", "o", "a", "de", "ste", "ten");

    static final Set<String> OF = Set.of("of", "de", "d", "del", "di", "dell", "des");

    static final Set<String> ARTICLES = Set.of(
            "the", "le", "les", "la", "den", "der", "dem", "die", "el", "il", "l", "lo", "los", "al", "dal", "am", "on",
            "du", "au");

    static final Set<String> AND = Set.of("and", "et", "und", "en", "y", "e", "ed", "or", "ou", "oder");

    /** Between dates of which only one is meant. */
    static final Set<String> OR = Set.of("or", "ou", "oder");

    static final Set<String> TO = Set.of(
            "to", "au", "aux", "a", "al", "bis", "tot", "until", "till", "through", "thru", "hasta", "fino", "zum",
            "jusqu");

    static final Set<String> ABOUT = Set.of(
            "about",
            "around",
            "circa",
            "ca",
            "approximately",
            "environ",
            "env",
            "vers",
            "etwa",
            "ungefahr",
            "omstreeks",
            "rond",
            "hacia");

    /** Before which a number of a kind that is none of a day: “Article 12”. */
    static final Set<String> NUMBERED = words(
            "article articles art artikel articulo articolo no nr num numero nos n section sections chapter rule paragraph para page"
                    + " pages p pp wp wps table figure fig room salle raum zaal sala version v annex annexe item point session"
                    + " sessions panel issue volume vol number hall floor gate platform stand day jour lot lots gt ag directive regulation"
                    + " package work step part partie question option phase appendix building level bus tram track group");

    /** After which a date is moved and no range begins: “postponed from 3 May to 5 June”. */
    static final Set<String> MOVED = words(
            "postponed moved rescheduled shifted deferred adjourned brought reporte reportee reportes reportees deplace deplacee decale decalee avance"
                    + " avancee verschoben verlegt verplaatst verzet aplazado aplazada rinviato rinviata spostato spostata");

    private static final Set<String> SEASONS = words(
            "spring summer autumn fall winter printemps ete automne hiver fruhling fruhjahr sommer herbst lente voorjaar zomer najaar"
                    + " herfst primavera verano otono invierno estate autunno inverno");

    private static final Set<String> PARTS = words(
            "half quarter semester semestre trimestre trimester halbjahr quartal kwartaal helft moitie week weeks semaine semaines woche"
                    + " weekend early late mid middle end beginning start debut fin courant mi anfang ende mitte begin eind medio begin"
                    + " inizio fine meta principios finales q h s t q1 q2 q3 q4");

    /** After “in May” and the like a number counts something; after “12 May” these make a verb of it. */
    static final Set<String> VERBS_AFTER_MAY = words(
            "be have apply not also need use take want wish come go get give make only still well then no find see do bring help lead");

    private final Map<String, Month> months = new HashMap<>();
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();

    DateWords() {
        for (Locale language : LANGUAGES) {
            for (TextStyle style : TextStyle.values()) {
                if (style != TextStyle.NARROW && style != TextStyle.NARROW_STANDALONE) {
                    for (Month month : Month.values()) {
                        add(months, month.getDisplayName(style, language), month);
                    }
                    for (DayOfWeek day : DayOfWeek.values()) {
                        add(weekdays, day.getDisplayName(style, language), day);
                    }
                }
            }
        }
        Map.of("sept", 9, "fev", 2, "fevr", 2, "aou", 8, "maerz", 3, "janv", 1, "juill", 7, "mrz", 3, "setiembre", 9)
                .forEach((name, number) -> months.putIfAbsent(name, Month.of(number)));
        // In Austria.
        Map.of("janner", 1, "jaenner", 1, "feber", 2)
                .forEach((name, number) -> months.putIfAbsent(name, Month.of(number)));
        Map.of("tues", 2, "thur", 4, "thurs", 4, "weds", 3)
                .forEach((name, day) -> weekdays.put(name, DayOfWeek.of(day)));
    }

    private static <T> void add(Map<String, T> names, String name, T value) {
        String plain = name.replace(".", "");
        names.putIfAbsent(SearchTerms.searchable(plain), value);
        // Pages lose letters with accents: “dcembre”.
        String lost = plain.replaceAll("[^\\p{ASCII}]", "").toLowerCase(Locale.ROOT);
        if (lost.length() > 2) {
            names.putIfAbsent(lost, value);
        }
    }

    /** The words of a list with a space between each. */
    static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    /** The month that a word names; 0 if it names none. */
    int month(String word) {
        Month month = word.length() < 3 ? null : months.get(word);
        return month == null ? 0 : month.getValue();
    }

    boolean isMonthOrAnotherWord(String word) {
        return MONTHS_THAT_ARE_WORDS.contains(word);
    }

    boolean isMonthBeforeYear(String word) {
        return month(word) > 0 && !ONLY_AFTER_A_DAY.contains(word);
    }

    /** The day of the week that a word of three letters or more names, from 1 for Monday. */
    OptionalInt weekday(String word) {
        DayOfWeek day = word.length() < 3 ? null : weekdays.get(word);
        return day == null ? OptionalInt.empty() : OptionalInt.of(day.getValue());
    }

    /** Whether it is the German or Dutch abbreviation of a day of the week, which may be another word too. */
    boolean isShortWeekday(String word) {
        return word.length() == 2 && weekdays.containsKey(word);
    }

    /** A season, or a part of a year or month: after it the year is all of the date that can be told. */
    boolean isPart(String word) {
        return SEASONS.contains(word) || PARTS.contains(word);
    }

    /** A part of a month; seasons are named beside one for something else: “Winter school January 2014”. */
    boolean isPartOfMonth(String word) {
        return PARTS.contains(word);
    }

    boolean isSeason(String word) {
        return SEASONS.contains(word);
    }

    int century(int twoDigits) {
        return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
    }
}
