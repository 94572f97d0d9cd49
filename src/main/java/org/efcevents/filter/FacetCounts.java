package org.efcevents.filter;

import java.util.List;

/**
 * The values of a facet, with the number of events that each would give.
 *
 * @param parameter the name of the facet's query parameter
 * @param choices every value in the archive, plus the chosen ones that the archive does not have
 * @param count how many events there would be without a choice in this facet
 * @param chosen the names of the chosen values
 * @param query the query string without a choice in this facet
 */
public record FacetCounts(String parameter, List<Choice> choices, int count, List<String> chosen, String query) {

    /**
     * A value that visitors can choose.
     *
     * @param name its name in the query string
     * @param label its label; null if the page has a message for it
     * @param count how many events have it and match the filters of all other facets, which is how many it would give if it
     *     were the only choice in this one
     * @param chosen whether it is chosen
     * @param query the query string that chooses it and no other value of this facet
     */
    public record Choice(String name, String label, int count, boolean chosen, String query) {}

    /** Whether values of this facet are chosen. */
    public boolean isUsed() {
        return !chosen.isEmpty();
    }
}
