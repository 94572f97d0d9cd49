package org.efcevents.archive;

import java.text.Collator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.ChosenSpeaker;
import org.efcevents.filter.Facet;
import org.efcevents.filter.FacetCounts;
import org.efcevents.filter.FacetedSearch;
import org.efcevents.filter.Pagination;
import org.efcevents.index.EventSelection;
import org.efcevents.index.EventTable;
import org.efcevents.index.IndexedEvent;
import org.efcevents.search.EventTexts;
import org.efcevents.search.EventTexts.SearchableText;
import org.efcevents.search.SearchTerms;
import org.efcevents.speaker.Speaker;

/** Finds what a visitor asks for. */
final class ArchiveSearch {

    /** How many excerpts of an event are shown if its title, teaser and place do not contain the search terms. */
    private static final int EXCERPTS = 2;

    private final ArchiveQueries queries;
    private final VisibleEvents visible;
    private final SiteTime moment;
    private final Locale locale;
    private final Collator alphabet;

    ArchiveSearch(ArchiveQueries queries, VisibleEvents visible, SiteTime moment, Locale locale, Collator alphabet) {
        this.queries = queries;
        this.visible = visible;
        this.moment = moment;
        this.locale = locale;
        this.alphabet = alphabet;
    }

    SearchResult find(ArchiveFilter filter, int pageSize) {
        FacetedSearch search = search(filter);
        EventSelection all = search.found();
        Pagination pages = Pagination.of(filter, pageSize, all.size());
        if (!search.isWithinYears() || !pages.exists()) {
            return null;
        }
        List<EventSummary> shown = visible.read(pages.cut(all));
        return new SearchResult(
                filter,
                search,
                pages,
                visible.all().order(moment.now()),
                moment.listing(shown),
                excerpts(shown, filter.terms()),
                all.isEmpty() ? suggestions(filter) : List.of());
    }

    private FacetedSearch search(ArchiveFilter filter) {
        EventTable table = visible.all();
        Predicate<IndexedEvent> hasWords = visible.having(filter.terms());
        return new FacetedSearch(
                table.order(moment.now()),
                filter,
                row -> hasWords.test(table.event(row)),
                filter.speakers().stream().map(this::speaker).toList(),
                visible.workPackages()::get,
                alphabet);
    }

    private ChosenSpeaker speaker(String slug) {
        return queries.speaker(slug)
                .filter(node -> !node.isDeleted())
                .flatMap(node -> queries.read(node, Speaker::of))
                .map(speaker -> new ChosenSpeaker(
                        slug,
                        speaker.fullName(),
                        visible.ofSpeaker(speaker.id()).rows()::get))
                .orElseGet(() -> new ChosenSpeaker(slug, slug, row -> false));
    }

    /** The values that the reader's events have in a facet, in order. */
    List<String> values(Facet facet) {
        return search(ArchiveFilter.none()).facet(facet).choices().stream()
                .map(FacetCounts.Choice::name)
                .toList();
    }

    private List<SearchResult.Suggestion> suggestions(ArchiveFilter filter) {
        return filter.terms().each().stream()
                .map(filter::with)
                .map(one -> new SearchResult.Suggestion(
                        one.terms().typed(), search(one).found().size(), one.query()))
                .filter(suggestion -> suggestion.count() > 0)
                .toList();
    }

    private Map<String, List<SearchResult.Excerpt>> excerpts(List<EventSummary> events, SearchTerms terms) {
        Map<String, List<SearchResult.Excerpt>> excerpts = new HashMap<>();
        for (EventSummary event : terms.isEmpty() ? List.<EventSummary>of() : events) {
            excerpts.put(event.id(), excerpts(event, terms));
        }
        return excerpts;
    }

    private List<SearchResult.Excerpt> excerpts(EventSummary event, SearchTerms terms) {
        List<String> visibleAnyway = new ArrayList<>(List.of(event.title(), place(event)));
        Optional.ofNullable(event.teaser()).ifPresent(visibleAnyway::add);
        SearchTerms missing = terms.without(visibleAnyway);
        List<SearchResult.Excerpt> excerpts = new ArrayList<>();
        if (missing.isEmpty()) {
            return excerpts;
        }
        for (SearchableText passage : passages(event)) {
            if (!missing.isEmpty() && excerpts.size() < EXCERPTS) {
                List<SearchTerms.Piece> pieces = missing.excerpt(passage.text());
                if (!pieces.isEmpty()) {
                    excerpts.add(new SearchResult.Excerpt(pieces, passage.language()));
                    missing = missing.without(List.of(passage.text()));
                }
            }
        }
        return List.copyOf(excerpts);
    }

    private String place(EventSummary event) {
        return event.place().inWords(locale.toLanguageTag());
    }

    private List<SearchableText> passages(EventSummary event) {
        if (event.isListedOnly()) {
            return List.of();
        }
        Optional<ContentNode> node = queries.content(event.id());
        List<SearchableText> passages = new ArrayList<>();
        node.ifPresent(own -> passages.addAll(EventTexts.of(own, locale)));
        node.map(EventTexts::parts).orElse(List.of()).forEach(part -> {
            Optional.ofNullable(part.rawTextAlone("speaker"))
                    .flatMap(speaker -> part.byId(NodeType.SPEAKER, speaker))
                    .filter(speaker -> !speaker.isDeleted())
                    .map(EventTexts::namesOf)
                    .ifPresent(passages::add);
            passages.addAll(EventTexts.ofPart(part));
        });
        return passages;
    }
}
