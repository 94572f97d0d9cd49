package org.efcevents.search;

/**
 * One of several words that were looked for together and in vain.
 *
 * @param word the word, without accents and capitals
 * @param count how many events it would give alone, together with the other filters; at least one
 * @param query the query string of the address that asks for it
 */
public record Suggestion(String word, int count, String query) {}
