/**
 * The channels through which the archive is read: pages, calendars, feeds and formats for programs, listed by {@link
 * Channel}.
 */
package org.efcevents.channel;
