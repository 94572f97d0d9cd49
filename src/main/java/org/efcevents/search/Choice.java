package org.efcevents.search;

/**
 * One value that a visitor can choose.
 *
 * @param name what the address calls it
 * @param label what visitors call it; null where that is a matter of the page's texts
 * @param count how many events it would give together with the other filters
 * @param chosen whether it is chosen now
 * @param query the query string of the address that it leads to
 */
public record Choice(String name, String label, int count, boolean chosen, String query) {}
