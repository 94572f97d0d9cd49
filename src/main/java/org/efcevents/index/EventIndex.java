package org.efcevents.index;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.event.EventSummary;

/**
 * All events in one language, whoever may see them, the newest first, and the notices of those that somebody may not read: of most
 * events nobody needs them, and to look for them takes as long as to read the event. Not thread-safe, but for {@link #version}.
 */
final class EventIndex implements Renewable {

    /** How many changed events are remembered for those who have not asked for a while. */
    private static final int MOST_REMEMBERED = 10_000;

    private final ContentLanguages languages;
    private final ZoneId siteZone;
    private final Deque<Revision> history = new ArrayDeque<>();
    private final AtomicInteger nextNumber = new AtomicInteger();
    private final Map<UUID, Integer> numbersOfNotices = new ConcurrentHashMap<>();
    private final Map<UUID, List<IndexedEvent>> notices = new HashMap<>();
    private final Map<UUID, String> deleted = new ConcurrentHashMap<>();
    private Vocabulary vocabulary;
    private List<IndexedEvent> events = List.of();
    private volatile long version;
    private int remembered;

    /** The events that another version has in another state. */
    private record Revision(long version, Set<UUID> changed) {}

    EventIndex(Session session, ContentLanguages languages, ZoneId siteZone) throws RepositoryException {
        this.languages = languages;
        this.siteZone = siteZone;
        readAll(session);
    }

    @Override
    public void readAll(Session session) throws RepositoryException {
        vocabulary = new Vocabulary();
        notices.clear();
        deleted.clear();
        Map<UUID, Integer> numbers = numbers(events.stream());
        Map<UUID, IndexedEvent> read = new ConcurrentHashMap<>();
        new EventNodes(session, languages).all(node -> take(node, numbers, read));
        events = sorted(Stream.empty(), read.values());
        history.clear();
        remembered = 0;
        version++;
    }

    /** Whoever holds a list of before may ask with it what was found after. */
    private static Map<UUID, Integer> numbers(Stream<IndexedEvent> events) {
        return events.collect(Collectors.toConcurrentMap(IndexedEvent::node, IndexedEvent::number));
    }

    private void take(ContentNode event, Map<UUID, Integer> numbers, Map<UUID, IndexedEvent> read) {
        UUID id = UUID.fromString(event.id());
        if (EventNodes.isShown(event)) {
            read.put(id, indexed(event, event.id(), numbers));
        } else if (event.isDeleted()) {
            deleted.put(id, event.path());
        }
    }

    private IndexedEvent indexed(ContentNode node, String event, Map<UUID, Integer> numbers) {
        return new IndexedEvent(
                numbers.computeIfAbsent(UUID.fromString(node.id()), added -> nextNumber.getAndIncrement()),
                EventSummary.alone(node, event),
                IndexedEvent.Stored.of(node),
                siteZone,
                vocabulary);
    }

    @Override
    public void read(Session session, Set<UUID> changed) throws RepositoryException {
        if (changed.isEmpty()) {
            return;
        }
        notices.entrySet()
                .removeIf(known -> changed.contains(known.getKey())
                        || known.getValue().stream().anyMatch(notice -> isOf(changed, notice)));
        deleted.keySet().removeAll(changed);
        Map<UUID, Integer> numbers = numbers(events.stream().filter(event -> isOf(changed, event)));
        Map<UUID, IndexedEvent> read = new HashMap<>();
        EventNodes nodes = new EventNodes(session, languages);
        for (UUID id : changed) {
            nodes.of(id.toString(), node -> take(node, numbers, read));
        }
        events = sorted(without(events, changed), read.values());
        remember(changed);
    }

    private void remember(Set<UUID> changed) {
        version++;
        history.addLast(new Revision(version, changed));
        remembered += changed.size();
        while (remembered > MOST_REMEMBERED) {
            remembered -= history.removeFirst().changed().size();
        }
    }

    /**
     * What a reader may see of the events: each event itself or, where only these may be read, its notices. In any order.
     *
     * @param session of the reader's
     * @param all a session that sees everything
     * @param asked which events it is asked of
     */
    List<IndexedEvent> readable(Session session, Session all, Predicate<UUID> asked) throws RepositoryException {
        List<IndexedEvent> readable = new ArrayList<>();
        Set<UUID> withheld = new HashSet<>();
        for (IndexedEvent event : events) {
            if (asked.test(event.id())) {
                if (MayRead.at(event.path(), session)) {
                    readable.add(event);
                } else {
                    withheld.add(event.id());
                }
            }
        }
        for (Map.Entry<UUID, String> event : deleted.entrySet()) {
            if (asked.test(event.getKey()) && !MayRead.at(event.getValue(), session)) {
                withheld.add(event.getKey());
            }
        }
        readNotices(withheld, all);
        for (UUID event : withheld) {
            for (IndexedEvent notice : notices.get(event)) {
                if (MayRead.at(notice.path(), session)) {
                    readable.add(notice);
                }
            }
        }
        return readable;
    }

    private void readNotices(Set<UUID> of, Session all) throws RepositoryException {
        List<UUID> unknown =
                of.stream().filter(event -> !notices.containsKey(event)).toList();
        Map<UUID, IndexedEvent> read = new ConcurrentHashMap<>();
        new EventNodes(all, languages)
                .notices(
                        unknown,
                        (notice, event) ->
                                read.put(UUID.fromString(notice.id()), indexed(notice, event, numbersOfNotices)));
        unknown.forEach(event -> notices.put(event, new ArrayList<>()));
        read.values().forEach(notice -> notices.get(notice.id()).add(notice));
        if (!read.isEmpty()) {
            remember(read.values().stream().map(IndexedEvent::id).collect(Collectors.toSet()));
        }
    }

    /** Without these events, and without their notices. */
    static Stream<IndexedEvent> without(List<IndexedEvent> events, Set<UUID> changed) {
        return events.stream().filter(event -> !isOf(changed, event));
    }

    /** Whether this is one of these events, or a notice of one. */
    static boolean isOf(Set<UUID> events, IndexedEvent event) {
        return events.contains(event.id()) || events.contains(event.node());
    }

    /** Adds events to sorted ones. Sorting takes little time, because most are in order. */
    static List<IndexedEvent> sorted(Stream<IndexedEvent> sorted, Collection<IndexedEvent> added) {
        return Stream.concat(sorted, added.stream())
                .sorted(IndexedEvent.NEWEST_FIRST)
                .toList();
    }

    /** Another one once any event has changed, or notices have been read. */
    long version() {
        return version;
    }

    /** All events, and the notices that have been read. */
    List<IndexedEvent> known() {
        return Stream.concat(events.stream(), notices.values().stream().flatMap(List::stream))
                .toList();
    }

    /** The events that have changed since a version, or whose notices have been read; empty if that is not remembered. */
    Optional<Set<UUID>> changedSince(long earlier) {
        if (history.isEmpty() ? earlier != version : history.getFirst().version() > earlier + 1) {
            return Optional.empty();
        }
        Set<UUID> changed = new HashSet<>();
        history.stream()
                .filter(revision -> revision.version() > earlier)
                .forEach(revision -> changed.addAll(revision.changed()));
        return Optional.of(changed);
    }
}
