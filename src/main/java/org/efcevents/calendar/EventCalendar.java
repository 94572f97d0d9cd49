package org.efcevents.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An iCalendar object ({@code text/calendar}, UTF-8): a single event to import or a calendar to subscribe to.
 *
 * @param feed the name and address of a calendar to subscribe to; null for a file to import, because calendar programs
 *     make a new calendar of a file that has a name
 * @param entries at least one, because an object without components is invalid (RFC 5545, 3.6)
 */
public record EventCalendar(Feed feed, List<CalendarEntry> entries) {
    private static final String PRODUCT = "-//efc-events//Event archive//EN";

    /**
     * What identifies a calendar to its subscribers (RFC 7986, 5.1, 5.7, 5.8).
     *
     * @param name the name of the calendar
     * @param address the absolute address of the calendar itself
     */
    public record Feed(String name, String address) {}

    /**
     * Makes a defensive copy of the entries.
     *
     * @throws IllegalArgumentException if there are none, or one has a date that a calendar cannot represent
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

    /** The object as text. Every line, including the last, ends with CR LF. */
    public String text() {
        return beginning(feed) + entries.stream().map(CalendarEntry::text).collect(Collectors.joining()) + end();
    }

    /**
     * What comes before the first entry: {@link CalendarEntry#text}.
     *
     * @param feed see the component
     */
    public static String beginning(Feed feed) {
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
        return ContentLine.folded(lines);
    }

    /**
     * What a calendar to subscribe to has if there are no entries: the definition of a time zone, since a calendar needs a component
     * (RFC 5545, 3.6) and this one shows nowhere.
     */
    public static String inPlaceOfEvents() {
        return ContentLine.folded(List.of(
                ContentLine.plain("BEGIN", "VTIMEZONE"),
                ContentLine.plain("TZID", "UTC"),
                ContentLine.plain("BEGIN", "STANDARD"),
                ContentLine.plain("DTSTART", "19700101T000000"),
                ContentLine.plain("TZOFFSETFROM", "+0000"),
                ContentLine.plain("TZOFFSETTO", "+0000"),
                ContentLine.plain("END", "STANDARD"),
                ContentLine.plain("END", "VTIMEZONE")));
    }

    /** What comes after the last entry. */
    public static String end() {
        return ContentLine.plain("END", "VCALENDAR").folded();
    }
}
