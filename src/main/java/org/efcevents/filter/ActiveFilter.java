package org.efcevents.filter;

/**
 * A filter in use, and what would be found without it.
 *
 * @param parameter the name of its query parameter
 * @param name the chosen value, or the search terms as typed
 * @param label the value as shown to visitors; null if the page has a message for it
 * @param count how many events would be found without this filter
 * @param query the query string without this filter
 */
public record ActiveFilter(String parameter, String name, String label, int count, String query) {}
