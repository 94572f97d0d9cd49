/** XML output, for feeds and the sitemap. */
package org.efcevents.xml;
