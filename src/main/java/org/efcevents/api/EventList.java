package org.efcevents.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.efcevents.archive.FormerAddresses;
import org.efcevents.archive.SearchResult;
import org.efcevents.filter.Facet;
import org.efcevents.filter.FacetCounts;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.http.Relation;
import org.efcevents.index.EventSelection;
import org.efcevents.index.IndexedEvent;
import org.efcevents.json.JsonObject;

/**
 * Some of the events that a query finds.
 *
 * @param found what it finds
 * @param total how many these are
 * @param shown the events that are told of
 * @param previous the query of those before; null if there are none, and in a walk
 * @param next the query of those after; null if there are none
 */
record EventList(
        JsonQuestion question,
        EventsQuery query,
        SearchResult found,
        int total,
        List<IndexedEvent> shown,
        EventsQuery previous,
        EventsQuery next) {

    private static final String PATH = "/events.json";

    static JsonDocument of(JsonQuestion question) {
        EventsQuery.Parsed parsed = EventsQuery.parse(question.query(), question.archive(), question.addresses());
        return parsed.query()
                .map(query -> query.elsewhere() == null
                        ? of(question, query)
                        : JsonDocument.of(ApiResponse.elsewhere(query.elsewhere() + PATH + query.text())))
                .orElseGet(() -> JsonDocument.of(parsed.refusal().orElseThrow()));
    }

    private static JsonDocument of(JsonQuestion question, EventsQuery query) {
        // Of the page that visitors are shown, nothing is used.
        SearchResult found = question.archive().find(query.filter(), 1);
        EventSelection all = query.modifiedSince() == null
                ? found.all()
                : question.archive().entries().arrivedSince(query.modifiedSince(), found.all());
        return query.cursor() == null ? page(question, query, found, all) : walk(question, query, found, all);
    }

    private static JsonDocument page(JsonQuestion question, EventsQuery query, SearchResult found, EventSelection all) {
        int pages = Math.max(1, (all.size() + query.size() - 1) / query.size());
        if (query.page() > pages) {
            return JsonDocument.of(ApiResponse.problem(
                    404,
                    "There is no such page",
                    "The result has " + pages + (pages == 1 ? " page" : " pages") + " of " + query.size()
                            + ", and page " + query.page() + " was asked for."));
        }
        int from = (query.page() - 1) * query.size();
        List<IndexedEvent> shown = query.sort().of(all).subList(from, Math.min(all.size(), from + query.size()));
        return new EventList(
                        question,
                        query,
                        found,
                        all.size(),
                        shown,
                        query.page() == 1 ? null : query.onPage(query.page() - 1),
                        query.page() == pages ? null : query.onPage(query.page() + 1))
                .document();
    }

    private static JsonDocument walk(JsonQuestion question, EventsQuery query, SearchResult found, EventSelection all) {
        List<IndexedEvent> ahead = all.nextById(query.cursor().after(), query.size() + 1);
        List<IndexedEvent> shown = ahead.subList(0, Math.min(ahead.size(), query.size()));
        return new EventList(
                        question,
                        query,
                        found,
                        all.size(),
                        shown,
                        null,
                        ahead.size() > shown.size()
                                ? query.after(shown.get(shown.size() - 1).id())
                                : null)
                .document();
    }

    private JsonDocument document() {
        return new Entries<>(
                        EntryKind.EVENT,
                        query.form(),
                        question.addresses(),
                        query.form().whole(),
                        question.versions(query.form(), EntryKind.EVENT, archive -> archive.read(shown)))
                .document(this::response);
    }

    private ApiResponse response(SiteChoices site, List<JsonObject> events) {
        boolean paged = query.cursor() == null;
        JsonObject answer = query.form()
                .withLanguage(new JsonObject(), question.addresses())
                .with("license", site.license())
                .with("total", total)
                .with("page", paged ? query.page() : null)
                .with("size", query.size())
                .with("self", address(query))
                .with("prev", previous == null ? null : address(previous))
                .with("next", next == null ? null : address(next))
                .with("items", events.stream().map(query.form()::chosen).toList());
        if (query.modifiedSince() == null) {
            answer.with("facets", facets(site));
        } else {
            answer.with("withdrawn", withdrawn(query.modifiedSince()));
        }
        List<Relation> relations = new ArrayList<>();
        relations.add(new Relation("first", address(paged ? query.onPage(1) : query.after(null))));
        if (previous != null) {
            relations.add(new Relation("prev", address(previous)));
        }
        if (next != null) {
            relations.add(new Relation("next", address(next)));
        }
        return ApiResponse.of(answer).with(relations);
    }

    private String address(EventsQuery query) {
        return question.addresses().here(PATH + query.text());
    }

    private JsonObject facets(SiteChoices site) {
        JsonObject facets = new JsonObject();
        for (Facet facet : Facet.values()) {
            FacetCounts counts = found.facet(facet.parameter());
            facets.with(
                    counts.parameter(),
                    counts.choices().stream()
                            .map(choice -> new JsonObject()
                                    .with("value", choice.name())
                                    .with("label", label(choice, site))
                                    .with("count", choice.count())
                                    .with("chosen", choice.chosen()))
                            .toList());
        }
        return facets;
    }

    private static String label(Choice choice, SiteChoices site) {
        return choice.label() == null ? site.labels().getOrDefault(choice.name(), choice.name()) : choice.label();
    }

    private List<JsonObject> withdrawn(Instant since) {
        List<FormerAddresses.Tombstone> withdrawn = question.archive().formerAddresses().withdrawn().stream()
                .filter(tombstone -> !tombstone.arrived().isBefore(since))
                .toList();
        Set<String> present = withdrawn.isEmpty()
                ? Set.of()
                : question.archive().all().stream().map(IndexedEvent::name).collect(Collectors.toSet());
        return withdrawn.stream()
                .filter(tombstone -> !present.contains(tombstone.slug()))
                .map(tombstone -> new JsonObject()
                        .with("slug", tombstone.slug())
                        .with("since", tombstone.since().toString()))
                .toList();
    }
}
