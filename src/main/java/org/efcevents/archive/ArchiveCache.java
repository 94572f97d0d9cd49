package org.efcevents.archive;

import org.efcevents.index.ArchiveIndex;

/**
 * Keeps the texts in which words are searched until they change. One cache is shared by all readers.
 *
 * <p>It has no influence on access. Each {@link Archive} first asks its reader's own session which nodes there are and
 * what state they are in, and only looks up those. What a reader may not see is therefore never looked up, shown or
 * counted, and changes of access rights take effect at once.
 *
 * <p>Thread-safe and bounded: at most 16 million characters each of events and of talks, including an allowance for the objects around them. A character takes two bytes if its text contains any outside Latin-1, such as a
 * typographic apostrophe, else one, so the limit is about 70 MB. A full cache evicts nothing: other values are read each time
 * until some expire.
 */
public final class ArchiveCache {

    /** What lists and counts need. */
    final ArchiveIndex index = new ArchiveIndex();

    private static final int CHARACTERS = 16_000_000;

    /** The memory that a value takes besides its text, in characters of two bytes: key, identifiers and map entry. */
    private static final int OVERHEAD = 200;

    final BoundedCache<CachedText> texts =
            new BoundedCache<>(CHARACTERS, text -> OVERHEAD + text.text().length());
    final BoundedCache<CachedTalk> talks =
            new BoundedCache<>(CHARACTERS, talk -> OVERHEAD + talk.text().length());

    /** Creates an empty cache. */
    public ArchiveCache() {}

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
