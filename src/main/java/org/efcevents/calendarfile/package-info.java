/**
 * Reads calendars that other programs wrote: iCalendar (RFC 5545, RFC 7986). What writes them is {@link org.efcevents.calendar}.
 *
 * <p>{@link org.efcevents.calendarfile.CalendarReader} makes a {@link org.efcevents.source.Source} of a file, with an event for each event and each
 * instance of what recurs. Nothing that a calendar refers to is fetched, and no e-mail address of who was invited is taken.
 */
package org.efcevents.calendarfile;
