package org.efcevents.migration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;

/**
 * What stands at the beginning of an entry where others have their date, and tells none: “tbc: …”, “Easter: …”, “Week 23 – …”. Such an entry is no
 * part of the one before it.
 */
final class VagueTimes {

    private static final String UNKNOWN =
            "(?:date |dates )?(?:tb[acd]|to be (?:confirmed|announced|decided|determined)|unknown|not known|inconnue|à (?:confirmer|préciser|déterminer|fixer))"
                    + "|undated|sans date";

    private static final String PART_OF_YEAR =
            "[QT][1-4]|(?:(?:early |mid-? ?|late |début |fin )?(?:spring|summer|autumn|winter|printemps|été|automne|hiver))"
                    + "|(?:early|mid|late|end of|beginning of|début|fin|mi)(?= (?:19|20)\\d{2}\\b)|easter|christmas|whitsun|pentecost|pâques|noël|pentecôte|(?:week|semaine|kw|woche) \\d{1,2}";

    private static final String DAY =
            "(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\\p{L}{0,6}\\.? \\d{1,2}[/.]\\d{1,2}";

    /** With a month, of which only a list of their names tells that it is one. */
    private static final String OF_MONTH =
            "(?:(?:\\d(?:st|nd|rd|th|e|ère)|first|second|third|fourth|last|première|deuxième|dernière) (?:week|weekend|half|semaine|quinzaine)"
                    + " (?:of|in|de|d['’]) ?|(?:early|mid|late|end of|beginning of|début|mi|fin)[ -](?:de |d['’])?|\\p{L}{3,10} ?/ ?)(?<month>\\p{L}{3,10})";

    /** Of a month alone what is in brackets behind it has to say so: “June (date to be confirmed)”. */
    private static final String TIME =
            "(?:(?:" + UNKNOWN + ")(?: (?:19|20)\\d{2})?|(?:" + PART_OF_YEAR + "|" + DAY + "|" + OF_MONTH
                    + "|(?<name>\\p{L}{3,10})(?=(?: (?:19|20)\\d{2})? \\())(?: (?:19|20)\\d{2})?(?: \\((?:" + UNKNOWN
                    + ")\\))?)";

    private static final Pattern AT_BEGINNING = Pattern.compile(
            "(?:[-*•·–]\\s+)?(?:" + TIME + "\\s?(?::|\\s[–—-]\\s|$)|(?:19|20)\\d{2}\\s?(?::\\s|\\s[–—-]\\s))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ALONE = Pattern.compile(TIME, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST = 60;

    private final String text;
    private final PageDates dates;

    VagueTimes(String text, PageDates dates) {
        this.text = text;
        this.dates = dates;
    }

    /** With what words begin that tells no date; empty if they do not begin so. */
    Optional<Passage> atBeginning(Passage words) {
        Matcher vague = AT_BEGINNING.matcher(text).region(words.from(), Math.min(words.to(), words.from() + LONGEST));
        boolean begins = vague.lookingAt() && vague.end() < words.to() && isOfMonth(vague);
        return begins ? Optional.of(new Passage(words.from(), vague.end())) : Optional.empty();
    }

    /** Whether words say no more than such a time. */
    boolean isAlone(Passage words) {
        Matcher vague = ALONE.matcher(text).region(words.from(), words.to());
        return words.length() <= LONGEST && vague.matches() && isOfMonth(vague);
    }

    private boolean isOfMonth(Matcher vague) {
        return Stream.of("month", "name")
                .map(vague::group)
                .allMatch(name -> name == null || dates.isMonth(WordForms.letters(name)));
    }
}
