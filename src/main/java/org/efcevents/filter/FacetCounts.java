package org.efcevents.filter;

import java.util.List;

/**
 * The values of one facet, each with what it would give.
 *
 * @param parameter the name of the parameter in an address
 * @param choices every value that the archive has, and the chosen one even if it is none of these
 * @param count how many events there are with the other filters and none in this facet
 * @param chosen the name of the chosen value; empty if none is
 * @param query the query string of the address without a choice in this facet
 */
public record FacetCounts(String parameter, List<Choice> choices, int count, String chosen, String query) {

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

    /** Whether a value of this facet is chosen. */
    public boolean isUsed() {
        return !chosen.isEmpty();
    }
}
