/** Events as iCalendar objects (RFC 5545, RFC 7986), to import or subscribe to. */
package org.efcevents.calendar;
