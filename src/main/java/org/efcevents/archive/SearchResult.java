package org.efcevents.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.efcevents.filter.ActiveFilter;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.filter.FacetCounts;
import org.efcevents.filter.FacetedSearch;
import org.efcevents.filter.Pagination;
import org.efcevents.index.Column;
import org.efcevents.index.EventSelection;
import org.efcevents.index.PageOrder;
import org.efcevents.search.SearchTerms;

/** What was found for a visitor, as the archive page shows it. */
public final class SearchResult {

    private final ArchiveFilter filter;
    private final FacetedSearch search;
    private final Pagination pages;
    private final PageOrder order;
    private final Listing listing;
    private final Map<String, List<Excerpt>> excerpts;
    private final List<Suggestion> suggestions;

    /**
     * One of several words that together gave no result.
     *
     * @param word the word, without accents and in lower case
     * @param count how many events it would give without the other words, in combination with the filters; at least one
     * @param query the query string that searches for it
     */
    public record Suggestion(String word, int count, String query) {}

    /**
     * A place in an event's text where search terms were found.
     *
     * @param pieces a short stretch of the text, with matches marked
     * @param language ISO 639 code of its language if that differs from the page's, else null
     */
    public record Excerpt(List<SearchTerms.Piece> pieces, String language) {}

    SearchResult(
            ArchiveFilter filter,
            FacetedSearch search,
            Pagination pages,
            PageOrder order,
            Listing listing,
            Map<String, List<Excerpt>> excerpts,
            List<Suggestion> suggestions) {
        this.filter = filter;
        this.search = search;
        this.pages = pages;
        this.order = order;
        this.listing = listing;
        this.excerpts = excerpts;
        this.suggestions = suggestions;
    }

    /** The filter that gave this result. */
    public ArchiveFilter filter() {
        return filter;
    }

    /** The number of events found, on all pages. */
    public int total() {
        return all().size();
    }

    /** The number of events that this reader may see. */
    public int archiveSize() {
        return search.size();
    }

    /** The events of all pages, in order. */
    public EventSelection all() {
        return search.found();
    }

    /** The events of this page. */
    public Listing listing() {
        return listing;
    }

    /** The number of past events found, on all pages, that began in this year ({@link Listing.YearGroup#number()}). */
    public int pastIn(String year) {
        Column<Integer> years = all().table().years();
        int number = years.numberOf(Integer.valueOf(year));
        return all().where(row -> years.number(row) == number && order.isPast(row))
                .size();
    }

    /**
     * Excerpts with the search terms that an event's title, teaser and place do not contain.
     *
     * @param event its {@link org.efcevents.event.EventSummary#id()}
     * @return in the order of the event's page; empty if no words were searched for
     */
    public List<Excerpt> excerpts(String event) {
        return excerpts.getOrDefault(event, List.of());
    }

    /** The words that would give a result on their own; empty unless several words together gave none. */
    public List<Suggestion> suggestions() {
        return suggestions;
    }

    /** The pages of the result. */
    public Pagination pages() {
        return pages;
    }

    /** The filters in use, each with what would be found without it. */
    public List<ActiveFilter> activeFilters() {
        return search.activeFilters();
    }

    /**
     * The values of a facet.
     *
     * @param parameter {@link Facet#parameter}
     * @throws IllegalArgumentException if there is no such facet
     */
    public FacetCounts facet(String parameter) {
        return search.facet(Facet.of(parameter)
                .orElseThrow(() -> new IllegalArgumentException("Events cannot be chosen by \"" + parameter
                        + "\": there are "
                        + Arrays.stream(Facet.values()).map(Facet::parameter).toList())));
    }
}
