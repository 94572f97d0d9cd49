package org.efcevents.datephrase;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;

/** Where dates stand on a page: what entries and the groups that they stand in are known by. */
public final class PageDates {

    /** What may stand beside the date in a heading of a group. */
    private static final int OTHER_LETTERS = 12;

    /** What may stand beside the year in the heading of a group. */
    private static final Set<String> BESIDE_YEAR = Set.of(
            "archive",
            "archives",
            "event",
            "events",
            "evenements",
            "year",
            "annee",
            "annees",
            "an",
            "jahr",
            "in",
            "en",
            "and",
            "et",
            "und",
            "to",
            "a",
            "before",
            "avant",
            "since",
            "depuis",
            "vor",
            "until",
            "past",
            "passes",
            "meetings",
            "reunions",
            "activities",
            "activites",
            "of",
            "de",
            "des",
            "the",
            "les",
            "veranstaltungen",
            "season",
            "saison",
            "older",
            "earlier");

    private static final Set<String> OPEN = Set.of(
            "before", "avant", "vor", "since", "depuis", "until", "older", "earlier", "and", "et", "und", "to", "a");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}|\\d{2}");
    private static final Pattern YEAR_BESIDE = Pattern.compile("^(?:19|20)\\d{2} | (?:19|20)\\d{2}$");

    private static final Pattern DAY_ALONE =
            Pattern.compile("\\d{1,2}(?:\\s?[-–—/&]\\s?\\d{1,2})?(?:st|nd|rd|th|er|\\.)?\\s*[-–—:|.].*|\\d{1,2}");

    private final String text;
    private final DatePhrases phrases;
    private final NavigableMap<Integer, Passage> dates = new TreeMap<>();

    private PageDates(String text, DatePhrases phrases) {
        this.text = text;
        this.phrases = phrases;
        phrases.in(text, new Passage(0, text.length())).stream()
                .filter(phrase -> phrase.date().first().month() > 0)
                .map(DatePhrase::passage)
                .forEach(date -> dates.put(date.from(), date));
    }

    /** Finds those of a page that name a month at least. */
    public static PageDates of(String text, DatePhrases phrases) {
        return new PageDates(text, phrases);
    }

    /** All of them, in their order. */
    public List<Passage> all() {
        return List.copyOf(dates.values());
    }

    /** Whether a date stands in it. */
    public boolean isIn(Passage passage) {
        Map.Entry<Integer, Passage> date = dates.lowerEntry(passage.to());
        return date != null && date.getKey() >= passage.from();
    }

    /** Whether it begins with a date, or with a day of the month that a heading of its group names. */
    public boolean isAtBeginning(Passage passage, boolean monthIsKnown) {
        Map.Entry<Integer, Passage> date = dates.ceilingEntry(passage.from());
        return date != null && date.getKey() < passage.from() + 4 || monthIsKnown && isDayAlone(passage);
    }

    /** The first date in it. */
    public Optional<Passage> first(Passage passage) {
        return Optional.ofNullable(dates.ceilingEntry(passage.from()))
                .map(Map.Entry::getValue)
                .filter(date -> date.to() <= passage.to());
    }

    /** The date with which it begins; empty if it does not. */
    public Optional<Passage> atBeginning(Passage passage) {
        return Optional.ofNullable(dates.ceilingEntry(passage.from()))
                .map(Map.Entry::getValue)
                .filter(date -> date.from() < passage.from() + 4 && date.to() <= passage.to());
    }

    /** Whether it is a date and little else. */
    public boolean isAlone(Passage passage) {
        return isIn(passage) && hasLittleElse(passage)
                || isGroup(passage)
                || passage.length() < 8 && isDayAlone(passage);
    }

    private boolean isDayAlone(Passage passage) {
        return DAY_ALONE.matcher(text).region(passage.from(), passage.to()).matches();
    }

    private boolean hasLittleElse(Passage passage) {
        int at = passage.from();
        int others = 0;
        for (Passage date : dates.subMap(passage.from(), passage.to()).values()) {
            others += letters(at, date.from());
            at = Math.max(at, date.to());
            if (others > 2 * OTHER_LETTERS) {
                return false;
            }
        }
        others += letters(at, passage.to());
        return others <= OTHER_LETTERS;
    }

    /** How many letters, digits and gaps between words are there; when there are many, at least that many. */
    private int letters(int from, int to) {
        int letters = 0;
        boolean gap = false;
        for (int i = from; i < to && letters <= 2 * OTHER_LETTERS; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters += gap ? 2 : 1;
                gap = false;
            } else {
                gap = true;
            }
        }
        return letters;
    }

    /** Whether it names a year or a month, and little else: the heading of a group, not of an event. */
    public boolean isGroup(Passage passage) {
        return isYear(passage) || isMonth(passage);
    }

    /** Whether it names a year and little else. */
    public boolean isYear(Passage passage) {
        List<String> words = passage.length() < 40
                ? List.of(WordForms.letters(passage.in(text)).split(" "))
                : List.of();
        return words.stream()
                        .anyMatch(
                                word -> word.length() == 4 && YEAR.matcher(word).matches())
                && words.stream()
                        .allMatch(word ->
                                BESIDE_YEAR.contains(word) || YEAR.matcher(word).matches())
                && !isIn(passage);
    }

    /** Whether it is the heading of a group of many years: those before one, or since. */
    public boolean isOpenPeriod(Passage passage) {
        return isYear(passage)
                && List.of(WordForms.letters(passage.in(text)).split(" ")).stream()
                        .anyMatch(OPEN::contains);
    }

    /** Whether it names a month, of a year or not, and nothing else. */
    public boolean isMonth(Passage passage) {
        return passage.length() < 24
                && isMonth(
                        YEAR_BESIDE.matcher(WordForms.letters(passage.in(text))).replaceFirst(""));
    }

    /** Whether a word, folded, is the name of a month. */
    public boolean isMonth(String word) {
        return phrases.month(word) > 0;
    }
}
