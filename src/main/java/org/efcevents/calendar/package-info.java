/** Events as iCalendar objects (RFC 5545, RFC 7986): what calendars take in and subscribe to. */
package org.efcevents.calendar;
