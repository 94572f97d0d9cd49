/** Details of links to events for other sites (oEmbed 1.0, oembed.com). */
package org.efcevents.oembed;
