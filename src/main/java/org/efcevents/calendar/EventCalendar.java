package org.efcevents.calendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efcevents.address.Addresses;
import org.efcevents.event.Event;

/**
 * An iCalendar object ({@code text/calendar}, UTF-8): one event to take in, or a feed to subscribe to.
 *
 * @param feed what names a feed; null for a file to take in, which must not have a name, or calendars make a new calendar of
 *     it
 * @param entries at least one, since an object without a component is not valid (RFC 5545, 3.6)
 */
public record EventCalendar(Feed feed, List<CalendarEntry> entries) {
    private static final String PRODUCT = "-//efc-events//Event archive//EN";

    /**
     * What a subscriber sees of a feed (RFC 7986, 5.1, 5.7, 5.8).
     *
     * @param name what the calendar is called
     * @param address where the feed itself is; absolute
     */
    public record Feed(String name, String address) {}

    /**
     * Copies the entries.
     *
     * @throws IllegalArgumentException if there are none, or the date of one has no place in a calendar
     */
    public EventCalendar {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs at least one event (RFC 5545, 3.6)");
        }
        for (CalendarEntry entry : entries) {
            if (!CalendarEntry.hasCalendarDate(entry.date())) {
                throw new IllegalArgumentException(
                        "The event " + entry.uid() + " is on no certain day: " + entry.date());
            }
        }
    }

    /**
     * Events as a calendar to subscribe to.
     *
     * @param events those that are to be in it; one that is on no certain day is left out, see {@link
     *     CalendarEntry#isPlaceable}
     * @param siteZone where the times of a date without a zone of its own belong
     * @param kinds what each kind of event is called
     * @param feed what names it
     * @return empty if no event is left
     */
    public static Optional<EventCalendar> of(
            List<Event> events, ZoneId siteZone, Addresses addresses, Map<String, String> kinds, Feed feed) {
        List<CalendarEntry> entries = events.stream()
                .filter(event -> CalendarEntry.hasCalendarDate(event.summary().date()))
                .map(event -> CalendarEntry.of(
                        event,
                        addresses.language(),
                        siteZone,
                        addresses.event(
                                event.summary().slug(), event.publication().languages()),
                        event.summary().kind() == null
                                ? ""
                                : kinds.getOrDefault(event.summary().kind().word(), "")))
                .toList();
        return entries.isEmpty() ? Optional.empty() : Optional.of(new EventCalendar(feed, entries));
    }

    /** The object in its own notation; each line, the last too, ends with CR LF. */
    public String text() {
        List<ContentLine> lines = new ArrayList<>();
        lines.add(ContentLine.plain("BEGIN", "VCALENDAR"));
        lines.add(ContentLine.plain("VERSION", "2.0"));
        lines.add(ContentLine.text("PRODID", PRODUCT));
        lines.add(ContentLine.plain("CALSCALE", "GREGORIAN"));
        if (feed != null) {
            lines.add(ContentLine.text("NAME", feed.name()));
            lines.add(ContentLine.text("X-WR-CALNAME", feed.name()));
            lines.add(ContentLine.plain("REFRESH-INTERVAL;VALUE=DURATION", "P1D"));
            lines.add(ContentLine.plain("X-PUBLISHED-TTL", "P1D"));
            lines.add(ContentLine.plain("SOURCE;VALUE=URI", feed.address()));
        }
        entries.forEach(entry -> lines.addAll(entry.lines()));
        lines.add(ContentLine.plain("END", "VCALENDAR"));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.folded()));
        return text.toString();
    }
}
