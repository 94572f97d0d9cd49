package org.efcevents.datephrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;

/** Where dates stand on a page: what entries and the groups that they stand in are known by. */
public final class PageDates {

    /** What may stand beside the date in a heading of a group. */
    private static final int OTHER_LETTERS = 12;

    /** What may stand beside a day. */
    private static final Set<String> BESIDE_DATE = DateWords.words(
            "date dates datum data when quand wann wanneer time times heure heures horaire zeit uhr uhrzeit hours from the les jour jours day days"
                    + " and until till bis vom von den der event events start starts begin begins end ends debut fin local cet cest gmt utc est bst"
                    + " all toute journee ganztagig ganztags onwards online monday tuesday wednesday thursday friday saturday sunday lundi mardi"
                    + " mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag mon tue wed thu fri sat sun");

    private static final String WEEKDAY =
            "(?i:(?:le |on )?(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\\p{L}{0,6}\\.? )";

    private static final String NUMBER = "\\d{1,2}(?:\\s?[-–—/&]\\s?\\d{1,2})?(?:st|nd|rd|th|er|\\.)?";

    private static final String DAY = WEEKDAY + "?" + NUMBER;

    /** “Le mercredi 22 : …”, under the heading of its month. */
    private static final Pattern DAY_OF_WEEK = Pattern.compile(WEEKDAY + NUMBER + "(?=\\s*[-–—|:](?!\\d))");

    private static final Pattern LEADING = Pattern.compile(
            "(?:[-*•·–]\\s+)?(?:from(?: the)?|on the|between(?: the)?|les|entre(?: les?)?|à partir du|held on|tenue? (?:le|du|les))\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern DAY_ALONE = Pattern.compile(DAY + "\\s*(?:[-–—|]|[:.](?!\\d)).*|\\d{1,2}");

    private static final Pattern NAME_BEHIND = Pattern.compile("\\s?:\\s+[\\p{Lu}«“\"]");

    /** “Wednesday 14–15” */
    private static final Pattern NOTHING_BUT_DAY = Pattern.compile(DAY);

    /** “May: …” and “May–June: …”, under the heading of their year. */
    private static final Pattern MONTH_ALONE =
            Pattern.compile("(\\p{L}{3,10})(?:\\.?\\s?[-–—/]\\s?(\\p{L}{3,10}))?\\.?\\s?[-–—:|].*");

    private final String text;
    private final DatePhrases phrases;
    private final GroupNames groups;
    private final NavigableMap<Integer, Passage> dates = new TreeMap<>();
    private final NavigableMap<Integer, Passage> impossible = new TreeMap<>();

    private PageDates(String text, DatePhrases phrases) {
        this.text = text;
        this.phrases = phrases;
        this.groups = new GroupNames(phrases);
    }

    private void read(Passage part) {
        DateReading reading = phrases.reading(text, part);
        reading.all().stream()
                .filter(phrase -> phrase.date().first().month() > 0)
                .map(this::withoutLinesBefore)
                .forEach(date -> dates.put(date.from(), date));
        reading.impossible().forEach(day -> impossible.put(day.from(), day));
    }

    /** Without what only seems to be a part of it: of “Winter school” above “May 2014” the month. */
    private Passage withoutLinesBefore(DatePhrase date) {
        Passage words = date.passage();
        int line = date.strength() == DatePhrase.Strength.VAGUE ? words.in(text).indexOf('\n') : -1;
        return line < 0 ? words : new Passage(words.from() + line + 1, words.to());
    }

    /** Finds those of a page that name a month at least. */
    public static PageDates of(String text, DatePhrases phrases) {
        PageDates dates = new PageDates(text, phrases);
        dates.read(new Passage(0, text.length()));
        return dates;
    }

    /** The same where no date goes on from one block to the next, as from the number of a row to a month beside it. */
    public PageDates within(List<Passage> blocks) {
        PageDates within = new PageDates(text, phrases);
        within.dates.putAll(dates);
        within.impossible.putAll(impossible);
        for (Passage block : blocks) {
            Passage last = dateAt(block.to());
            Passage first = dateAt(block.from());
            if (first != null || last != null) {
                Stream.of(first, last).filter(Objects::nonNull).forEach(date -> within.dates.remove(date.from(), date));
                within.read(block);
            }
        }
        return within;
    }

    /** The date that begins before a place and goes on behind it; null if none does. */
    private Passage dateAt(int place) {
        Map.Entry<Integer, Passage> date = dates.lowerEntry(place);
        return date == null || date.getValue().to() <= place ? null : date.getValue();
    }

    /** All of them, in their order. */
    public List<Passage> all() {
        return List.copyOf(dates.values());
    }

    /** Days that the calendar does not have, such as “31 June 2019”. */
    public List<Passage> impossible(Passage passage) {
        return impossible.subMap(passage.from(), passage.to()).values().stream()
                .filter(day -> day.to() <= passage.to())
                .toList();
    }

    /** The date with which it begins, as {@link #atBeginning}, or what is written as one and is none. */
    public Optional<Passage> writtenAtBeginning(Passage passage) {
        return atBeginning(passage)
                .or(() -> impossible(passage).stream().findFirst().filter(day -> day.from() < passage.from() + 4));
    }

    /** Whether a date stands in it. */
    public boolean isIn(Passage passage) {
        Map.Entry<Integer, Passage> date = dates.lowerEntry(passage.to());
        return date != null && date.getKey() >= passage.from();
    }

    /** Whether it begins with a date, or with a day of the month that a heading of its group names. */
    public boolean isAtBeginning(Passage passage, boolean monthIsKnown) {
        Map.Entry<Integer, Passage> date = dates.ceilingEntry(passage.from());
        return date != null && date.getKey() < latestBeginning(passage) || monthIsKnown && isDayAlone(passage);
    }

    /** The first date in it. */
    public Optional<Passage> first(Passage passage) {
        return Optional.ofNullable(dates.ceilingEntry(passage.from()))
                .map(Map.Entry::getValue)
                .filter(date -> date.to() <= passage.to());
    }

    /** The date with which it begins, or the month without its year, or the day of the week without its month; empty if there is none. */
    public Optional<Passage> atBeginning(Passage passage) {
        return Optional.ofNullable(dates.ceilingEntry(passage.from()))
                .map(Map.Entry::getValue)
                .filter(date -> date.from() < latestBeginning(passage) && date.to() <= passage.to())
                .or(() -> monthAlone(passage))
                .or(() -> dayOfWeek(passage));
    }

    private Optional<Passage> dayOfWeek(Passage passage) {
        Matcher day = DAY_OF_WEEK.matcher(text).region(passage.from(), passage.to());
        return day.lookingAt() ? Optional.of(new Passage(day.start(), day.end())) : Optional.empty();
    }

    /** Whether a line begins with the day with which one before it begins, and tells its year, which that one does not: “[18/04] …”, “Friday 18 April 2025, …”. */
    public boolean tellsYearOf(Passage before, Passage line) {
        return day(before)
                .filter(day -> day.date().first().year() == 0)
                .flatMap(day -> day(line)
                        .filter(whole -> whole.date().first().year() > 0)
                        .flatMap(
                                whole -> DateCandidate.of(day, "", 0, true).with(DateCandidate.of(whole, "", 0, true))))
                .isPresent();
    }

    private Optional<DatePhrase> day(Passage line) {
        return atBeginning(line).stream()
                .flatMap(words -> phrases.in(text, words).stream())
                .filter(date -> date.date().first().isDay())
                .findFirst();
    }

    /** Before which place a date stands at the beginning: behind a sign, or “From”, “Les”, “On the”. */
    private int latestBeginning(Passage passage) {
        Matcher leading = LEADING.matcher(text).region(passage.from(), passage.to());
        return (leading.lookingAt() ? leading.end() : passage.from() + 3) + 1;
    }

    /** Whether it is a date and little else. */
    public boolean isAlone(Passage passage) {
        return isIn(passage) && hasLittleElse(passage) && !isBeforeName(passage)
                || isGroup(passage)
                || passage.length() < 8 && isDayAlone(passage)
                || isNothingButDay(passage);
    }

    /** The date with which it ends, apart from signs; empty if it does not. */
    public Optional<Passage> atEnd(Passage passage) {
        return Optional.ofNullable(dates.lowerEntry(passage.to()))
                .map(Map.Entry::getValue)
                .filter(date -> date.from() >= passage.from() && date.to() <= passage.to())
                .filter(date -> text.substring(date.to(), passage.to()).chars().noneMatch(Character::isLetterOrDigit));
    }

    /** Whether it begins with a date, and behind a colon a name begins: “3 May: Walk”. */
    public boolean isBeforeName(Passage passage) {
        return atBeginning(passage)
                        .filter(date -> NAME_BEHIND
                                .matcher(text)
                                .region(date.to(), passage.to())
                                .lookingAt())
                        .isPresent()
                && others(passage, 1) > 0;
    }

    private boolean isNothingButDay(Passage passage) {
        return NOTHING_BUT_DAY
                .matcher(text)
                .region(passage.from(), passage.to())
                .matches();
    }

    private boolean isDayAlone(Passage passage) {
        return DAY_ALONE.matcher(text).region(passage.from(), passage.to()).matches()
                || monthAlone(passage).isPresent();
    }

    private Optional<Passage> monthAlone(Passage passage) {
        Matcher month = MONTH_ALONE.matcher(text).region(passage.from(), passage.to());
        return month.lookingAt() && isMonth(WordForms.letters(month.group(1)))
                ? Optional.of(new Passage(month.start(), month.end(isRange(month) ? 2 : 1)))
                : Optional.empty();
    }

    private boolean isRange(Matcher months) {
        return months.group(2) != null && isMonth(WordForms.letters(months.group(2)));
    }

    /** Whether it is a date and nothing else that could be a title: in a heading every word of its own is one. */
    public boolean isNothingElse(Passage passage) {
        return isIn(passage) && others(passage, 1) == 0
                || isGroup(passage)
                || passage.length() < 8 && isDayAlone(passage)
                || isNothingButDay(passage);
    }

    private boolean hasLittleElse(Passage passage) {
        return others(passage, 2) < 2;
    }

    /** How many words stand beside the dates that are not usual there; a few signs and short words are. With many letters there are many. */
    private int others(Passage passage, int enough) {
        int at = passage.from();
        int others = 0;
        int letters = 0;
        List<Passage> inside =
                new ArrayList<>(dates.subMap(passage.from(), passage.to()).values());
        inside.add(new Passage(passage.to(), passage.to()));
        for (Passage date : inside) {
            while (at < date.from() && others < enough && letters <= OTHER_LETTERS) {
                int from = at;
                while (at < date.from() && Character.isLetter(text.charAt(at))) {
                    at++;
                }
                if (at - from > 2
                        && !BESIDE_DATE.contains(WordForms.letters(text.substring(from, Math.min(at, from + 20))))) {
                    others++;
                }
                letters += Character.isLetterOrDigit(text.charAt(from)) ? Math.max(1, at - from) + 1 : 0;
                at = Math.max(at, from + 1);
            }
            if (others >= enough || letters > OTHER_LETTERS) {
                return enough;
            }
            at = Math.max(at, date.to());
        }
        return others;
    }

    /** Whether it names a year or a month, and little else, or is of what is older: the heading of a group, not of an event. */
    public boolean isGroup(Passage passage) {
        return isYear(passage) || isMonth(passage) || groups.isEarlier(name(passage));
    }

    /** Whether it names a year and little else. */
    public boolean isYear(Passage passage) {
        return groups.isYear(name(passage)) && !isIn(passage);
    }

    /** Whether it is the heading of a group of many years: those before one, or since, or before all that stands above. */
    public boolean isOpenPeriod(Passage passage) {
        return groups.isEarlier(name(passage)) || isYear(passage) && GroupNames.isOpen(name(passage));
    }

    /** Whether it names a month or two, of a year or not, and nothing else. */
    public boolean isMonth(Passage passage) {
        return groups.isMonth(name(passage));
    }

    private String name(Passage passage) {
        return passage.length() < GroupNames.LONGEST ? passage.in(text) : "";
    }

    /** Whether a word, folded, is the name of a month. */
    public boolean isMonth(String word) {
        return phrases.month(word) > 0;
    }
}
