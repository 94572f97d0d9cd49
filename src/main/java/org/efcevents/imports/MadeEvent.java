package org.efcevents.imports;

/**
 * An event that was made from a page.
 *
 * @param position of its entry on the page, from 1
 * @param id its identifier
 * @param digest of the entry's words: the same words are not imported twice
 */
public record MadeEvent(int position, String id, String digest) {}
