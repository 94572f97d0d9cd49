package org.efcevents.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;

/**
 * The nodes whose texts are searched, by the numbers of their texts in a {@link WordIndex}: events and notices, the parts of events,
 * and speakers. A number is never given to another node. Not thread-safe.
 *
 * <p>Of each node there are 17 bytes and, of each event, notice and speaker, four more.
 */
final class SearchedNodes {

    private static final int NONE = -1;

    private final Map<String, String> relativePaths = new HashMap<>();
    private final Map<String, Integer> speakerNumbers = new HashMap<>();
    private final BitSet live = new BitSet();
    private IndexedEvent[] events = new IndexedEvent[0];
    private int size;

    /** The number of the event or notice; {@link #NONE} for a speaker. */
    private int[] owners = new int[0];

    /** The number of the speaker, or of who takes part; {@link #NONE} where there is none. */
    private int[] speakers = new int[0];

    /** The part that the same speaker had before this one, by its number; {@link #NONE} where there is none. */
    private int[] earlier = new int[0];

    /** The part that was added last of each speaker, by the speaker's number; {@link #NONE} where there is none. */
    private int[] latest = new int[0];

    /** Of a part relative to its event, of a speaker from the root; null for an event or notice. */
    private String[] paths = new String[0];

    /** Adds an event or notice. */
    void add(IndexedEvent event) {
        if (event.number() >= events.length) {
            events = Arrays.copyOf(events, larger(event.number()));
        }
        events[event.number()] = event;
        add(event.number(), NONE, null);
    }

    /**
     * Adds a part of an event that has been added.
     *
     * @param path such as {@code participations/participations0}
     * @param speaker the identifier of who takes part; null if nobody does
     */
    void addPart(IndexedEvent event, String path, String speaker) {
        String shared = relativePaths.computeIfAbsent(path, same -> same);
        add(event.number(), speaker == null ? NONE : number(speaker), shared);
    }

    /**
     * Adds a speaker.
     *
     * @param path the path of the node
     */
    void addSpeaker(String id, String path) {
        add(NONE, number(id), path);
    }

    private int number(String speaker) {
        return speakerNumbers.computeIfAbsent(speaker, added -> speakerNumbers.size());
    }

    private void add(int owner, int speaker, String path) {
        if (size == owners.length) {
            int larger = larger(size);
            owners = Arrays.copyOf(owners, larger);
            speakers = Arrays.copyOf(speakers, larger);
            earlier = Arrays.copyOf(earlier, larger);
            paths = Arrays.copyOf(paths, larger);
        }
        owners[size] = owner;
        speakers[size] = speaker;
        earlier[size] = owner == NONE || speaker == NONE ? NONE : latestOf(speaker, size);
        paths[size] = path;
        live.set(size++);
    }

    /** What was the speaker's latest part until this one. */
    private int latestOf(int speaker, int part) {
        if (speaker >= latest.length) {
            int before = latest.length;
            latest = Arrays.copyOf(latest, larger(speaker));
            Arrays.fill(latest, before, latest.length, NONE);
        }
        int known = latest[speaker];
        latest[speaker] = part;
        return known;
    }

    private int latest(int speaker) {
        return speaker == NONE || speaker >= latest.length ? NONE : latest[speaker];
    }

    private static int larger(int size) {
        return size + size / 4 + 16;
    }

    /** Removes events with their notices and parts, and speakers, by their identifiers. */
    void remove(Set<UUID> changed) {
        BitSet changedEvents = new BitSet();
        for (int number = 0; number < events.length; number++) {
            if (events[number] != null && EventIndex.isOf(changed, events[number])) {
                changedEvents.set(number);
                events[number] = null;
            }
        }
        Set<Integer> changedSpeakers = new HashSet<>();
        changed.forEach(id -> changedSpeakers.add(speakerNumbers.getOrDefault(id.toString(), NONE)));
        for (int node = 0; node < size; node++) {
            if (isSpeaker(node) ? changedSpeakers.contains(speakers[node]) : changedEvents.get(owners[node])) {
                live.clear(node);
            }
        }
    }

    /** How many nodes have ever been added. */
    int size() {
        return size;
    }

    /** Whether most of them have been removed. */
    boolean areMostGone() {
        return live.cardinality() < size / 2;
    }

    /** Whether it is a speaker, as opposed to an event, a notice, or a part of an event. */
    boolean isSpeaker(int node) {
        return owners[node] == NONE;
    }

    /** The path of a part or a speaker. */
    String path(int node) {
        return isSpeaker(node) ? paths[node] : events[owners[node]].path() + "/" + paths[node];
    }

    /**
     * The events and notices, by number, that some of these nodes belong to: an event its own node and its parts, and a speaker to
     * each event in which they take part.
     *
     * @param nodes which; those that have been removed are taken out
     * @param mayRead whether the reader may read a part or a speaker
     */
    BitSet events(BitSet nodes, IntPredicate mayRead) {
        BitSet found = new BitSet(events.length);
        BitSet named = new BitSet();
        nodes.and(live);
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            if (!isSpeaker(node)) {
                addEvent(node, found, mayRead);
            } else if (mayRead.test(node)) {
                named.set(speakers[node]);
            }
        }
        if (!named.isEmpty()) {
            addEventsOf(named, found, mayRead);
        }
        return found;
    }

    /** The events in which a speaker takes part; for {@code mayRead} see {@link #events}. */
    Set<IndexedEvent> eventsOf(UUID speaker, IntPredicate mayRead) {
        Set<IndexedEvent> found = new HashSet<>();
        int number = speakerNumbers.getOrDefault(speaker.toString(), NONE);
        for (int part = latest(number); part != NONE; part = earlier[part]) {
            if (live.get(part) && mayRead.test(part)) {
                found.add(events[owners[part]]);
            }
        }
        return found;
    }

    private void addEvent(int node, BitSet found, IntPredicate mayRead) {
        if (!found.get(owners[node]) && (paths[node] == null || mayRead.test(node))) {
            found.set(owners[node]);
        }
    }

    private void addEventsOf(BitSet named, BitSet found, IntPredicate mayRead) {
        for (int speaker = named.nextSetBit(0); speaker >= 0; speaker = named.nextSetBit(speaker + 1)) {
            for (int part = latest(speaker); part != NONE; part = earlier[part]) {
                if (live.get(part)) {
                    addEvent(part, found, mayRead);
                }
            }
        }
    }
}
