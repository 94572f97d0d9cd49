/**
 * Reads events out of pages that were never meant for a program: the “Past Events” of a site, as a browser saved it or as text.
 *
 * <p>{@link org.efcevents.migration.PageReader} finds the entries of a page by what repeats in it, and the fields of each by rules. Each
 * finding tells the words that it came from, the rule, and how sure it is; {@link org.efcevents.source.AccountedPart} tells of every character
 * what became of it. Nothing here writes anything or asks any other machine.
 */
package org.efcevents.migration;
