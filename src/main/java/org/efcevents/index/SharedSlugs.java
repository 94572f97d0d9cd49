package org.efcevents.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.efcevents.content.Slugs;
import org.efcevents.event.Visibility;

/**
 * Which of several nodes of one type and name is addressed by it. Names are unique in a folder only; whatever else has the
 * name is addressed by its identifier, and so is what has a name that {@linkplain Slugs#isAddress no address} can have.
 *
 * <p>The name belongs to the event that most people may know about, so that those who see fewer events see the same
 * addresses; of these to the one that lies in the fewest folders; of these to the first in the order of their paths.
 *
 * @param withoutName the identifiers of those that are not addressed by their names
 */
public record SharedSlugs(Set<UUID> withoutName) {

    private static final Comparator<Named> OWNER_FIRST = Comparator.comparing(
                    (Named node) -> Visibility.at(node.path()))
            .thenComparing(node -> node.path().chars().filter(c -> c == '/').count())
            .thenComparing(Named::path);

    /** A node with its path, which for the notice of an event is that of the event. */
    public record Named(UUID id, String path) {

        private String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Makes a defensive copy of the set. */
    public SharedSlugs {
        withoutName = Set.copyOf(withoutName);
    }

    /** Among these nodes, which are of one type. */
    public static SharedSlugs among(List<Named> nodes) {
        Map<String, Named> owners = new HashMap<>();
        Set<UUID> others = new HashSet<>();
        for (Named node : nodes) {
            if (!Slugs.isAddress(node.name())) {
                others.add(node.id());
                continue;
            }
            Named known = owners.putIfAbsent(node.name(), node);
            if (known != null) {
                boolean first = OWNER_FIRST.compare(node, known) < 0;
                owners.put(node.name(), first ? node : known);
                others.add(first ? known.id() : node.id());
            }
        }
        return new SharedSlugs(others);
    }

    /** Among these events, of which there may be so many that only those are looked at that may not be addressed by their names. */
    static SharedSlugs amongEvents(List<IndexedEvent> events) {
        int[] hashes = events.stream().mapToInt(IndexedEvent::nameHash).sorted().toArray();
        int[] repeated = repeated(hashes);
        Predicate<IndexedEvent> mayBeWithout =
                event -> !event.isNamedAsAddress() || Arrays.binarySearch(repeated, event.nameHash()) >= 0;
        return among(events.stream()
                .filter(mayBeWithout)
                .map(event -> new Named(event.id(), event.eventPath()))
                .toList());
    }

    private static int[] repeated(int[] sorted) {
        int[] found = new int[sorted.length];
        int size = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                found[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Whether a node is addressed by its identifier, because its name belongs to another one or to none. */
    public boolean isWithoutName(UUID id) {
        return withoutName.contains(id);
    }
}
