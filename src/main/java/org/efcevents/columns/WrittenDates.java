package org.efcevents.columns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.date.EventDate;
import org.efcevents.date.Precision;
import org.efcevents.date.StoredDate;
import org.efcevents.date.TypedDate;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.datephrase.DatePhrase;
import org.efcevents.datephrase.DatePhrases;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.DateText;
import org.efcevents.source.Remark;
import org.efcevents.spreadsheet.ReadCell;
import org.efcevents.spreadsheet.ReadCell.Type;

/** Reads the dates and times that cells have, in whatever way people and spreadsheets write them. */
final class WrittenDates {

    /** Two numbers and a year, of which either of the two can be the day. */
    private static final Pattern DIGITS =
            Pattern.compile("(?<!\\d)(?<one>\\d{1,2})([/.-])(?<other>\\d{1,2})\\2(?:\\d{4}|\\d{2})(?!\\d)");

    /** A moment in ISO 8601, with the offset from UTC that others write behind it. */
    private static final Pattern MOMENT = Pattern.compile(
            "(?<day>\\d{4}-\\d{2}-\\d{2})(?<sign>[T ])(?<clock>\\d{2}:\\d{2})(?<seconds>:\\d{2}(?:[.,]\\d{1,9})?)?"
                    + "(?:\\s?(?<utc>Z|UTC|GMT)(?!\\w)|\\s?(?<offset>[+-]\\d{2}(?::?\\d{2})?)(?![\\d:]))?");

    private static final Pattern SERIAL = Pattern.compile("(?<days>[2-7]\\d{4})(?:[.,]\\d+)?");
    /** As Excel shows a month: {@code Mar-14}. */
    private static final Pattern MONTH_AND_YEAR = Pattern.compile("^(\\p{L}{3,9})\\.?-([0-6]\\d)$");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);
    private static final Pattern CLOCK = Pattern.compile(
            "(?i)(?<hour>\\d{1,2})(?:(?:[:.h]| h )(?<minute>\\d{2})?(?::\\d{2})?)?\\s*(?<half>am|pm|a\\.m\\.|p\\.m\\.)?(?:\\s*(?:uhr|heures|hrs?|h))?");

    /** Beside a time: a zone in words, which may be another than the archive's. */
    private static final Pattern ZONE =
            Pattern.compile("\\b(?:CES?T|MES?Z|H[NE]EC)\\b|(?i:\\b(?:time|zeit|heure [a-z]))");

    private static final Pattern BETWEEN_TIMES =
            Pattern.compile("\\s*(?:[-–—]|\\bto\\b|\\buntil\\b|\\bà\\b|\\bau\\b)\\s*");

    private final DatePhrases phrases;
    private final DateOrder order;
    private final ZoneId site;
    private final boolean mixed;

    /**
     * Begins.
     *
     * @param order of day and month in digits
     * @param site the zone of times that do not say theirs
     * @param mixed whether some of the dates have the day first and some the month, so that the order tells nothing for sure
     */
    WrittenDates(DateOrder order, ZoneId site, boolean mixed) {
        this.phrases = new DatePhrases(order);
        this.order = order;
        this.site = site;
        this.mixed = mixed;
    }

    /**
     * A date that was read.
     *
     * @param sure whether it can be nothing else, and the cell says nothing else
     * @param whole whether the cell says nothing else
     * @param why it is not sure; empty if nothing particular is to say of that
     */
    record Read(StoredDate date, boolean sure, boolean whole, Optional<Remark.Type> why) {

        static Read of(StoredDate date, boolean sure) {
            return new Read(date, sure, sure, Optional.empty());
        }

        static Read doubted(StoredDate date, Remark.Type why) {
            return new Read(date, false, true, Optional.of(why));
        }
    }

    /** Which of day and month is first, as far as dates tell: one that can be read in one way decides for all. */
    static DateOrder order(Collection<String> values) {
        boolean day = hasDayFirst(values);
        return day == hasMonthFirst(values) ? DateOrder.UNKNOWN : day ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }

    private static boolean hasDayFirst(Collection<String> values) {
        return values.stream().anyMatch(value -> has(value, (one, other) -> one > 12 && one < 32 && other < 13));
    }

    private static boolean hasMonthFirst(Collection<String> values) {
        return values.stream().anyMatch(value -> has(value, (one, other) -> other > 12 && other < 32 && one < 13));
    }

    /** Whether some have the day first, and some the month. */
    static boolean areMixed(Collection<String> values) {
        return hasDayFirst(values) && hasMonthFirst(values);
    }

    /** Of dates that are mixed one of each order. */
    static List<String> mixedDates(Collection<String> values) {
        return Stream.of(
                        values.stream().filter(value -> hasDayFirst(List.of(value))),
                        values.stream().filter(value -> hasMonthFirst(List.of(value))))
                .flatMap(all -> all.limit(1))
                .toList();
    }

    private static boolean has(String value, BiPredicate<Integer, Integer> like) {
        Matcher digits = DIGITS.matcher(value);
        while (digits.find()) {
            if (like.test(Integer.valueOf(digits.group("one")), Integer.valueOf(digits.group("other")))) {
                return true;
            }
        }
        return false;
    }

    /** Whether there are dates of which nobody can tell which number is the day. */
    static boolean areOpen(Collection<String> values) {
        return order(values) == DateOrder.UNKNOWN && values.stream().anyMatch(WrittenDates::isOpen);
    }

    /** Whether it has a date that is another one if day and month change places. */
    static boolean isOpen(String value) {
        return has(value, (one, other) -> one > 0 && one < 13 && other > 0 && other < 13 && !one.equals(other));
    }

    /** The date of a cell; empty if it has none. */
    Optional<Read> date(ReadCell cell) {
        return date(cell, site);
    }

    /**
     * The date of a cell; empty if it has none.
     *
     * @param zone in which its time is told
     */
    Optional<Read> date(ReadCell cell, ZoneId zone) {
        String text = cell.text().strip();
        if (cell.type() == Type.FLAG || text.isEmpty()) {
            return Optional.empty();
        }
        boolean midnight = isMidnightElsewhere(text, zone);
        String iso = local(text, zone);
        if (DateText.isNotation(iso)) {
            Optional<StoredDate> stored = DateText.parse(midnightLeftOut(iso), zone);
            if (stored.isPresent()) {
                return stored.map(date -> midnight
                        ? Read.doubted(date, Remark.Type.MIDNIGHT)
                        : cell.type() == Type.DAY_WITHOUT_YEAR
                                ? Read.doubted(date, Remark.Type.HIDDEN_YEAR)
                                : Read.of(date, true));
            }
        }
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches()) {
            LocalDate day = FIRST_SERIAL.plusDays(Integer.parseInt(serial.group("days")));
            // A number that nobody has shown as a date may be any other.
            return Optional.of(Read.of(day(day), false));
        }
        if (YEAR.matcher(text).matches()) {
            return DateText.parse(text, zone).map(year -> Read.of(year, true));
        }
        return inWords(text, zone);
    }

    private static String midnightLeftOut(String iso) {
        return iso.endsWith("T00:00") && iso.indexOf('/') < 0 ? iso.substring(0, iso.length() - 6) : iso;
    }

    /** The moments of a text as clocks of a zone show them. */
    private static String local(String text, ZoneId zone) {
        return MOMENT.matcher(text).replaceAll(moment -> moment(text, moment, zone));
    }

    private static String moment(String text, MatchResult result, ZoneId zone) {
        Matcher moment = MOMENT.matcher(text).region(result.start(), result.end());
        if (!moment.matches()) {
            return Matcher.quoteReplacement(result.group());
        }
        try {
            LocalDateTime said = LocalDateTime.parse(moment.group("day") + "T" + moment.group("clock"));
            Optional<ZoneOffset> offset = offset(moment);
            if (moment.group("offset") != null && offset.isEmpty()) {
                return Matcher.quoteReplacement(result.group());
            }
            return offset.filter(other -> !isMidnightElsewhere(said, other, zone))
                    .map(other -> said.atOffset(other).atZoneSameInstant(zone).toLocalDateTime())
                    .orElse(said)
                    .toString();
        } catch (DateTimeException none) {
            return Matcher.quoteReplacement(result.group());
        }
    }

    /** What a moment says of its zone; empty if it says nothing, or two times of day, as in “2014-03-24 09:30-12:00”. */
    private static Optional<ZoneOffset> offset(Matcher moment) {
        String offset = moment.group("offset");
        if (moment.group("utc") != null) {
            return Optional.of(ZoneOffset.UTC);
        }
        boolean until = moment.group("sign").equals(" ") && moment.group("seconds") == null;
        return offset == null || until && offset.startsWith("-")
                ? Optional.empty()
                : Optional.of(ZoneOffset.of(offset.length() > 3 ? offset.replaceFirst(":?(..)$", ":$1") : offset));
    }

    /** Programs write days so that know none. */
    private static boolean isMidnightElsewhere(LocalDateTime said, ZoneOffset offset, ZoneId zone) {
        return said.toLocalTime().equals(LocalTime.MIDNIGHT)
                && !zone.getRules().getOffset(said.toInstant(offset)).equals(offset);
    }

    private static boolean isMidnightElsewhere(String text, ZoneId zone) {
        Matcher moment = MOMENT.matcher(text);
        try {
            return moment.matches()
                    && offset(moment)
                            .filter(offset -> isMidnightElsewhere(
                                    LocalDateTime.parse(moment.group("day") + "T" + moment.group("clock")),
                                    offset,
                                    zone))
                            .isPresent();
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** Whether a text is of a moment that clocks of a zone leave out. */
    static boolean isSkipped(String text, ZoneId zone) {
        try {
            return zone.getRules()
                    .getValidOffsets(LocalDateTime.parse(local(text.strip(), zone)))
                    .isEmpty();
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static StoredDate day(LocalDate day) {
        return new StoredDate("day", day.toString(), null, null, null, null, null, false);
    }

    private Optional<Read> inWords(String text, ZoneId zone) {
        // More is a text about something else.
        String begins = text.length() > 300 ? text.substring(0, 300) : text;
        Matcher month = MONTH_AND_YEAR.matcher(text);
        if (month.matches()) {
            return month(month);
        }
        String ordered = ordered(begins);
        List<DatePhrase> found = phrases.in(ordered, new Passage(0, ordered.length()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        DatePhrase first = found.get(0);
        StoredDate stored = first.date().stored();
        StoredDate date = new StoredDate(
                stored.precision(),
                stored.start(),
                stored.end(),
                stored.startTime(),
                stored.endTime(),
                stored.startTime() == null ? null : zone.getId(),
                stored.partialDate(),
                stored.approximate());
        EventDate read = EventDate.of(date);
        if (!read.problems().isEmpty() || read.precision() == Precision.UNKNOWN) {
            return Optional.empty();
        }
        Optional<Remark.Type> why = why(found, begins);
        String rest = ordered.substring(0, first.passage().from()) + " "
                + ordered.substring(first.passage().to());
        boolean whole = text.length() == begins.length()
                && WordForms.letters(rest).isEmpty()
                && !ZONE.matcher(first.passage().in(ordered)).find();
        return Optional.of(new Read(date, whole && why.isEmpty() && !first.doubted(), whole, why));
    }

    private Optional<Remark.Type> why(List<DatePhrase> found, String text) {
        DatePhrase first = found.get(0);
        if (found.size() > 1) {
            return Optional.of(Remark.Type.SEVERAL_DATES);
        }
        if (first.otherwise().isPresent() || mixed && isOpen(text)) {
            return Optional.of(Remark.Type.DATE_ORDER);
        }
        return first.isMoreThanItsValue() ? Optional.of(Remark.Type.VAGUE_DATE) : Optional.empty();
    }

    /** The words for months alone may be others, too, and are not taken for such. */
    private Optional<Read> month(Matcher month) {
        String day = "1 " + month.group(1) + " 20" + month.group(2);
        List<DatePhrase> found = phrases.in(day, new Passage(0, day.length()));
        return found.stream()
                .map(phrase -> phrase.date().stored().start())
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(start -> DateText.parse(start.substring(0, "2014-03".length()), site))
                .map(read -> Read.of(read, true));
    }

    /** With points for dates that people write so, too, wherever the month is first: 03.24.2014. */
    private String ordered(String text) {
        return order == DateOrder.MONTH_FIRST
                ? text.replaceAll("(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2,4})(?!\\d)", "$1/$2/$3")
                : text;
    }

    /** The times of day of a cell, one or two; none if it is none. */
    static List<String> times(ReadCell cell) {
        String text = cell.text().strip();
        String[] parts = BETWEEN_TIMES.split(text);
        if (text.isEmpty() || parts.length > 2) {
            return List.of();
        }
        Optional<String> first = time(parts[0]);
        Optional<String> second = parts.length > 1 ? time(parts[1]) : Optional.of("");
        if (first.isEmpty() || second.isEmpty()) {
            return List.of();
        }
        return second.get().isEmpty() ? List.of(first.get()) : List.of(first.get(), second.get());
    }

    private static Optional<String> time(String text) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (!clock.matches()) {
            return TypedDate.time(text).map(Object::toString);
        }
        int hour = Integer.parseInt(clock.group("hour"));
        int minute = clock.group("minute") == null ? 0 : Integer.parseInt(clock.group("minute"));
        if (clock.group("half") != null) {
            hour = hour % 12 + (clock.group("half").toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(String.format("%02d:%02d", hour, minute));
    }

    /** The time zone of a cell; empty if it is none. */
    static Optional<String> zone(ReadCell cell) {
        try {
            String text = cell.text().strip();
            return ZoneId.getAvailableZoneIds().contains(text)
                    ? Optional.of(ZoneId.of(text).getId())
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
