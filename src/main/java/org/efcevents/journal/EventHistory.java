package org.efcevents.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Since when this instance has had its events where they are, and which it had for everybody that are gone.
 *
 * @param shown since when each event has had its present visibility
 * @param gone events that everybody could know of and no longer can, the last first; some of them readers with other rights still
 *     may read
 */
public record EventHistory(Map<UUID, Instant> shown, List<JournalEntry> gone) {

    /** Of an instance whose journal cannot be read. */
    public static final EventHistory UNKNOWN = new EventHistory(Map.of(), List.of());

    /** Since when an event has had its present visibility; empty if it is not known. */
    public Optional<Instant> since(UUID event) {
        return Optional.ofNullable(shown.get(event));
    }
}
