package org.efcevents.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventEntry;
import org.efcevents.event.EventStatus;
import org.efcevents.event.EventSummary;
import org.efcevents.workpackage.WorkPackage;

/**
 * An event in a calendar: a {@code VEVENT} (RFC 5545, 3.6.1).
 *
 * @param uid the node's identifier, which is the same on every instance and never changes (and contains no host: RFC
 *     7986, 5.3)
 * @param sequence increases with every modification (RFC 5545, 3.8.7.4): the seconds between creation and last
 *     modification, which are the same on every instance
 * @param revised when the event was last modified; used instead of the time of the request so that an unmodified event
 *     gives the same bytes
 * @param date its date, for which {@link #hasCalendarDate} must be true
 * @param siteZone the time zone of dates that have none of their own
 * @param language BCP 47 tag of the language of the texts
 * @param title its title
 * @param description plain text, or null
 * @param place where it takes place, in words; or null
 * @param address the absolute address of its page
 * @param onlineAddress where to take part online; or null
 * @param status whether it takes place as announced
 * @param categories the labels of its kind and its work packages
 */
public record CalendarEntry(
        String uid,
        long sequence,
        Instant revised,
        EventDate date,
        ZoneId siteZone,
        String language,
        String title,
        String description,
        String place,
        String address,
        String onlineAddress,
        OpenEnum<EventStatus> status,
        List<String> categories) {
    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    /** Makes a defensive copy of the categories. */
    public CalendarEntry {
        categories = List.copyOf(categories);
    }

    /**
     * Whether a calendar can represent a date: only if it is known to the day. For a month, a year or a day without a
     * year, one would have to make up a day.
     */
    public static boolean hasCalendarDate(EventDate date) {
        return date.isKnownToTheDay();
    }

    /**
     * Describes an event in a language. {@code kind} is the label of its kind, or empty; for the other parameters see
     * the components.
     */
    public static CalendarEntry of(EventEntry event, String language, ZoneId siteZone, String address, String kind) {
        EventSummary summary = event.summary();
        String place = summary.place().inWords(language);
        String about = event.text() == null ? summary.teaser() : event.text().text(address);
        return new CalendarEntry(
                summary.id(),
                sequence(event.created(), event.revised()),
                event.revised(),
                summary.date(),
                siteZone,
                language,
                summary.title(),
                Stream.of(summary.statusText(), about)
                        .filter(Objects::nonNull)
                        .reduce((status, text) -> status + "\n\n" + text)
                        .orElse(null),
                place.isEmpty() ? null : place,
                address,
                event.onlineAddress(),
                summary.status(),
                Stream.concat(
                                Stream.of(kind).filter(words -> !words.isEmpty()),
                                summary.workPackages().stream().map(WorkPackage::label))
                        .toList());
    }

    /** Limited to the range of iCalendar integers (RFC 5545, 3.3.8), which is 68 years. */
    private static long sequence(Instant created, Instant revised) {
        return Math.max(
                0,
                Math.min(Integer.MAX_VALUE, Duration.between(created, revised).toSeconds()));
    }

    /** The entry as part of an {@link EventCalendar}; every line ends with CR LF. */
    public String text() {
        List<ContentLine> lines = new ArrayList<>();
        String stamp = moment(revised);
        lines.add(ContentLine.plain("BEGIN", "VEVENT"));
        lines.add(ContentLine.text("UID", uid));
        // Without a METHOD it says when the event was last revised (RFC 5545, 3.8.7.2).
        lines.add(ContentLine.plain("DTSTAMP", stamp));
        lines.add(ContentLine.plain("LAST-MODIFIED", stamp));
        lines.add(ContentLine.plain("SEQUENCE", Long.toString(sequence)));
        when(lines);
        lines.add(ContentLine.text("SUMMARY;LANGUAGE=" + language, title));
        if (description != null) {
            lines.add(ContentLine.text("DESCRIPTION;LANGUAGE=" + language, description));
        }
        if (place != null) {
            lines.add(ContentLine.text("LOCATION;LANGUAGE=" + language, place));
        }
        ContentLine.uri("URL", address).ifPresent(lines::add);
        if (onlineAddress != null) {
            // RFC 7986, 5.11
            ContentLine.uri("CONFERENCE;VALUE=URI", onlineAddress).ifPresent(lines::add);
        }
        if (!categories.isEmpty()) {
            lines.add(ContentLine.texts("CATEGORIES", categories));
        }
        lines.add(ContentLine.plain("STATUS", statusValue()));
        lines.add(ContentLine.plain("END", "VEVENT"));
        return ContentLine.folded(lines);
    }

    /** RFC 5545, 3.8.1.11. */
    private String statusValue() {
        if (status.is(EventStatus.CANCELLED)) {
            return "CANCELLED";
        }
        return status.is(EventStatus.POSTPONED) ? "TENTATIVE" : "CONFIRMED";
    }

    private void when(List<ContentLine> lines) {
        LocalDate first = date.earliest().orElseThrow();
        LocalDate last = date.latest().orElseThrow();
        Optional<Instant> begin = date.begins(siteZone).map(OffsetDateTime::toInstant);
        Optional<Instant> end = date.ends(siteZone).map(OffsetDateTime::toInstant);
        // Of several days with no time of the end, the days are what is certain: both ends have to be of one type.
        if (begin.isPresent() && (end.isPresent() || first.equals(last))) {
            lines.add(ContentLine.plain("DTSTART", moment(begin.get())));
            end.ifPresent(moment -> lines.add(ContentLine.plain("DTEND", moment(moment))));
        } else {
            lines.add(ContentLine.plain("DTSTART;VALUE=DATE", DAY.format(first)));
            lines.add(end(first, last));
            // A day-long entry would otherwise show the reader as busy all day.
            lines.add(ContentLine.plain("TRANSP", "TRANSPARENT"));
        }
    }

    /** The end, which is exclusive (RFC 5545, 3.6.1). The day after 9999-12-31 cannot be written, hence the duration. */
    private static ContentLine end(LocalDate first, LocalDate last) {
        LocalDate end = last.plusDays(1);
        return end.getYear() > LAST_YEAR
                ? ContentLine.plain("DURATION", "P" + ChronoUnit.DAYS.between(first, end) + "D")
                : ContentLine.plain("DTEND;VALUE=DATE", DAY.format(end));
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant.atOffset(ZoneOffset.UTC));
    }
}
