package org.efcevents.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.efcevents.archive.ArchiveCache.CachedTalk;
import org.efcevents.archive.ArchiveCache.CachedText;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.EventSummary;
import org.efcevents.index.EventTable;
import org.efcevents.index.IndexedEvent;
import org.efcevents.search.EventTexts;
import org.efcevents.search.EventTexts.SearchableText;
import org.efcevents.search.SearchTerms;
import org.efcevents.workpackage.WorkPackage;

/**
 * The events that one reader may see at the time of a request. What is shown of them is read in the reader's session; the texts
 * in which words are searched are cached for all readers.
 */
final class VisibleEvents {

    private final ArchiveQueries queries;
    private final ContentLanguages languages;
    private final Instant now;
    private final Supplier<EventTable> index;
    private final ArchiveCache cache;
    private EventTable all;
    private Map<String, WorkPackage> workPackages;
    private Map<String, List<String>> texts;

    /**
     * @param index the events that the reader may see
     * @param cache of the texts in which words are searched
     */
    VisibleEvents(
            ArchiveQueries queries,
            ContentLanguages languages,
            Instant now,
            Supplier<EventTable> index,
            ArchiveCache cache) {
        this.queries = queries;
        this.languages = languages;
        this.now = now;
        this.index = index;
        this.cache = cache;
    }

    /** All of them, as they were when this was first called. */
    EventTable all() {
        if (all == null) {
            all = index.get();
        }
        return all;
    }

    /** Reads events, in the same order. Those that are no longer there are left out. */
    List<EventSummary> read(List<IndexedEvent> events) {
        return summaries(nodes(events));
    }

    /** The nodes of events, in the same order. Those that are no longer there are left out. */
    List<ContentNode> nodes(List<IndexedEvent> events) {
        return events.stream()
                .flatMap(event -> queries.content(event.id().toString()).stream())
                .filter(queries::isShown)
                .toList();
    }

    List<EventSummary> summaries(List<ContentNode> events) {
        return events.stream().map(this::summary).toList();
    }

    EventSummary summary(ContentNode event) {
        return EventSummary.alone(event)
                .with(event.values("workPackages").stream()
                        .map(workPackages()::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The work packages that the reader may see, by identifier. */
    Map<String, WorkPackage> workPackages() {
        if (workPackages == null) {
            workPackages = queries.workPackages().stream()
                    .map(WorkPackage::of)
                    .collect(Collectors.toMap(WorkPackage::id, Function.identity()));
        }
        return workPackages;
    }

    /** Finds the events that contain all of these terms. */
    Predicate<IndexedEvent> having(SearchTerms terms) {
        if (terms.isEmpty()) {
            return event -> true;
        }
        Map<String, List<String>> all = texts();
        return event -> {
            List<String> texts = all.get(event.id().toString());
            return texts != null && terms.areIn(texts);
        };
    }

    /** The texts of each event, by its identifier. */
    private Map<String, List<String>> texts() {
        if (texts != null) {
            return texts;
        }
        Map<String, String> stamps = new HashMap<>();
        texts = new HashMap<>();
        for (ContentNode event : queries.events()) {
            String stamp = event.isA(NodeType.NOTICE) ? null : event.stamp();
            stamps.put(event.id(), stamp);
            texts.put(event.id(), new ArrayList<>(List.of(text(event, event.id(), stamp))));
        }
        Map<String, String> names = queries.speakers().stream()
                .collect(Collectors.toMap(
                        ContentNode::id,
                        speaker -> SearchTerms.searchable(
                                EventTexts.namesOf(speaker).text())));
        for (ContentNode node : queries.participations()) {
            CachedTalk talk = talk(node, stamps);
            if (texts.containsKey(talk.event())) {
                List<String> ofEvent = texts.get(talk.event());
                ofEvent.add(talk.text());
                // A person whom this reader may not see is not found by name.
                ofEvent.add(names.getOrDefault(talk.speaker(), ""));
            }
        }
        return texts;
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

    private CachedTalk talk(ContentNode participation, Map<String, String> stamps) {
        return cache.talks.value(
                participation.id(), languages, now, talk -> isState(stamps.get(talk.event()), talk.stamp()), () -> {
                    String event = ArchiveQueries.eventOf(participation)
                            .map(ContentNode::id)
                            .orElse("");
                    return new CachedTalk(
                            event,
                            stamps.get(event),
                            participation.rawText("speaker"),
                            joined(EventTexts.ofTalk(participation)));
                });
    }

    private static String joined(List<SearchableText> passages) {
        return SearchTerms.searchable(
                passages.stream().map(SearchableText::text).collect(Collectors.joining("\n")));
    }

    private static boolean isState(String present, String stamp) {
        return present != null && present.equals(stamp);
    }
}
