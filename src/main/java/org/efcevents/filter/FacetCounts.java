package org.efcevents.filter;

import java.util.List;

/**
 * The values of a facet, with the number of events that each would give.
 *
 * @param parameter the name of the facet's query parameter
 * @param choices every value in the archive, plus the chosen one if the archive does not have it
 * @param count how many events there would be without a choice in this facet
 * @param chosen the name of the chosen value; empty if there is none
 * @param query the query string without a choice in this facet
 */
public record FacetCounts(String parameter, List<Choice> choices, int count, String chosen, String query) {

    /**
     * A value that visitors can choose.
     *
     * @param name its name in the query string
     * @param label its label; null if the page has a message for it
     * @param count how many events it would give in combination with the other filters
     * @param chosen whether it is chosen
     * @param query the query string that chooses it
     */
    public record Choice(String name, String label, int count, boolean chosen, String query) {}

    /** Whether a value of this facet is chosen. */
    public boolean isUsed() {
        return !chosen.isEmpty();
    }
}
