package org.efcevents.index;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * Which events readers with equal rights may see. By one thread at a time, but for {@link #visibleTo}.
 *
 * @param <L> tells the languages in which they are read apart
 */
final class KeptEvents<L> {

    /** For so many combinations of rights and languages at the most it is kept what may be seen. */
    private static final int MOST_READERS = 64;

    private final Map<Reader<L>, Kept> readers = new ConcurrentHashMap<>();

    private record Reader<L>(Rights rights, L language) {}

    /**
     * @param version the {@link EventIndex#version} of which it is
     * @param count the {@link ChangeLog#count} until which it is known that nothing has changed
     * @param elsewhere the changes of other nodes than events that {@link Visible#state} takes into account
     */
    private record Kept(Visible visible, long version, long count, long elsewhere) {}

    /**
     * What a reader may see; empty if that has to be found anew.
     *
     * @param rights what the reader may do; null if that is not known
     * @param isLast whether nothing has changed since a {@link ChangeLog#count}
     */
    Optional<Visible> visibleTo(Rights rights, L language, LongPredicate isLast) {
        return rights == null
                ? Optional.empty()
                : Optional.ofNullable(readers.get(new Reader<>(rights, language)))
                        .filter(kept -> isLast.test(kept.count()))
                        .map(Kept::visible);
    }

    /**
     * Finds what a reader may see.
     *
     * @param session of the reader's
     * @param rights what the reader may do; null if that is not known
     * @param all a session that sees everything
     * @param count its {@link ChangeLog#count}
     * @param elsewhere how often something has changed that is no event
     */
    Visible renew(Session session, Rights rights, L language, EventIndex index, Session all, long count, long elsewhere)
            throws RepositoryException {
        if (rights == null) {
            return new Visible(all(session, index, all), null);
        }
        Reader<L> reader = new Reader<>(rights, language);
        Kept last = readers.get(reader);
        Visible visible = Visible.after(
                last == null || last.elsewhere() != elsewhere ? null : last.visible(),
                table(session, index, all, last));
        if (readers.size() >= MOST_READERS) {
            readers.clear();
        }
        readers.put(reader, new Kept(visible, index.version(), count, elsewhere));
        return visible;
    }

    private static EventTable all(Session session, EventIndex index, Session all) throws RepositoryException {
        return new EventTable(EventIndex.sorted(Stream.empty(), index.readable(session, all, any -> true)));
    }

    private static EventTable table(Session session, EventIndex index, Session all, Kept kept)
            throws RepositoryException {
        Optional<Set<UUID>> changed = kept == null ? Optional.empty() : index.changedSince(kept.version());
        if (changed.isEmpty()) {
            return all(session, index, all);
        }
        EventTable events = kept.visible().events();
        return changed.get().isEmpty()
                ? events
                : new EventTable(EventIndex.sorted(
                        EventIndex.without(events.events(), changed.get()),
                        index.readable(session, all, changed.get()::contains)));
    }

    void clear() {
        readers.clear();
    }
}
