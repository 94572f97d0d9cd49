/**
 * Reads events out of pages that were never meant for a program: the “Past Events” of a site, as a browser saved it or as text.
 *
 * <p>A page becomes {@link org.efcevents.migration.PageText}: its visible text in blocks, whatever markup it had. Its
 * {@link org.efcevents.migration.Entry entries} are found by what repeats, and the fields of each by rules. Each
 * {@link org.efcevents.migration.Finding} tells the words that it came from, the rule, and how sure it is. Nothing here writes anything or
 * asks any other machine.
 */
package org.efcevents.migration;
