package org.efcevents.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.efcevents.archive.ArchiveCache.CachedEvent;
import org.efcevents.archive.ArchiveCache.CachedTalk;
import org.efcevents.archive.ArchiveCache.CachedText;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.SearchableEvent;
import org.efcevents.search.EventTexts;
import org.efcevents.search.EventTexts.SearchableText;
import org.efcevents.search.SearchTerms;
import org.efcevents.workpackage.WorkPackage;

/**
 * The events that one reader may see at the time of a request. The reader's session determines which nodes these are;
 * their content is read once for all readers and cached.
 */
final class VisibleEvents {

    private final ArchiveQueries queries;
    private final ContentLanguages languages;
    private final Instant now;
    private final ArchiveCache cache;
    private List<Seen> seen;
    private Map<String, WorkPackage> workPackages;

    private record Seen(ContentNode node, CachedEvent event) {}

    VisibleEvents(ArchiveQueries queries, ContentLanguages languages, Instant now, ArchiveCache cache) {
        this.queries = queries;
        this.languages = languages;
        this.now = now;
        this.cache = cache;
    }

    List<EventSummary> all() {
        return seen().stream().map(one -> summary(one.event())).toList();
    }

    private List<Seen> seen() {
        if (seen == null) {
            seen = queries.events().stream()
                    .map(node -> new Seen(node, kept(node)))
                    .toList();
        }
        return seen;
    }

    List<EventSummary> summaries(List<ContentNode> events) {
        return events.stream().map(this::summary).toList();
    }

    EventSummary summary(ContentNode event) {
        return summary(kept(event));
    }

    private EventSummary summary(CachedEvent event) {
        return event.summary()
                .with(event.workPackages().stream()
                        .map(workPackages()::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private Map<String, WorkPackage> workPackages() {
        if (workPackages == null) {
            workPackages = queries.workPackages().stream()
                    .map(WorkPackage::of)
                    .collect(Collectors.toMap(WorkPackage::id, Function.identity()));
        }
        return workPackages;
    }

    private CachedEvent kept(ContentNode event) {
        if (event.isA(NodeType.NOTICE)) {
            // Not every change of a notice gives it a new date, and there are few of them.
            return new CachedEvent(null, EventSummary.alone(event), event.values("workPackages"), null);
        }
        String stamp = event.stamp();
        return cache.events.value(
                event.id(),
                languages,
                now,
                kept -> isState(stamp, kept.stamp()),
                () -> new CachedEvent(
                        stamp, EventSummary.alone(event), event.values("workPackages"), event.rawText("city")));
    }

    /** All events with the values and texts by which they can be found. */
    List<SearchableEvent> searchable(SearchTerms terms) {
        return terms.isEmpty() ? searchableByValues() : searchableByWords();
    }

    private List<SearchableEvent> searchableByValues() {
        return seen().stream().map(one -> searchable(one.event(), List.of())).toList();
    }

    private SearchableEvent searchable(CachedEvent event, List<String> texts) {
        return SearchableEvent.of(summary(event), event.city(), texts);
    }

    private List<SearchableEvent> searchableByWords() {
        Map<String, CachedEvent> events = new HashMap<>();
        Map<String, List<String>> texts = new HashMap<>();
        for (Seen one : seen()) {
            String id = one.event().summary().id();
            events.put(id, one.event());
            texts.put(
                    id, new ArrayList<>(List.of(text(one.node(), id, one.event().stamp()))));
        }
        Map<String, String> names = queries.speakers().stream()
                .collect(Collectors.toMap(
                        ContentNode::id,
                        speaker -> SearchTerms.searchable(
                                EventTexts.namesOf(speaker).text())));
        for (ContentNode node : queries.participations()) {
            CachedTalk talk = talk(node, events);
            if (texts.containsKey(talk.event())) {
                List<String> ofEvent = texts.get(talk.event());
                ofEvent.add(talk.text());
                // A person whom this reader may not see is not found by name.
                ofEvent.add(names.getOrDefault(talk.speaker(), ""));
            }
        }
        return events.entrySet().stream()
                .map(event -> searchable(event.getValue(), texts.get(event.getKey())))
                .toList();
    }

    private String text(ContentNode event, String id, String stamp) {
        Locale locale = Locale.forLanguageTag(languages.language());
        if (event.isA(NodeType.NOTICE)) {
            return SearchTerms.searchable(event.text("title"));
        }
        return cache.texts
                .value(
                        id,
                        languages,
                        now,
                        kept -> isState(stamp, kept.stamp()),
                        () -> new CachedText(stamp, joined(EventTexts.of(event, locale))))
                .text();
    }

    private CachedTalk talk(ContentNode participation, Map<String, CachedEvent> events) {
        return cache.talks.value(
                participation.id(),
                languages,
                now,
                talk -> isState(stampOf(talk.event(), events), talk.stamp()),
                () -> {
                    String event = ArchiveQueries.eventOf(participation)
                            .map(ContentNode::id)
                            .orElse("");
                    return new CachedTalk(
                            event,
                            stampOf(event, events),
                            participation.rawText("speaker"),
                            joined(EventTexts.ofTalk(participation)));
                });
    }

    private static String stampOf(String event, Map<String, CachedEvent> events) {
        return events.containsKey(event) ? events.get(event).stamp() : null;
    }

    private static String joined(List<SearchableText> passages) {
        return SearchTerms.searchable(
                passages.stream().map(SearchableText::text).collect(Collectors.joining("\n")));
    }

    private static boolean isState(String present, String stamp) {
        return present != null && present.equals(stamp);
    }
}
