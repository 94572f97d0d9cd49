/**
 * What a source of events states, whatever it is: an old page ({@link org.efcevents.migration}), a table or a calendar. Each value has the words that
 * it came from and how sure it is. What becomes of it in the archive is said in {@link org.efcevents.imports}.
 */
package org.efcevents.source;
