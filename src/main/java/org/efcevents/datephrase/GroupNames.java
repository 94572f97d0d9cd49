package org.efcevents.datephrase;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.efcevents.pagetext.WordForms;

/** Whether words are the heading of a group of entries: a year, a month or two, or what is older than the groups above. */
final class GroupNames {

    /** In UTF-16 units: longer words name no group. */
    static final int LONGEST = 40;

    /** A month stands alone, or with little more than its year. */
    private static final int MOST_MONTHS = 2;

    /** What may stand beside the year in the heading of a group. */
    private static final Set<String> BESIDE = DateWords.words(
            "archive archives event events evenements year annee annees an jahr in en and et und to a before avant since depuis vor until past"
                    + " passes meetings reunions activities activites of de des the les veranstaltungen season saison older earlier our nos agenda"
                    + " calendar calendrier programme program diary list liste l d du manifestations rencontres colloques seminaires conferences"
                    + " seminars workshops termine kalender");

    private static final Set<String> OF_MONTH = Set.of("mois", "month", "de", "d", "of");

    private static final Set<String> BETWEEN = DateWords.words("and et und to a");

    private static final Set<String> BEYOND = DateWords.words("before avant vor since depuis until older earlier");

    /** Headings of what is older than the groups above them, which tell no year themselves. */
    private static final Set<String> EARLIER = Set.of(
            ("earlier|earlier events|earlier meetings|earlier years|older|older events|previously|previous events|previous meetings|previous years"
                            + "|past years|other years|undated|without date|plus ancien|plus anciens|plus anciennes|evenements plus anciens|plus tot|auparavant"
                            + "|precedemment|anterieurement|annees precedentes|annees anterieures|autres annees|evenements precedents|evenements anterieurs"
                            + "|reunions precedentes|reunions anterieures|sans date|non date|fruher|altere")
                    .split("\\|"));

    private static final Pattern NUMBER = Pattern.compile("(?:19|20)\\d{2}|\\d{2}");

    private final DatePhrases phrases;

    GroupNames(DatePhrases phrases) {
        this.phrases = phrases;
    }

    private static List<String> parts(String words) {
        return words.length() < LONGEST ? List.of(WordForms.letters(words).split(" ")) : List.of();
    }

    boolean isEarlier(String words) {
        return words.length() < LONGEST && EARLIER.contains(WordForms.letters(words));
    }

    /** Whether they name a year and little else. */
    boolean isYear(String words) {
        List<String> parts = parts(words);
        return parts.stream().anyMatch(GroupNames::isYearAlone)
                && parts.stream()
                        .allMatch(part ->
                                BESIDE.contains(part) || NUMBER.matcher(part).matches());
    }

    private static boolean isYearAlone(String part) {
        return part.length() == 4 && NUMBER.matcher(part).matches();
    }

    /** Whether words that name a year mean many. */
    static boolean isOpen(String words) {
        return parts(words).stream().anyMatch(part -> BETWEEN.contains(part) || BEYOND.contains(part));
    }

    /** Whether they name a month, or one and another, and nothing else; or with their year what may stand beside a year. */
    boolean isMonth(String words) {
        List<String> parts = parts(words);
        long months = parts.stream().filter(part -> phrases.month(part) > 0).count();
        long years = parts.stream().filter(GroupNames::isYearAlone).count();
        return months > 0
                && months <= MOST_MONTHS
                && years < 2
                && parts.stream()
                        .allMatch(part -> phrases.month(part) > 0
                                || isYearAlone(part)
                                || OF_MONTH.contains(part)
                                || months == MOST_MONTHS && BETWEEN.contains(part)
                                || years == 1 && BESIDE.contains(part) && !BEYOND.contains(part));
    }
}
