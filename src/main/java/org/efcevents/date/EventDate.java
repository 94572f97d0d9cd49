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

/**
 * The date of an event: a calendar date known to a certain {@link Precision}, never an instant.
 *
 * <p>Parsing never fails: text that cannot be understood gives a date of precision {@link Precision#UNKNOWN}, with an
 * explanation in {@link #problems()}. Nothing depends on the time zone, language or clock of the JVM. Problems are not
 * part of equality.
 *
 * <p>No method takes or returns null. The methods for templates ({@link #inWords}, {@link #parts}, {@link #yearText},
 * {@link #edtfText}) return plain text, because FreeMarker cannot print an {@link Optional}.
 */
public final class EventDate {

    /**
     * Newest first, for past events: by the first possible day, latest first. For the same first day, the more precise
     * date comes first, so that "March 2015" follows all of March's days and "2015" all of 2015's months; then the
     * later time of day, then the later end. Dates without a year come last: days in calendar order, then those not
     * recorded. Dates that agree in all this compare as 0, so add a tie-breaker.
     */
    public static final Comparator<EventDate> NEWEST_FIRST =
            datedFirst(Comparator.comparing(EventDate::firstDay, Comparator.reverseOrder())
                    .thenComparing(EventDate::precision)
                    .thenComparing(EventDate::firstTime, Comparator.reverseOrder())
                    .thenComparing(EventDate::lastDay, Comparator.reverseOrder()));

    /**
     * Soonest first, for upcoming events: by the first day, but months and years by their last day, so that here too
     * "March 2015" follows all of March's days and "2015" all of 2015's months. For the same day, the more precise date
     * comes first, then the earlier time of day, then the earlier end. Dates without a year come last, as in {@link
     * #NEWEST_FIRST}. Dates that agree in all this compare as 0, so add a tie-breaker.
     */
    public static final Comparator<EventDate> SOONEST_FIRST = datedFirst(
            Comparator.comparing((EventDate date) -> date.isKnownToTheDay() ? date.firstDay() : date.lastDay())
                    .thenComparing(EventDate::precision)
                    .thenComparing(EventDate::firstDay)
                    .thenComparing(EventDate::firstTime)
                    .thenComparing(EventDate::lastDay));

    private final Span span;
    private final ZoneId zone;
    private final boolean approximate;
    private final List<Problem> problems;

    /** Creates a date; {@code zone} may be null. */
    EventDate(Span span, ZoneId zone, boolean approximate, List<Problem> problems) {
        this.span = span;
        this.zone = zone;
        this.approximate = approximate && span.precision() != Precision.UNKNOWN;
        this.problems = List.copyOf(problems);
    }

    /**
     * A problem in the stored text of a date.
     *
     * @param property the property concerned, such as {@code end}
     * @param text the text of that property; empty if it is missing
     * @param type the type of problem, for messages in other languages
     * @param message what is wrong and how it is dealt with, in English
     */
    public record Problem(String property, String text, Type type, String message) {

        /** The types of problems. */
        public enum Type {
            /** The property is missing although the precision requires it. */
            MISSING,
            /** The text cannot be parsed and is ignored. */
            UNREADABLE,
            /** The end is missing or not after the beginning, and is ignored. */
            END,
            /** The text has another precision than the event states. The text wins. */
            MISMATCH,
            /** The time of day was skipped by clocks on that day. The time that they showed instead is used. */
            SKIPPED,
            /** The date is marked as uncertain and treated as approximate. */
            UNCERTAIN,
            /** The year is so far from the present that it is probably a slip. It is used as it is. */
            UNLIKELY,
            /** The property belongs to another precision and is ignored. */
            UNUSED;

            /** The name used in message keys, such as {@code missing}. */
            public String key() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** The property and the message in one line. */
        @Override
        public String toString() {
            return property + ": " + message;
        }
    }

    /**
     * A part of a date in words. The {@link #text()}s of all parts in order make up {@link #inWords}.
     *
     * @param text the text to show; plain text, which needs escaping
     * @param datetime the value for {@code <time datetime="…">} around the text: a valid date, month, year, yearless
     *     date, or date and time with offset (HTML Standard, 4.5.14); empty for text between dates, and for
     *     approximate dates, which it cannot express
     * @param spoken the text for screen readers: the same, except that a dash is read as "to"
     */
    public record DatePart(String text, String datetime, String spoken) {

        /** Whether the part is a date or time, that is, whether it has a {@link #datetime()}. */
        public boolean isTime() {
            return !datetime.isEmpty();
        }

        /** Whether {@link #spoken()} differs from the text, which then has to be hidden from screen readers. */
        public boolean isSpokenOtherwise() {
            return !spoken.equals(text);
        }
    }

    /**
     * Reads the date from an event's properties.
     *
     * <p>The precision determines which properties are used; others are ignored and reported. If the precision is
     * missing, it is derived from the properties that are present. An end that cannot be parsed or is before the start
     * is ignored and reported.
     */
    public static EventDate of(StoredDate stored) {
        return new StoredDateReader(stored).read();
    }

    /**
     * Parses a date in EDTF (ISO 8601-2:2019, levels 0 and 1, as far as events need them): {@code 2013-10-15}, {@code
     * 2015-01}, {@code 2015}, {@code XXXX-06-24}, {@code 2014-03-24T09:30:00+01:00}, two of the same kind joined by
     * {@code /}, each with {@code ~} if approximate. Both ends count as approximate if one is.
     *
     * <p>Blank text gives a date that is not recorded, and so does any other text, with a {@link #problems() problem}
     * of the property {@code edtf}.
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

    /** How precisely the date is known, as far as it could be parsed, which may be less than what was stored. */
    public Precision precision() {
        return span.precision();
    }

    /** Whether it is known on which day, or about which, it begins. */
    public boolean isKnownToTheDay() {
        return span.precision() == Precision.TIME || span.precision() == Precision.DAY;
    }

    /** Whether it is known on which day it begins, as opposed to about which. */
    public boolean isOnACertainDay() {
        return isKnownToTheDay() && !approximate;
    }

    /** Whether the date is approximate; never true for a date that is not recorded. */
    public boolean isApproximate() {
        return approximate;
    }

    /** Whether the date has a place in time, that is, whether its year is recorded. */
    public boolean isDated() {
        return span.earliest().isPresent();
    }

    /** The event's own time zone; empty if there is none or it cannot be parsed. */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone);
    }

    /** The problems in the stored text, for editors. */
    public List<Problem> problems() {
        return problems;
    }

    /** The first possible day, in the event's own time zone; empty without a year. */
    public Optional<LocalDate> earliest() {
        return span.earliest();
    }

    /** The last possible day, in the event's own time zone; empty without a year. */
    public Optional<LocalDate> latest() {
        return span.latest();
    }

    /**
     * Whether it may lie within these days, which both count, even if only in part: if any of the days on which it may be is one
     * of them. A day without its year may lie wherever there is such a day. What is not recorded lies nowhere: it would be in
     * every answer.
     */
    public boolean mayLieWithin(LocalDate first, LocalDate last) {
        return span.mayLieWithin(first, last);
    }

    /** The year that the event is filed under, which is the one it begins in; empty without a year. */
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
     * <p>Times have an offset if the time zone is known. Intervals of times follow ISO 8601, because EDTF only has
     * intervals of days. Approximate times are reduced to their days, because EDTF cannot express them.
     */
    public Optional<String> edtf() {
        return span.edtf(approximate ? "~" : "");
    }

    /** {@link #edtf()} as text; empty if the date is not recorded. */
    public String edtfText() {
        return edtf().orElse("");
    }

    /**
     * The moment at which it begins, in local time; empty unless its time is known.
     *
     * <p>A time that clocks skip is read with the offset before the change, and one that occurs twice as the first of
     * the two (RFC 5545, 3.3.5). If the event has its own time zone, a skipped time is returned as the time that clocks
     * showed instead.
     *
     * @param siteZone the time zone to assume if the event has none
     */
    public Optional<OffsetDateTime> begins(ZoneId siteZone) {
        return span instanceof Span.Timed timed
                ? Optional.of(timed.begins(zone == null ? siteZone : zone)).filter(EventDate::hasYearInUtc)
                : Optional.empty();
    }

    /**
     * The moment at which it ends, which is always after its beginning; empty unless the time of its end is known. See
     * {@link #begins}.
     *
     * @param siteZone the time zone to assume if the event has none
     */
    public Optional<OffsetDateTime> ends(ZoneId siteZone) {
        return span instanceof Span.Timed timed
                ? timed.ends(zone == null ? siteZone : zone).filter(EventDate::hasYearInUtc)
                : Optional.empty();
    }

    /**
     * Keeps years within 1 to 9999, since no notation has others for moments that fall outside in another time zone.
     */
    private static boolean hasYearInUtc(OffsetDateTime moment) {
        int year = moment.withOffsetSameInstant(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }

    /**
     * The phase of the date at a moment. It is upcoming until its time or first possible day begins, and past only once
     * its time or last possible day has ended; months and years are ongoing for as long as they last. Times without an
     * end last until the end of their last day.
     *
     * @param now the moment
     * @param siteZone the time zone to assume if the event has none
     */
    public Phase phase(Instant now, ZoneId siteZone) {
        return span.phase(now, zone == null ? siteZone : zone);
    }

    /**
     * The first moment at which it is no longer upcoming; empty without a year.
     *
     * @param siteZone the time zone to assume if the event has none
     */
    public Optional<Instant> opens(ZoneId siteZone) {
        return span.opens(zone == null ? siteZone : zone);
    }

    /**
     * The first moment at which it is past; empty without a year.
     *
     * @param siteZone the time zone to assume if the event has none
     */
    public Optional<Instant> closes(ZoneId siteZone) {
        return span.closes(zone == null ? siteZone : zone);
    }

    /**
     * The date in words, such as "24–26 March 2014" or "du 24 au 26 mars 2014".
     *
     * <p>English and French have their own phrases. Other languages use the JDK's long date format, with both ends of a
     * range written out and English for any words in between, until they get a file {@code words_<language>.properties}
     * beside {@code words.properties}.
     */
    public String inWords(Locale locale) {
        return parts(locale).stream().map(DatePart::text).collect(Collectors.joining());
    }

    /** {@link #inWords} for screen readers, such as "24 to 26 March 2014", for use in labels and descriptions. */
    public String spoken(Locale locale) {
        return parts(locale).stream().map(DatePart::spoken).collect(Collectors.joining());
    }

    /**
     * The parts of {@link #inWords}, for {@code <time>} elements, of which a range has two. Immutable and never empty.
     */
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

    /** The date in EDTF, or {@code unknown}, for logs and tests. */
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
}
