package org.efcevents.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.efcevents.date.Phase;
import org.efcevents.event.Event;
import org.efcevents.event.EventEntry;
import org.efcevents.event.EventSummary;
import org.efcevents.index.Digests;
import org.efcevents.index.EventSelection;
import org.efcevents.index.IndexedEvent;
import org.efcevents.index.PageOrder;
import org.efcevents.journal.EventHistory;
import org.efcevents.journal.JournalEntry;

/**
 * The events of an archive one by one, as documents about all of them tell of them. Each is read in the reader's session when it
 * is asked for, and not kept.
 */
public final class EventEntries {

    private final VisibleEvents visible;
    private final SiteTime moment;
    private EventHistory history;

    EventEntries(VisibleEvents visible, SiteTime moment) {
        this.visible = visible;
        this.moment = moment;
    }

    /** Reads what feeds tell of an event; empty if it is no longer there. */
    public Optional<EventEntry> entry(IndexedEvent event) {
        return visible.read(event, node -> {
            EventSummary summary = visible.summary(node, event.id().toString());
            return EventEntry.of(node, summary, moment.phase(summary));
        });
    }

    /** Reads an event in full; empty if it is no longer there. */
    public Optional<Event> event(IndexedEvent event) {
        return visible.read(event, node -> {
            EventSummary summary = visible.summary(node, event.id().toString());
            return Event.of(node, summary, moment.phase(summary));
        });
    }

    /** Whether it is there. */
    public boolean has(IndexedEvent event) {
        return visible.read(event, Function.identity()).isPresent();
    }

    /** Since when the reader may have known of an event. */
    public Instant since(IndexedEvent event) {
        return event.since(history());
    }

    /** The same events, those first that the reader may have known of since the latest moment. */
    public EventSelection lastShownFirst(EventSelection events) {
        return events.lastShownFirst(history());
    }

    /** The same events, those first that became what they are last. */
    public EventSelection lastArrivedFirst(EventSelection events) {
        return events.lastArrivedFirst(history());
    }

    /** Those of these events that have become what they are since a moment, in the same order. */
    public EventSelection arrivedSince(Instant moment, EventSelection events) {
        return events.arrivedSince(moment, history());
    }

    /** When an event became what it is on this instance. */
    public Instant arrived(IndexedEvent event) {
        return event.arrived(history());
    }

    /** Something that is gone. */
    public record Gone(UUID id, Instant when) {}

    /** The events that everybody could know of and that this reader cannot any more since this moment, the last first. */
    public List<Gone> gone(Instant since) {
        List<JournalEntry> gone = history().gone().stream()
                .takeWhile(entry -> !entry.shownWhen().isBefore(since))
                .toList();
        Set<UUID> hidden = gone.stream()
                .filter(JournalEntry::isThere)
                .map(JournalEntry::id)
                .collect(Collectors.toSet());
        // Who may read them has lost nothing.
        hidden.removeIf(id -> visible.all().row(id).isPresent());
        return gone.stream()
                .filter(entry -> !entry.isThere() || hidden.contains(entry.id()))
                .map(entry -> new Gone(entry.id(), entry.shownWhen()))
                .toList();
    }

    private EventHistory history() {
        if (history == null) {
            history = visible.history();
        }
        return history;
    }

    /** The time of the request. */
    public Instant now() {
        return moment.now();
    }

    /** The phase of an event at the time of the request. */
    public Phase phase(IndexedEvent event) {
        return event.phase(moment.now());
    }

    /** The order in which the archive's page shows the events at the time of the request. */
    public PageOrder order() {
        return visible.all().order(moment.now());
    }

    /**
     * The digests of what was written of events for readers of this language with the same rights, as far as it has not
     * changed since.
     *
     * @param form what else has an influence on what is written, such as the address of the site; compared by {@code
     *     equals}
     */
    public Digests digests(Object form) {
        return visible.digests(form);
    }
}
