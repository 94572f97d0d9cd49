package org.efcevents.archive;

import java.util.List;
import org.efcevents.event.EventSummary;

/**
 * Keeps what has been read from the archive until it changes. One cache is shared by all readers.
 *
 * <p>It has no influence on access. Each {@link Archive} first asks its reader's own session which nodes there are and
 * what state they are in, and only looks up those. What a reader may not see is therefore never looked up, shown or
 * counted, and changes of access rights take effect at once.
 *
 * <p>Thread-safe and bounded: at most 16 million characters each of events, of their searchable text and of talks, including
 * an allowance for the objects around them. A character takes two bytes if its text contains any outside Latin-1, such as a
 * typographic apostrophe, else one, so the limit is about 100 MB. A full cache evicts nothing: other values are read each time
 * until some expire.
 */
public final class ArchiveCache {

    private static final int CHARACTERS = 16_000_000;

    /** The memory that a value takes besides its text, in characters of two bytes: key, identifiers and map entry. */
    private static final int OVERHEAD = 200;

    /** Weighed by their string form: it contains all their text, and the names in it allow for the objects. */
    final BoundedCache<CachedEvent> events =
            new BoundedCache<>(CHARACTERS, event -> event.toString().length());

    final BoundedCache<CachedText> texts =
            new BoundedCache<>(CHARACTERS, text -> OVERHEAD + text.text().length());
    final BoundedCache<CachedTalk> talks =
            new BoundedCache<>(CHARACTERS, talk -> OVERHEAD + talk.text().length());

    /** Creates an empty cache. */
    public ArchiveCache() {}

    /**
     * An event, as read from its own node.
     *
     * @param stamp the {@link org.efcevents.content.ContentNode#stamp stamp} of the event when this was read; null if
     *     it had none
     * @param summary its summary without work packages, which are nodes of their own that not every reader may see
     * @param workPackages the identifiers of its work packages
     * @param city the town in the default language; null if there is none
     */
    record CachedEvent(String stamp, EventSummary summary, List<String> workPackages, String city) {}

    /**
     * The searchable text of an event's own node.
     *
     * @param stamp the state of the event when this was read; null if nothing told it
     * @param text prepared for searching
     */
    record CachedText(String stamp, String text) {}

    /**
     * The searchable text of one person's part in an event.
     *
     * @param event the identifier of the event; empty if the reader may not see it
     * @param stamp the state of the event when this was read: Magnolia renews it with that of its parts
     * @param speaker the identifier of the person; null if there is none
     * @param text what was said, ready to be searched
     */
    record CachedTalk(String event, String stamp, String speaker, String text) {}
}
