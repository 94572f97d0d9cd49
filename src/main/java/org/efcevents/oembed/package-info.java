/** How other sites show a link to an event (oEmbed 1.0, oembed.com). */
package org.efcevents.oembed;
