package org.efcevents.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.efcevents.content.NodeType;

/**
 * Since when this instance has had its events where and as they are, and which it had for everybody that are gone.
 *
 * @param there the events that are there
 * @param gone events that everybody could know of and no longer can, the last first; some of them readers with other rights still
 *     may read
 */
public record EventHistory(Map<UUID, JournalEntry> there, List<JournalEntry> gone) {

    /**
     * Of an instance whose journal cannot be read, which knows only what is there.
     *
     * @param items everything that is there
     */
    public static EventHistory withoutJournal(Collection<Item> items) {
        return new EventHistory(
                items.stream()
                        .filter(item -> item.type() == NodeType.EVENT)
                        .collect(Collectors.toUnmodifiableMap(
                                Item::id, item -> JournalEntry.of(item, 0, Instant.EPOCH), (one, same) -> same)),
                List.of());
    }

    /** Since when an event has had its present visibility; empty if it is not known. */
    public Optional<Instant> since(UUID event) {
        return Optional.ofNullable(there.get(event))
                .filter(entry -> entry.shown() > 0)
                .map(JournalEntry::shownWhen);
    }

    /** When an event reached its present state, see {@link Item#arrived}; empty if it is not there. */
    public Optional<Instant> arrived(UUID event) {
        return Optional.ofNullable(there.get(event)).map(entry -> Instant.ofEpochMilli(entry.arrived()));
    }
}
