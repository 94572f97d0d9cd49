package org.efcevents.archive;

import java.text.Collator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.efcevents.content.ContentNode;
import org.efcevents.event.EventSummary;
import org.efcevents.search.ArchiveFilter;
import org.efcevents.search.EventTexts;
import org.efcevents.search.Excerpt;
import org.efcevents.search.Pages;
import org.efcevents.search.Passage;
import org.efcevents.search.Search;
import org.efcevents.search.SearchableEvent;
import org.efcevents.search.Suggestion;
import org.efcevents.search.Words;

/** Answers what a visitor asks of the archive. */
final class Finding {

    /** How many passages of an event are shown, where its title, teaser and place do not have what was looked for. */
    private static final int EXCERPTS = 2;

    private final ArchiveQueries queries;
    private final VisibleEvents visible;
    private final Moment moment;
    private final Locale locale;
    private final Collator alphabet;

    Finding(ArchiveQueries queries, VisibleEvents visible, Moment moment, Locale locale, Collator alphabet) {
        this.queries = queries;
        this.visible = visible;
        this.moment = moment;
        this.locale = locale;
        this.alphabet = alphabet;
    }

    FoundEvents find(ArchiveFilter filter) {
        List<SearchableEvent> events = visible.searchable(filter.words());
        Search search = new Search(events, filter, alphabet);
        Pages pages = Pages.of(filter, search.found().size());
        if (!search.isWithinYears() || !pages.isThere()) {
            return null;
        }
        Listing all = moment.listing(search.found());
        List<EventSummary> shown = pages.cut(all.all());
        return new FoundEvents(
                filter,
                search,
                pages,
                all,
                moment.listing(shown),
                excerpts(shown, filter.words()),
                search.found().isEmpty() ? suggestions(events, filter) : List.of());
    }

    private List<Suggestion> suggestions(List<SearchableEvent> events, ArchiveFilter filter) {
        return filter.words().each().stream()
                .map(filter::with)
                .map(one -> new Suggestion(
                        one.words().typed(),
                        new Search(events, one, alphabet).found().size(),
                        one.query()))
                .filter(suggestion -> suggestion.count() > 0)
                .toList();
    }

    private Map<String, List<Excerpt>> excerpts(List<EventSummary> events, Words words) {
        Map<String, List<Excerpt>> excerpts = new HashMap<>();
        for (EventSummary event : words.isEmpty() ? List.<EventSummary>of() : events) {
            excerpts.put(event.id(), excerpts(event, words));
        }
        return excerpts;
    }

    private List<Excerpt> excerpts(EventSummary event, Words words) {
        List<String> visibleAnyway = new ArrayList<>(List.of(event.title(), place(event)));
        Optional.ofNullable(event.teaser()).ifPresent(visibleAnyway::add);
        Words missing = words.without(visibleAnyway);
        List<Excerpt> excerpts = new ArrayList<>();
        if (missing.isEmpty()) {
            return excerpts;
        }
        for (Passage passage : passages(event)) {
            if (!missing.isEmpty() && excerpts.size() < EXCERPTS) {
                List<Words.Piece> pieces = missing.excerpt(passage.text());
                if (!pieces.isEmpty()) {
                    excerpts.add(new Excerpt(pieces, passage.language()));
                    missing = missing.without(List.of(passage.text()));
                }
            }
        }
        return List.copyOf(excerpts);
    }

    private String place(EventSummary event) {
        return event.place().inWords(locale.getLanguage());
    }

    private List<Passage> passages(EventSummary event) {
        if (event.isListedOnly()) {
            return List.of();
        }
        Optional<ContentNode> node = queries.content(event.id());
        List<Passage> passages = new ArrayList<>();
        node.ifPresent(own -> passages.addAll(EventTexts.of(own, locale)));
        node.map(own -> own.entries("participations")).orElse(List.of()).forEach(participation -> {
            Optional.ofNullable(participation.plain("speaker"))
                    .flatMap(participation::byId)
                    .filter(speaker -> !speaker.isDeleted())
                    .map(EventTexts::namesOf)
                    .ifPresent(passages::add);
            passages.addAll(EventTexts.ofTalk(participation));
        });
        return passages;
    }
}
