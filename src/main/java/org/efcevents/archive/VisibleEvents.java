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
import org.efcevents.archive.ArchiveMemory.KeptEvent;
import org.efcevents.archive.ArchiveMemory.KeptTalk;
import org.efcevents.archive.ArchiveMemory.KeptText;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Reading;
import org.efcevents.event.EventSummary;
import org.efcevents.search.EventTexts;
import org.efcevents.search.Passage;
import org.efcevents.search.SearchableEvent;
import org.efcevents.search.Words;
import org.efcevents.workpackage.WorkPackage;

/**
 * The events that one reader may see at the moment of a visit. The reader's session says which nodes these are; what they
 * say is read once for all readers and kept in the memory.
 */
final class VisibleEvents {

    private final ArchiveQueries queries;
    private final Reading reading;
    private final Instant now;
    private final ArchiveMemory memory;
    private List<Seen> seen;
    private Map<String, WorkPackage> workPackages;

    private record Seen(ContentNode node, KeptEvent event) {}

    VisibleEvents(ArchiveQueries queries, Reading reading, Instant now, ArchiveMemory memory) {
        this.queries = queries;
        this.reading = reading;
        this.now = now;
        this.memory = memory;
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

    private EventSummary summary(KeptEvent event) {
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

    private KeptEvent kept(ContentNode event) {
        if (event.isA("efc:notice")) {
            // Not every change of a notice gives it a new date, and there are few of them.
            return new KeptEvent(null, EventSummary.alone(event), event.values("workPackages"), null);
        }
        String stamp = event.stamp();
        return memory.events.value(
                event.id(),
                reading,
                now,
                kept -> isState(stamp, kept.stamp()),
                () -> new KeptEvent(
                        stamp, EventSummary.alone(event), event.values("workPackages"), event.plain("city")));
    }

    /** All events with what they can be found by. */
    List<SearchableEvent> searchable(Words words) {
        return words.isEmpty() ? searchableByValues() : searchableByWords();
    }

    private List<SearchableEvent> searchableByValues() {
        return seen().stream().map(one -> searchable(one.event(), List.of())).toList();
    }

    private SearchableEvent searchable(KeptEvent event, List<String> texts) {
        return SearchableEvent.of(summary(event), event.city(), texts);
    }

    private List<SearchableEvent> searchableByWords() {
        Map<String, KeptEvent> events = new HashMap<>();
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
                        speaker -> Words.searchable(EventTexts.namesOf(speaker).text())));
        for (ContentNode node : queries.participations()) {
            KeptTalk talk = talk(node, events);
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
        Locale locale = Locale.forLanguageTag(reading.language());
        if (event.isA("efc:notice")) {
            return Words.searchable(event.text("title"));
        }
        return memory.texts
                .value(
                        id,
                        reading,
                        now,
                        kept -> isState(stamp, kept.stamp()),
                        () -> new KeptText(stamp, joined(EventTexts.of(event, locale))))
                .text();
    }

    private KeptTalk talk(ContentNode participation, Map<String, KeptEvent> events) {
        return memory.talks.value(
                participation.id(), reading, now, talk -> isState(stampOf(talk.event(), events), talk.stamp()), () -> {
                    String event = ArchiveQueries.eventOf(participation)
                            .map(ContentNode::id)
                            .orElse("");
                    return new KeptTalk(
                            event,
                            stampOf(event, events),
                            participation.plain("speaker"),
                            joined(EventTexts.ofTalk(participation)));
                });
    }

    private static String stampOf(String event, Map<String, KeptEvent> events) {
        return events.containsKey(event) ? events.get(event).stamp() : null;
    }

    private static String joined(List<Passage> passages) {
        return Words.searchable(passages.stream().map(Passage::text).collect(Collectors.joining("\n")));
    }

    private static boolean isState(String present, String stamp) {
        return present != null && present.equals(stamp);
    }
}
