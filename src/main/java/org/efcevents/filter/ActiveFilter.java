package org.efcevents.filter;

/**
 * A filter that is in use, and what there would be without it.
 *
 * @param parameter the name of its parameter in the address
 * @param name the chosen value, or the words as typed
 * @param label what visitors call the value; null where that is a matter of the page's texts
 * @param count how many events the other filters alone would give
 * @param query the query string of the address without it
 */
public record ActiveFilter(String parameter, String name, String label, int count, String query) {}
