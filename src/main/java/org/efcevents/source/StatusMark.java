package org.efcevents.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;

/**
 * What beside a title says that the event did not take place as announced: “CANCELLED: …”, “… (reporté)”, “… – POSTPONED”.
 *
 * @param status as it is stored
 * @param words the word, with the brackets, dash or colon that set it apart
 */
public record StatusMark(String status, Passage words) {

    private static final Map<String, String> STATUSES = new LinkedHashMap<>();

    static {
        STATUSES.put(
                "cancelled",
                "(?:(?:has been|was|is) )?(?:cancell?ed|called off)|annulée?s?|(?:a été|est) annulée?|abgesagt|geannuleerd|(?-i:ANNULEE?)");
        STATUSES.put(
                "postponed",
                "(?:(?:has been|was|is) )?postponed|reportée?s?|(?:a été|est) reportée?|ajournée?|verschoben|(?-i:REPORTEE?)");
    }

    private static final Map<String, Pattern> MARKS = new LinkedHashMap<>();

    private static final Map<String, Pattern> ALONE = new LinkedHashMap<>();

    private static final Map<String, Pattern> FIRST = new LinkedHashMap<>();

    private static final Map<String, Pattern> BESIDE = new LinkedHashMap<>();

    static {
        STATUSES.forEach((status, words) -> {
            MARKS.put(
                    status,
                    pattern("\\s?[(\\[](?:" + words + ")[!.]?[)\\]]:?"
                            + "|^(?:" + words + ")\\s?(?:[:!]|\\s[–—-])\\s*"
                            + "|(?:\\s?[:,]|\\s[–—-])\\s?(?:" + words + ")[!.]?$"));
            BESIDE.put(
                    status,
                    Pattern.compile(
                            "\\((?iu:" + words + ")\\)|(?:[:,]|\\s[–—-])\\s?(?=\\p{Lu}{6})(?iu:" + words + ")\\b"));
            FIRST.put(status, pattern("^(?:" + words + ")\\s?(?:[:!.]|\\s[–—-])(?=\\s)"));
            ALONE.put(status, pattern("^(?:" + words + ")[!.]?$"));
        });
    }

    /** In UTF-16 units. */
    private static final int LONGEST_LINE = 90;

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The mark in some words, as a title or a line is; empty if there is none. */
    public static Optional<StatusMark> in(String text, Passage words) {
        return find(MARKS, text, words);
    }

    /** Whether some words are nothing else. */
    public static Optional<StatusMark> alone(String text, Passage words) {
        return words.length() > 40 ? Optional.empty() : find(ALONE, text, words);
    }

    /** The mark with which a text begins: “CANCELLED – was to be on 20 March”; empty if it does not. */
    public static Optional<StatusMark> first(String text, Passage words) {
        return find(FIRST, text, words);
    }

    /** The mark in a line: in brackets, or in capitals behind a sign: “2 April – POSTPONED, new date to be announced”. */
    public static Optional<StatusMark> beside(String text, Passage words) {
        return words.length() > LONGEST_LINE ? Optional.empty() : find(BESIDE, text, words);
    }

    private static Optional<StatusMark> find(Map<String, Pattern> patterns, String text, Passage words) {
        for (Map.Entry<String, Pattern> status : patterns.entrySet()) {
            Matcher mark = status.getValue().matcher(text).region(words.from(), words.to());
            if (mark.find()) {
                return Optional.of(new StatusMark(status.getKey(), new Passage(mark.start(), mark.end())));
            }
        }
        return Optional.empty();
    }

    /** A text without the mark. */
    public static String without(String text, StatusMark mark) {
        return WordForms.collapsed(text.substring(0, mark.words().from())
                + text.substring(mark.words().to()));
    }
}
