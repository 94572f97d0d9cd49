package org.efcevents.index;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.Repository;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentException;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.NodeType;

/**
 * Keeps what lists and counts need of all events, for all readers, and which of them each may see.
 *
 * <p>What a reader may see is asked of a session of theirs, event by event ({@link Session#hasPermission}), once for all
 * readers with equal {@link Rights}. Other rights are another question, so that a change of rights holds at once. Of what
 * has changed since, it is asked again. What is shown of an event is not kept here: whoever prints it reads it in the
 * reader's own session.
 *
 * <p>Thread-safe. One repository at a time.
 */
public final class ArchiveIndex {

    /** For so many combinations of rights and languages at the most it is kept what may be seen. */
    private static final int MOST_READERS = 64;

    private final Map<Language, EventIndex> indexes = new HashMap<>();
    private final Map<Reader, Kept> readers = new ConcurrentHashMap<>();
    private volatile ChangeLog log;

    private record Language(ContentLanguages languages, ZoneId siteZone) {}

    private record Reader(Rights rights, Language language) {}

    /** @param count the {@link ChangeLog#count} until which it is known that nothing has changed */
    private record Kept(EventTable table, long version, long count) {}

    /** Creates an empty index. */
    public ArchiveIndex() {}

    /**
     * The events that a reader may see: each event itself or, where only that may be read, its notice.
     *
     * @param session a session of the reader's
     * @param rights what the reader may do; null if that is not known, and all events are read anew
     * @param siteZone the time zone of dates that have none
     * @throws ContentException if the repository fails
     */
    public EventTable visibleTo(Session session, Rights rights, ContentLanguages languages, ZoneId siteZone) {
        Language language = new Language(languages, siteZone);
        try {
            if (rights == null) {
                return readAnew(session, language);
            }
            Reader reader = new Reader(rights, language);
            Kept kept = readers.get(reader);
            ChangeLog present = log;
            return kept != null
                            && present != null
                            && present.observes(session.getRepository())
                            && kept.count() == present.count()
                    ? kept.table()
                    : renewed(session, reader);
        } catch (RepositoryException e) {
            throw new ContentException("The events cannot be listed (workspace efc-events): " + e.getMessage(), e);
        }
    }

    private static EventTable readAnew(Session session, Language language) throws RepositoryException {
        Session all =
                ChangeLog.open(session.getRepository(), session.getWorkspace().getName());
        try {
            return new EventTable(
                    readable(session, new EventIndex(all, language.languages(), language.siteZone()).events()));
        } finally {
            all.logout();
        }
    }

    private synchronized EventTable renewed(Session session, Reader reader) throws RepositoryException {
        ChangeLog observing = observe(session);
        long count = observing.count();
        Session all =
                ChangeLog.open(session.getRepository(), session.getWorkspace().getName());
        try {
            renew(all, observing.drain());
            EventIndex index = indexes.get(reader.language());
            if (index == null) {
                index = new EventIndex(
                        all, reader.language().languages(), reader.language().siteZone());
                indexes.put(reader.language(), index);
            }
            EventTable table = table(session, index, readers.get(reader));
            if (readers.size() >= MOST_READERS) {
                readers.clear();
            }
            readers.put(reader, new Kept(table, index.version(), count));
            return table;
        } catch (RepositoryException | RuntimeException e) {
            // What was drained is not known to have been read.
            forget();
            throw e;
        } finally {
            all.logout();
        }
    }

    private ChangeLog observe(Session session) throws RepositoryException {
        Repository repository = session.getRepository();
        if (log == null || !log.observes(repository)) {
            forget();
            log = new ChangeLog(repository, session.getWorkspace().getName());
        }
        return log;
    }

    private void forget() {
        readers.clear();
        indexes.clear();
        if (log != null) {
            log.close();
            log = null;
        }
    }

    private void renew(Session all, ChangeLog.Changes changes) throws RepositoryException {
        Optional<Set<UUID>> changed = changes.many() ? Optional.empty() : changed(all, changes.changes());
        for (EventIndex index : indexes.values()) {
            if (changed.isPresent()) {
                index.read(all, changed.get());
            } else {
                index.readAll(all);
            }
        }
    }

    /** The events that have changed; empty if a folder with events in it has moved, so that any may have. */
    private static Optional<Set<UUID>> changed(Session all, Collection<Change> changes) throws RepositoryException {
        Set<UUID> changed = new HashSet<>();
        Map<String, Optional<Node>> known = new HashMap<>();
        for (Change change : changes) {
            Optional<Node> event = eventAt(all, change.path(), known);
            if (event.isPresent()) {
                changed.add(UUID.fromString(event.get().getIdentifier()));
            }
            if (change.ofNode()) {
                // It may be an event that is no longer where it was.
                changed.add(UUID.fromString(change.id()));
                if (event.isEmpty() && isOfFolder(change) && hasContent(all, change.id())) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(changed);
    }

    /** The event that lies at a path, or above it. */
    private static Optional<Node> eventAt(Session all, String path, Map<String, Optional<Node>> known)
            throws RepositoryException {
        if (!path.startsWith(EventNodes.ROOT + "/")) {
            return Optional.empty();
        }
        Optional<Node> found = known.get(path);
        if (found == null) {
            found = all.nodeExists(path) && all.getNode(path).isNodeType(NodeType.EVENT.jcrName())
                    ? Optional.of(all.getNode(path))
                    : eventAt(all, path.substring(0, path.lastIndexOf('/')), known);
            known.put(path, found);
        }
        return found;
    }

    private static boolean isOfFolder(Change change) {
        return (change.path() + "/").startsWith(EventNodes.ROOT + "/");
    }

    private static boolean hasContent(Session all, String id) throws RepositoryException {
        try {
            Node node = all.getNodeByIdentifier(id);
            return !node.isNodeType(NodeType.EVENT.jcrName()) && node.hasNodes();
        } catch (ItemNotFoundException gone) {
            return false;
        }
    }

    private static EventTable table(Session session, EventIndex index, Kept kept) throws RepositoryException {
        Optional<Set<UUID>> changed = kept == null ? Optional.empty() : index.changedSince(kept.version());
        if (changed.isEmpty()) {
            return new EventTable(readable(session, index.events()));
        }
        if (changed.get().isEmpty()) {
            return kept.table();
        }
        List<IndexedEvent> again = new ArrayList<>();
        for (IndexedEvent event : index.events()) {
            if (changed.get().contains(event.event())) {
                again.add(event);
            }
        }
        return new EventTable(
                EventIndex.sorted(EventIndex.without(kept.table().events(), changed.get()), readable(session, again)));
    }

    /** Those that a session may read: of a notice also whether it may not read the event. */
    private static List<IndexedEvent> readable(Session session, List<IndexedEvent> events) throws RepositoryException {
        List<IndexedEvent> readable = new ArrayList<>();
        for (IndexedEvent event : events) {
            if (mayRead(session, event.path())
                    && !(event.isListedOnly()
                            && mayRead(
                                    session,
                                    event.path().substring(0, event.path().lastIndexOf('/'))))) {
                readable.add(event);
            }
        }
        return List.copyOf(readable);
    }

    private static boolean mayRead(Session session, String path) throws RepositoryException {
        return session.hasPermission(path, Session.ACTION_READ);
    }
}
