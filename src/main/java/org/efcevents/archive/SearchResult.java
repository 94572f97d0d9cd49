package org.efcevents.archive;

import java.util.List;
import java.util.Map;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ActiveFilter;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.filter.FacetCounts;
import org.efcevents.filter.FacetedSearch;
import org.efcevents.filter.Pagination;
import org.efcevents.search.SearchTerms;

/** What a visitor's question to the archive has found, as the archive page shows it. */
public final class SearchResult {

    private final ArchiveFilter filter;
    private final FacetedSearch search;
    private final Pagination pages;
    private final Listing all;
    private final Listing listing;
    private final Map<String, List<Excerpt>> excerpts;
    private final List<Suggestion> suggestions;

    /**
     * One of several words that were looked for together and in vain.
     *
     * @param word the word, without accents and capitals
     * @param count how many events it would give alone, together with the other filters; at least one
     * @param query the query string of the address that asks for it
     */
    public record Suggestion(String word, int count, String query) {}

    /**
     * Where in an event's text a visitor's words are found.
     *
     * @param pieces a few words of the text, those that were looked for marked
     * @param language ISO 639 code of the language they are written in, where that is not the page's; else null
     */
    public record Excerpt(List<SearchTerms.Piece> pieces, String language) {}

    SearchResult(
            ArchiveFilter filter,
            FacetedSearch search,
            Pagination pages,
            Listing all,
            Listing listing,
            Map<String, List<Excerpt>> excerpts,
            List<Suggestion> suggestions) {
        this.filter = filter;
        this.search = search;
        this.pages = pages;
        this.all = all;
        this.listing = listing;
        this.excerpts = excerpts;
        this.suggestions = suggestions;
    }

    /** What was asked. */
    public ArchiveFilter filter() {
        return filter;
    }

    /** How many events were found, on all pages. */
    public int total() {
        return search.found().size();
    }

    /** How many events this reader's archive has. */
    public int archiveSize() {
        return search.size();
    }

    /** The events of all pages, in their order. */
    public List<EventSummary> all() {
        return all.all();
    }

    /** The events of this page, in their order. */
    public Listing listing() {
        return listing;
    }

    /** How many of what was found, on all pages, is over and began in this year, {@link Listing.YearGroup#number()}. */
    public int pastIn(String year) {
        return all.past().stream()
                .filter(past -> past.number().equals(year))
                .mapToInt(past -> past.events().size())
                .sum();
    }

    /**
     * Where an event of this page has the words that its title, teaser and place do not have.
     *
     * @param event its {@link org.efcevents.event.EventSummary#id()}
     * @return the passages in the order of the event's page; none where no words are looked for
     */
    public List<Excerpt> excerpts(String event) {
        return excerpts.getOrDefault(event, List.of());
    }

    /** The words that would give something alone; none unless several words together gave nothing. */
    public List<Suggestion> suggestions() {
        return suggestions;
    }

    /** All pages. */
    public Pagination pages() {
        return pages;
    }

    /** The filters in use, each with what there would be without it. */
    public List<ActiveFilter> activeFilters() {
        return search.activeFilters();
    }

    /**
     * What can be chosen in a facet.
     *
     * @param parameter {@code year}, {@code workPackage}, {@code kind}, {@code place} or {@code session}
     * @throws IllegalArgumentException if it is another
     */
    public FacetCounts facet(String parameter) {
        return search.facet(Facet.of(parameter)
                .orElseThrow(() -> new IllegalArgumentException("Events cannot be chosen by \"" + parameter
                        + "\": there are year, workPackage, kind, place and session")));
    }
}
