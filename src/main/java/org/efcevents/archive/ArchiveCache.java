package org.efcevents.archive;

import java.util.List;
import org.efcevents.event.EventSummary;

/**
 * What was read of the archive and need not be read again as long as it stays as it is: to be shared by all readers.
 *
 * <p>It decides nothing about access and is no answer to any question. Each {@link Archive} asks its own reader's session
 * which nodes there are and which state they are in; only for these is anything taken from here. What a reader may not see
 * is therefore never looked up, shown or counted, and a change of rights holds at once.
 *
 * <p>Safe for many threads, and bounded: about 50 MB at the most.
 */
public final class ArchiveCache {

    private static final int EVENTS = 20_000;
    private static final int CHARACTERS = 16_000_000;

    final BoundedCache<CachedEvent> events = new BoundedCache<>(EVENTS, event -> 1);
    final BoundedCache<CachedText> texts =
            new BoundedCache<>(CHARACTERS, text -> text.text().length());
    final BoundedCache<CachedTalk> talks =
            new BoundedCache<>(CHARACTERS, talk -> talk.text().length());

    /** Remembers nothing yet. */
    public ArchiveCache() {}

    /**
     * An event, as its own node tells it.
     *
     * @param stamp the state of the event when this was read; null if nothing told it
     * @param summary without work packages: these are nodes of their own, which not every reader may see
     * @param workPackages their identifiers
     * @param city the town in the default language; null where there is none
     */
    record CachedEvent(String stamp, EventSummary summary, List<String> workPackages, String city) {}

    /**
     * The words of an event's own node.
     *
     * @param stamp the state of the event when this was read; null if nothing told it
     * @param text ready to be searched
     */
    record CachedText(String stamp, String text) {}

    /**
     * What one person did at an event, for searches.
     *
     * @param event the event's identifier; empty if the reader may not see it
     * @param stamp the state of the event when this was read: Magnolia renews it with that of its parts
     * @param speaker the person's identifier; null where there is none
     * @param text what was said, ready to be searched
     */
    record CachedTalk(String event, String stamp, String speaker, String text) {}
}
