/**
 * When an event was or is: {@link org.efcevents.date.EventDate} owns reading, ordering and wording of dates.
 *
 * <p>A date is a calendar date with a precision, not an instant. Nothing here reads the clock, the zone or the language of
 * the JVM: whoever needs "now", the site's zone or a language hands it in.
 */
package org.efcevents.date;
