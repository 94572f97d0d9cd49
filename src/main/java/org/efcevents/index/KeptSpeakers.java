package org.efcevents.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;

/** The speakers of the archive, and which of them readers with equal rights may see. By one thread at a time, but for {@link #visibleTo}. */
final class KeptSpeakers {

    /** For so many combinations of rights and languages at the most it is kept what may be seen. */
    private static final int MOST_READERS = 64;

    private final Map<ContentLanguages, SpeakerIndex> indexes = new HashMap<>();
    private final Map<Reader, Kept> readers = new ConcurrentHashMap<>();

    private record Reader(Rights rights, ContentLanguages languages) {}

    /**
     * @param all all speakers, of which those are visible that may be read
     * @param count the {@link ChangeLog#count} until which it is known that nothing has changed
     */
    private record Kept(List<IndexedSpeaker> all, List<IndexedSpeaker> visible, long count) {}

    /**
     * Those that a reader may see; empty if that has to be found anew.
     *
     * @param rights what the reader may do; null if that is not known
     * @param isLast whether nothing has changed since a {@link ChangeLog#count}
     */
    Optional<List<IndexedSpeaker>> visibleTo(Rights rights, ContentLanguages languages, LongPredicate isLast) {
        return rights == null
                ? Optional.empty()
                : Optional.ofNullable(readers.get(new Reader(rights, languages)))
                        .filter(kept -> isLast.test(kept.count()))
                        .map(Kept::visible);
    }

    /**
     * Finds those that a reader may see.
     *
     * @param session of the reader's
     * @param rights what the reader may do; null if that is not known
     * @param all a session that sees everything
     * @param count its {@link ChangeLog#count}
     */
    List<IndexedSpeaker> renew(Session session, Rights rights, ContentLanguages languages, Session all, long count)
            throws RepositoryException {
        SpeakerIndex index = indexes.get(languages);
        if (index == null) {
            index = new SpeakerIndex(all, languages);
            indexes.put(languages, index);
        }
        List<IndexedSpeaker> speakers = index.speakers();
        if (rights == null) {
            return MayRead.speakers(session, speakers);
        }
        Reader reader = new Reader(rights, languages);
        Kept last = readers.get(reader);
        List<IndexedSpeaker> visible =
                last != null && last.all() == speakers ? last.visible() : MayRead.speakers(session, speakers);
        if (readers.size() >= MOST_READERS) {
            readers.clear();
        }
        readers.put(reader, new Kept(speakers, visible, count));
        return visible;
    }

    Collection<SpeakerIndex> indexes() {
        return indexes.values();
    }

    void clear() {
        indexes.clear();
        readers.clear();
    }
}
