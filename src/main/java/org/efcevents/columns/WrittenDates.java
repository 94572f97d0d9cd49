package org.efcevents.columns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.efcevents.spreadsheet.ReadCell;
import org.efcevents.spreadsheet.ReadCell.Type;

/** Reads the dates and times that cells have, in whatever way people and spreadsheets write them. */
final class WrittenDates {

    /** Two numbers and a year, of which either of the two can be the day. */
    private static final Pattern DIGITS =
            Pattern.compile("(?<!\\d)(?<one>\\d{1,2})([/.-])(?<other>\\d{1,2})\\2(?:\\d{4}|\\d{2})(?!\\d)");

    private static final Pattern NOTATION = Pattern.compile("[\\dX]{4}(?:-\\d{2}.*|[~/\\[].*)?|X.*");

    /** What others write behind a time in ISO 8601; the time zone has a column of its own. */
    private static final Pattern SECONDS =
            Pattern.compile("(?<=T\\d\\d:\\d\\d)(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?");

    private static final Pattern SPACED_TIME = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d\\d:\\d\\d)");

    private static final Pattern SERIAL = Pattern.compile("(?<days>[2-7]\\d{4})(?:[.,]\\d+)?");
    /** As Excel shows a month: {@code Mar-14}. */
    private static final Pattern MONTH_AND_YEAR = Pattern.compile("^(\\p{L}{3,9})\\.?-([0-6]\\d)$");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);
    private static final Pattern CLOCK = Pattern.compile(
            "(?i)(?<hour>\\d{1,2})(?:(?:[:.h]| h )(?<minute>\\d{2})?(?::\\d{2})?)?\\s*(?<half>am|pm|a\\.m\\.|p\\.m\\.)?(?:\\s*(?:uhr|heures|hrs?|h))?");

    private static final Pattern BETWEEN_TIMES =
            Pattern.compile("\\s*(?:[-–—]|\\bto\\b|\\buntil\\b|\\bà\\b|\\bau\\b)\\s*");

    private final DatePhrases phrases;
    private final DateOrder order;
    private final ZoneId zone;

    /**
     * Begins.
     *
     * @param order of day and month in digits
     * @param zone of times that do not say theirs
     */
    WrittenDates(DateOrder order, ZoneId zone) {
        this.phrases = new DatePhrases(order);
        this.order = order;
        this.zone = zone;
    }

    /**
     * A date that was read.
     *
     * @param sure whether it can be nothing else, and the cell says nothing else
     */
    record Read(StoredDate date, boolean sure) {}

    /** Which of day and month is first, as far as dates tell: one that can be read in one way decides for all. */
    static DateOrder order(Collection<String> values) {
        boolean day = false;
        boolean month = false;
        for (String value : values) {
            Matcher digits = DIGITS.matcher(value);
            while (digits.find()) {
                int one = Integer.parseInt(digits.group("one"));
                int other = Integer.parseInt(digits.group("other"));
                day |= one > 12 && one < 32 && other < 13;
                month |= other > 12 && other < 32 && one < 13;
            }
        }
        return day == month ? DateOrder.UNKNOWN : day ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }

    /** Whether there are dates of which nobody can tell which number is the day. */
    static boolean areOpen(Collection<String> values) {
        return order(values) == DateOrder.UNKNOWN && values.stream().anyMatch(WrittenDates::isOpen);
    }

    /** Whether it has a date that is another one if day and month change places. */
    static boolean isOpen(String value) {
        Matcher digits = DIGITS.matcher(value);
        while (digits.find()) {
            int one = Integer.parseInt(digits.group("one"));
            int other = Integer.parseInt(digits.group("other"));
            if (one > 0 && one < 13 && other > 0 && other < 13 && one != other) {
                return true;
            }
        }
        return false;
    }

    /** The date of a cell; empty if it has none. */
    Optional<Read> date(ReadCell cell) {
        String text = cell.text().strip();
        if (cell.type() == Type.FLAG || text.isEmpty()) {
            return Optional.empty();
        }
        String iso =
                SECONDS.matcher(SPACED_TIME.matcher(text).replaceFirst("$1T")).replaceAll("");
        if (cell.type() == Type.DAY || NOTATION.matcher(iso).matches()) {
            Optional<StoredDate> stored = DateText.parse(midnightLeftOut(iso), zone);
            if (stored.isPresent()) {
                return Optional.of(new Read(stored.get(), true));
            }
        }
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches()) {
            LocalDate day = FIRST_SERIAL.plusDays(Integer.parseInt(serial.group("days")));
            return Optional.of(new Read(day(day), cell.type() == Type.NUMBER));
        }
        if (YEAR.matcher(text).matches()) {
            return DateText.parse(text, zone).map(year -> new Read(year, true));
        }
        return inWords(text);
    }

    private static String midnightLeftOut(String iso) {
        return iso.endsWith("T00:00") && iso.indexOf('/') < 0 ? iso.substring(0, iso.length() - 6) : iso;
    }

    private static StoredDate day(LocalDate day) {
        return new StoredDate("day", day.toString(), null, null, null, null, null, false);
    }

    private Optional<Read> inWords(String text) {
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
        String rest = ordered.substring(0, first.passage().from()) + " "
                + ordered.substring(first.passage().to());
        boolean sure = found.size() == 1
                && text.length() == begins.length()
                && first.otherwise().isEmpty()
                && !first.doubted()
                && WordForms.letters(rest).isEmpty();
        return Optional.of(new Read(date, sure));
    }

    /** The words for months alone may be others, too, and are not taken for such. */
    private Optional<Read> month(Matcher month) {
        String day = "1 " + month.group(1) + " 20" + month.group(2);
        List<DatePhrase> found = phrases.in(day, new Passage(0, day.length()));
        return found.stream()
                .map(phrase -> phrase.date().stored().start())
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(start -> DateText.parse(start.substring(0, "2014-03".length()), zone))
                .map(read -> new Read(read, true));
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
