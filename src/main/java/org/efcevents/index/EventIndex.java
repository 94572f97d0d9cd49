package org.efcevents.index;

import java.time.ZoneId;
import java.util.ArrayDeque;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.event.EventSummary;

/** All events and notices in one language, whoever may see them, the newest first. Not thread-safe. */
final class EventIndex implements Renewable {

    /** How many changed events are remembered for those who have not asked for a while. */
    private static final int MOST_REMEMBERED = 10_000;

    private final ContentLanguages languages;
    private final ZoneId siteZone;
    private final Deque<Revision> history = new ArrayDeque<>();
    private final AtomicInteger nextNumber = new AtomicInteger();
    private Vocabulary vocabulary;
    private List<IndexedEvent> events = List.of();
    private long version;
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
        Map<UUID, Integer> numbers = numbers(events.stream());
        Map<UUID, IndexedEvent> read = new ConcurrentHashMap<>();
        new EventNodes(session, languages).all((node, event) -> put(indexed(node, event, numbers), read));
        events = sorted(Stream.empty(), read.values());
        history.clear();
        remembered = 0;
        version++;
    }

    /** Whoever holds a list of before may ask with it what was found after. */
    private static Map<UUID, Integer> numbers(Stream<IndexedEvent> events) {
        return events.collect(Collectors.toConcurrentMap(IndexedEvent::node, IndexedEvent::number));
    }

    private IndexedEvent indexed(ContentNode node, String event, Map<UUID, Integer> numbers) {
        return new IndexedEvent(
                numbers.computeIfAbsent(UUID.fromString(node.id()), added -> nextNumber.getAndIncrement()),
                EventSummary.alone(node, event),
                IndexedEvent.Stored.of(node),
                siteZone,
                vocabulary);
    }

    private static void put(IndexedEvent event, Map<UUID, IndexedEvent> read) {
        read.put(event.node(), event);
    }

    @Override
    public void read(Session session, Set<UUID> changed) throws RepositoryException {
        if (changed.isEmpty()) {
            return;
        }
        Map<UUID, Integer> numbers = numbers(events.stream().filter(event -> isOf(changed, event)));
        Map<UUID, IndexedEvent> read = new HashMap<>();
        EventNodes nodes = new EventNodes(session, languages);
        for (UUID id : changed) {
            nodes.of(id.toString(), (node, event) -> put(indexed(node, event, numbers), read));
        }
        events = sorted(without(events, changed), read.values());
        version++;
        history.addLast(new Revision(version, changed));
        remembered += changed.size();
        while (remembered > MOST_REMEMBERED) {
            remembered -= history.removeFirst().changed().size();
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

    long version() {
        return version;
    }

    List<IndexedEvent> events() {
        return events;
    }

    /** The events that have changed since a version; empty if that is not remembered. */
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
