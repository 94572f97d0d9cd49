package org.efcevents.search;

import java.util.List;

/**
 * The values of one dimension, each with what it would give.
 *
 * @param parameter the name of the parameter in an address
 * @param choices every value that the archive has, and the chosen one even if it is none of these
 * @param count how many events there are with the other filters and none in this dimension
 * @param chosen the name of the chosen value; empty if none is
 * @param query the query string of the address without a choice in this dimension
 */
public record Facet(String parameter, List<Choice> choices, int count, String chosen, String query) {

    /** Whether a value of this dimension is chosen. */
    public boolean isUsed() {
        return !chosen.isEmpty();
    }
}
