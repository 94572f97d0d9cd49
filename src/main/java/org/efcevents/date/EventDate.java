package org.efcevents.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When an event was or is: a calendar date that is known to a {@link Precision}, never an instant.
 *
 * <p>Reading never fails: what cannot be read has the precision {@link Precision#UNKNOWN}, and {@link #problems()} says
 * why. Nothing depends on the zone, the language or the clock of the JVM. Two dates are equal if they say the same, whatever
 * was wrong with the text that they came from.
 *
 * <p>No method takes or returns null. What page templates call ({@link #inWords}, {@link #parts}, {@link #yearText},
 * {@link #edtfText}) returns plain text, since FreeMarker prints no {@link Optional}.
 */
public final class EventDate {

    /**
     * Newest first, for past events: by the first possible day, latest first. On the same first day the more exact date
     * comes first, so that "March 2015" follows all of March's days and "2015" all of 2015's months; then the later time
     * of day, then the later end. Undated ones come last: days without a year in the calendar's order, then those not
     * recorded. Dates that are the same in all this compare as 0: add a tie-break.
     */
    public static final Comparator<EventDate> NEWEST_FIRST =
            datedFirst(Comparator.comparing(EventDate::firstDay, Comparator.reverseOrder())
                    .thenComparing(EventDate::precision)
                    .thenComparing(EventDate::firstTime, Comparator.reverseOrder())
                    .thenComparing(EventDate::lastDay, Comparator.reverseOrder()));

    /**
     * Soonest first, for upcoming events: by the first day, but months and years by their last day, so that here too
     * "March 2015" follows all of March's days and "2015" all of 2015's months. On the same day the more exact date comes
     * first, then the earlier time of day, then the earlier end. Undated ones come last, as in {@link #NEWEST_FIRST}.
     * Dates that are the same in all this compare as 0: add a tie-break.
     */
    public static final Comparator<EventDate> SOONEST_FIRST =
            datedFirst(Comparator.comparing((EventDate date) -> date.isByDay() ? date.firstDay() : date.lastDay())
                    .thenComparing(EventDate::precision)
                    .thenComparing(EventDate::firstDay)
                    .thenComparing(EventDate::firstTime)
                    .thenComparing(EventDate::lastDay));

    private final Span span;
    private final ZoneId zone;
    private final boolean approximate;
    private final List<Problem> problems;

    /** The date that a reader found; {@code zone} may be null. */
    EventDate(Span span, ZoneId zone, boolean approximate, List<Problem> problems) {
        this.span = span;
        this.zone = zone;
        this.approximate = approximate && span.precision() != Precision.UNKNOWN;
        this.problems = List.copyOf(problems);
    }

    /**
     * Something wrong in the text that a date was read from.
     *
     * @param property the property that it is about, such as {@code end}
     * @param text what that property says; empty where it says nothing
     * @param type what kind of thing is wrong, for those who put it into the words of a reader
     * @param message what is wrong and what becomes of it, in English
     */
    public record Problem(String property, String text, Type type, String message) {

        /** What can be wrong. */
        public enum Type {
            /** The property says nothing, and the precision asks for it. */
            MISSING,
            /** It cannot be read, and is left out. */
            UNREADABLE,
            /** Its end is missing or not after the beginning, and is left out. */
            END,
            /** It says another precision than the event does; what the date itself says is shown. */
            MISMATCH,
            /** A time of day that clocks skipped on that day; what they showed instead is shown. */
            SKIPPED,
            /** It is marked as uncertain, and is shown as approximate. */
            UNCERTAIN,
            /** It is for another precision, and is not shown. */
            UNUSED;

            /** How keys of messages name it, such as {@code missing}. */
            public String key() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** The property and the message, as a line to print. */
        @Override
        public String toString() {
            return property + ": " + message;
        }
    }

    /**
     * A piece of a date in words. All pieces in order, {@link #text()} after {@link #text()}, are {@link #inWords}.
     *
     * @param text what is to be seen; plain text, to be escaped
     * @param datetime the value for {@code <time datetime="…">} around the text: a valid date, month, year, yearless date,
     *     or date and time with offset (HTML Standard, 4.5.14); empty for what is between the dates
     * @param spoken what is to be heard: the same as the text, except where that is a dash ("to")
     */
    public record DatePart(String text, String datetime, String spoken) {

        /** Whether the piece is a date or time: whether {@link #datetime()} is not empty. */
        public boolean isTime() {
            return !datetime.isEmpty();
        }

        /** Whether {@link #spoken()} differs from the text, so that the text is to be hidden from screen readers. */
        public boolean isSpokenOtherwise() {
            return !spoken.equals(text);
        }
    }

    /**
     * The date that an event's properties say.
     *
     * <p>The precision decides which properties count; others are not used and reported. Where the precision is missing,
     * it follows from what is there. An end that cannot be read or is before the start is ignored and reported.
     */
    public static EventDate of(StoredDate stored) {
        return new StoredDateReader(stored).read();
    }

    /**
     * The date that an EDTF text says (ISO 8601-2:2019, levels 0 and 1, as far as events need them): {@code 2013-10-15},
     * {@code 2015-01}, {@code 2015}, {@code XXXX-06-24}, {@code 2014-03-24T09:30:00+01:00}, two of the same kind joined by
     * {@code /}, each with {@code ~} if approximate. Both ends count as approximate if one is.
     *
     * <p>A blank text is a date not recorded. A text in another form is one too, with a {@link #problems() problem} of the
     * property {@code edtf}.
     */
    public static EventDate parseEdtf(String text) {
        if (text.isBlank()) {
            return new EventDate(new Span.Unrecorded(), null, false, List.of());
        }
        EdtfParser.ParsedEdtf parsed = EdtfParser.read(text.strip());
        List<Problem> problems = parsed.problem() == null
                ? List.of()
                : List.of(new Problem("edtf", text.strip(), parsed.type(), parsed.problem()));
        return new EventDate(parsed.span(), null, parsed.approximate(), problems);
    }

    /** How exactly the date is known: of what could be read, which may be less than what was stored. */
    public Precision precision() {
        return span.precision();
    }

    /** Whether it is a good guess; never so for a date that is not recorded. */
    public boolean isApproximate() {
        return approximate;
    }

    /** Whether it has a place in time: whether its year is recorded. */
    public boolean isDated() {
        return span.earliest().isPresent();
    }

    /** The event's own zone; empty if none is stored or it cannot be read. */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone);
    }

    /** What is wrong in the text that it was read from, for an editor; empty if nothing is. */
    public List<Problem> problems() {
        return problems;
    }

    /** The first day that it may fall on, in the event's own zone; empty without a year. */
    public Optional<LocalDate> earliest() {
        return span.earliest();
    }

    /** The last day that it may fall on, in the event's own zone; empty without a year. */
    public Optional<LocalDate> latest() {
        return span.latest();
    }

    /** The year that it belongs to in an archive, which is the year it begins in; empty without a year. */
    public OptionalInt year() {
        return span.earliest().stream().mapToInt(LocalDate::getYear).findFirst();
    }

    /** {@link #year()} as text; empty without a year. */
    public String yearText() {
        return span.earliest().map(day -> Integer.toString(day.getYear())).orElse("");
    }

    /**
     * The date in EDTF; empty if it is not recorded. {@link #parseEdtf} reads it back, except for the name of the zone.
     *
     * <p>Times carry their offset if the zone is known. An interval of times is ISO 8601's, since EDTF's go by days. An
     * approximate date with times is given by its days, since EDTF cannot write an approximate time.
     */
    public Optional<String> edtf() {
        return span.edtf(approximate ? "~" : "");
    }

    /** {@link #edtf()} as text; empty if the date is not recorded. */
    public String edtfText() {
        return edtf().orElse("");
    }

    /**
     * The moment at which it begins, as clocks show it there; empty unless its time is known.
     *
     * <p>A time that clocks skip has the offset from before they were put forward, and one that occurs twice is the first of
     * the two (RFC 5545, 3.3.5). With a zone of the event's own, a skipped time is given as the one that clocks showed instead.
     *
     * @param siteZone where its wall clock hangs if the event has no zone of its own
     */
    public Optional<OffsetDateTime> begins(ZoneId siteZone) {
        return span instanceof Span.Timed timed
                ? Optional.of(timed.begins(zone == null ? siteZone : zone)).filter(EventDate::hasYearInUtc)
                : Optional.empty();
    }

    /**
     * The moment at which it ends, always after that at which it begins; empty unless the time of its end is known. See {@link
     * #begins}.
     *
     * @param siteZone where its wall clock hangs if the event has no zone of its own
     */
    public Optional<OffsetDateTime> ends(ZoneId siteZone) {
        return span instanceof Span.Timed timed
                ? timed.ends(zone == null ? siteZone : zone).filter(EventDate::hasYearInUtc)
                : Optional.empty();
    }

    /** No notation has more than four digits, or a year before the first, for the moments next to them in another zone. */
    private static boolean hasYearInUtc(OffsetDateTime moment) {
        int year = moment.withOffsetSameInstant(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }

    /**
     * Where the date stands at a moment. It is upcoming until its first possible day or its time begins, and past only
     * when its last possible day or its time has ended; a month or a year is ongoing as long as it runs. Times without an
     * end run until the end of their last day.
     *
     * @param now the moment
     * @param siteZone where days begin and end if the event has no zone of its own
     */
    public Phase phase(Instant now, ZoneId siteZone) {
        return span.phase(now, zone == null ? siteZone : zone);
    }

    /**
     * When {@link #phase} will next be another one; empty if it never will.
     *
     * @param now the moment after which
     * @param siteZone where days begin and end if the event has no zone of its own
     */
    public Optional<Instant> nextPhase(Instant now, ZoneId siteZone) {
        ZoneId days = zone == null ? siteZone : zone;
        return Stream.of(span.opens(days), span.closes(days))
                .flatMap(Optional::stream)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /**
     * The date in a language's own words, such as "24–26 March 2014" or "du 24 au 26 mars 2014".
     *
     * <p>English and French are worded in full. Other languages have the JDK's long date of that language, both ends of a
     * range written out, and English where words are needed; a file {@code words_<language>.properties} beside
     * {@code words.properties} gives them their own.
     */
    public String inWords(Locale locale) {
        return parts(locale).stream().map(DatePart::text).collect(Collectors.joining());
    }

    /** {@link #inWords} as it is to be heard, such as "24 to 26 March 2014": for labels and descriptions. */
    public String spoken(Locale locale) {
        return parts(locale).stream().map(DatePart::spoken).collect(Collectors.joining());
    }

    /** The pieces of {@link #inWords}, for {@code <time>} elements; a range has two. Never empty, cannot be changed. */
    public List<DatePart> parts(Locale locale) {
        return new EventDateFormatter(locale).parts(span, zone, approximate);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventDate date
                && span.equals(date.span)
                && Objects.equals(zone, date.zone)
                && approximate == date.approximate;
    }

    @Override
    public int hashCode() {
        return Objects.hash(span, zone, approximate);
    }

    /** EDTF, or {@code unknown}: for logs and tests. */
    @Override
    public String toString() {
        return edtf().orElse(Precision.UNKNOWN.stored());
    }

    private static Comparator<EventDate> datedFirst(Comparator<EventDate> dated) {
        Comparator<EventDate> undated =
                Comparator.comparing(EventDate::precision).thenComparing(EventDate::monthAndDay);
        return (a, b) -> {
            if (a.isDated() != b.isDated()) {
                return a.isDated() ? -1 : 1;
            }
            return a.isDated() ? dated.compare(a, b) : undated.compare(a, b);
        };
    }

    // What the comparators read: each is asked only of dates that have it, or where it makes no difference.

    private LocalDate firstDay() {
        return span.earliest().orElseThrow();
    }

    private LocalDate lastDay() {
        return span.latest().orElseThrow();
    }

    private LocalTime firstTime() {
        return span instanceof Span.Timed timed ? timed.startTime() : LocalTime.MIDNIGHT;
    }

    private MonthDay monthAndDay() {
        return span instanceof Span.Yearless yearless ? yearless.day() : MonthDay.of(1, 1);
    }

    private boolean isByDay() {
        return span.precision() == Precision.TIME || span.precision() == Precision.DAY;
    }
}
