package org.efcevents.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.archive.ContentChanges;
import org.efcevents.archive.SearchResult;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.filter.FacetCounts;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.index.IndexedEvent;
import org.efcevents.json.JsonObject;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/** The archive's JSON API, as far as the reader may see it. */
public final class Api {

    private static final String EVENTS = "/events.json";
    static final String CHANGES = "/changes.json";

    private final Archive archive;
    private final Addresses addresses;
    private final Map<String, String> labels;
    private final JsonMapping entries;
    private final int related;

    /**
     * @param archive the archive as the reader sees it
     * @param labels the labels of kinds of events and of {@code open}, {@code closed} and {@code undated}, in the
     *     language of the address
     * @param siteZone see {@link Archive}
     * @param related the maximum number of related events of an event
     */
    public Api(Archive archive, Addresses addresses, Map<String, String> labels, ZoneId siteZone, int related) {
        this.archive = archive;
        this.addresses = addresses;
        this.labels = Map.copyOf(labels);
        this.related = related;
        this.entries = new JsonMapping(addresses, this.labels, siteZone);
    }

    /**
     * Lists events.
     *
     * @param query the query string of the address, still encoded; see {@link ArchiveFilter#parse}
     */
    public ApiResponse events(String query) {
        EventsQuery.Parsed parsed = EventsQuery.parse(query, archive, addresses);
        if (parsed.query().isEmpty()) {
            return parsed.refusal().orElseThrow();
        }
        EventsQuery wanted = parsed.query().get();
        if (wanted.elsewhere() != null) {
            return ApiResponse.elsewhere(wanted.elsewhere() + EVENTS + wanted.text());
        }
        SearchResult found = archive.find(wanted.filter());
        List<IndexedEvent> all = wanted.sort().of(found.all());
        if (wanted.modifiedSince() != null) {
            all = all.stream()
                    .filter(event -> !event.arrived().isBefore(wanted.modifiedSince()))
                    .toList();
        }
        int pages = Math.max(1, (all.size() + wanted.size() - 1) / wanted.size());
        if (wanted.page() > pages) {
            return ApiResponse.problem(
                    404,
                    "There is no such page",
                    "The result has " + pages + (pages == 1 ? " page" : " pages") + " of " + wanted.size()
                            + ", and page " + wanted.page() + " was asked for.");
        }
        int from = (wanted.page() - 1) * wanted.size();
        List<Event> shown = archive.read(all.subList(from, Math.min(all.size(), from + wanted.size())));
        JsonObject answer = new JsonObject()
                .with("language", addresses.language())
                .with("total", all.size())
                .with("page", wanted.page())
                .with("size", wanted.size())
                .with("self", address(wanted))
                .with("prev", wanted.page() == 1 ? null : address(wanted.onPage(wanted.page() - 1)))
                .with("next", wanted.page() == pages ? null : address(wanted.onPage(wanted.page() + 1)))
                .with(
                        "items",
                        shown.stream()
                                .map(event -> entries.event(event, wanted.expand()))
                                .toList());
        if (wanted.modifiedSince() == null) {
            answer.with("facets", facets(found));
        } else {
            answer.with("withdrawn", withdrawn(wanted.modifiedSince()));
        }
        return ApiResponse.of(answer);
    }

    /**
     * Tells what has changed, for whoever keeps a copy.
     *
     * @param query the query string of the address, still encoded
     */
    public ApiResponse changes(String query) {
        ChangesQuery.Parsed parsed = ChangesQuery.parse(query, addresses, CHANGES);
        if (parsed.query().isEmpty()) {
            return parsed.objection().orElseThrow();
        }
        ChangesQuery wanted = parsed.query().get();
        ContentChanges.Answer answer = wanted.of(archive.changes());
        return answer.changes()
                .map(changes -> ApiResponse.of(entries.changes(changes, wanted)))
                .orElseGet(() -> answer.refusal() == ContentChanges.Refusal.TOO_OLD
                        ? ApiResponse.problem(
                                410,
                                "Begin anew",
                                "What has changed since then is not known, because it is too long ago, because you have other"
                                        + " rights now, or because this is another server: ask without \"since\", and remove from"
                                        + " your copy what is not in the answer.")
                        : ApiResponse.problem(
                                503, "No changes can be told", "The log of this server says why. Ask again later."));
    }

    private String address(EventsQuery query) {
        return addresses.here(EVENTS + query.text());
    }

    private JsonObject facets(SearchResult found) {
        JsonObject facets = new JsonObject();
        for (Facet facet : Facet.values()) {
            FacetCounts counts = found.facet(facet.parameter());
            facets.with(
                    counts.parameter(),
                    counts.choices().stream()
                            .map(choice -> new JsonObject()
                                    .with("value", choice.name())
                                    .with("label", label(choice))
                                    .with("count", choice.count())
                                    .with("chosen", choice.chosen()))
                            .toList());
        }
        return facets;
    }

    private String label(Choice choice) {
        return choice.label() == null ? labels.getOrDefault(choice.name(), choice.name()) : choice.label();
    }

    private List<JsonObject> withdrawn(Instant since) {
        Set<String> present = archive.all().stream().map(IndexedEvent::slug).collect(Collectors.toSet());
        return archive.formerAddresses().withdrawn().stream()
                .filter(tombstone -> !tombstone.arrived().isBefore(since) && !present.contains(tombstone.slug()))
                .map(tombstone -> new JsonObject()
                        .with("slug", tombstone.slug())
                        .with("since", tombstone.since().toString()))
                .toList();
    }

    /**
     * An event with everything that its page shows.
     *
     * @param links the absolute addresses of the nodes that its texts link to, by workspace, colon and identifier,
     *     except those that this reader may not see
     * @param files the same for its files, by DAM key
     */
    public ApiResponse event(Event event, Map<String, String> links, Map<String, String> files) {
        JsonObject whole = entries.whole(event, new ResolvedLinks(links, files))
                .with(
                        "related",
                        archive.related(event, related).stream()
                                .map(EventSummary::slug)
                                .toList());
        return ApiResponse.of(whole.with("language", addresses.language()));
    }

    /** All speakers. */
    public ApiResponse speakers() {
        return list(archive.speakers().stream()
                .map(speaker -> entries.speaker(speaker))
                .toList());
    }

    /** A speaker with everything that their page shows; for the parameters see {@link #event}. */
    public ApiResponse speaker(Speaker speaker, Map<String, String> links, Map<String, String> files) {
        JsonObject whole = entries.whole(speaker, archive.appearances(speaker), new ResolvedLinks(links, files));
        return ApiResponse.of(whole.with("language", addresses.language()));
    }

    /** All work packages. */
    public ApiResponse workPackages() {
        return list(archive.workPackages().stream()
                .map(group -> entries.workPackage(group))
                .toList());
    }

    /** A work package with everything that its page shows; for {@code links} see {@link #event}. */
    public ApiResponse workPackage(WorkPackage group, Map<String, String> links) {
        JsonObject whole = entries.whole(group, new ResolvedLinks(links, Map.of()));
        return ApiResponse.of(whole.with("language", addresses.language()));
    }

    private ApiResponse list(List<JsonObject> items) {
        return ApiResponse.of(new JsonObject()
                .with("language", addresses.language())
                .with("total", items.size())
                .with("items", items));
    }
}
