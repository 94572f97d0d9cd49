package org.efcevents.archive;

import java.util.List;
import java.util.Map;
import org.efcevents.event.EventSummary;
import org.efcevents.search.ArchiveFilter;
import org.efcevents.search.Dimension;
import org.efcevents.search.Excerpt;
import org.efcevents.search.Facet;
import org.efcevents.search.Pages;
import org.efcevents.search.Search;
import org.efcevents.search.Suggestion;
import org.efcevents.search.UsedFilter;

/** What a visitor's question to the archive has found, as the archive page shows it. */
public final class FoundEvents {

    private final ArchiveFilter filter;
    private final Search search;
    private final Pages pages;
    private final Listing all;
    private final Listing listing;
    private final Map<String, List<Excerpt>> excerpts;
    private final List<Suggestion> suggestions;

    FoundEvents(
            ArchiveFilter filter,
            Search search,
            Pages pages,
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

    /** How many of what was found, on all pages, is over and began in this year, {@link Year#number()}. */
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
    public Pages pages() {
        return pages;
    }

    /** The filters in use, each with what there would be without it. */
    public List<UsedFilter> used() {
        return search.used();
    }

    /**
     * What can be chosen in a dimension.
     *
     * @param parameter {@code year}, {@code workPackage}, {@code kind}, {@code place} or {@code session}
     * @throws IllegalArgumentException if it is another
     */
    public Facet facet(String parameter) {
        return search.facet(Dimension.of(parameter)
                .orElseThrow(() -> new IllegalArgumentException("Events cannot be chosen by \"" + parameter
                        + "\": there are year, workPackage, kind, place and session")));
    }
}
