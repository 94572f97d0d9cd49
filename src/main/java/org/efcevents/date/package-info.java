/**
 * The dates of events: {@link org.efcevents.date.EventDate} does the parsing, ordering and wording.
 *
 * <p>A date is a calendar date with a precision, not an instant. Nothing here depends on the clock, time zone or language of
 * the JVM: callers pass in the current time, the site's time zone and the language.
 */
package org.efcevents.date;
