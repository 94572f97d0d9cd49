/** The channels in which the archive is read: pages, calendars, feeds, and what programs take. {@link Channel} lists them. */
package org.efcevents.channel;
