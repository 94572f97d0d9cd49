package org.efcevents.index;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** What a session may read of what is kept for all. */
final class MayRead {

    private MayRead() {}

    /** Those that a session may read: of a notice also whether it may not read the event. */
    static List<IndexedEvent> events(Session session, List<IndexedEvent> events) throws RepositoryException {
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

    static List<IndexedSpeaker> speakers(Session session, List<IndexedSpeaker> all) throws RepositoryException {
        List<IndexedSpeaker> readable = new ArrayList<>();
        for (IndexedSpeaker speaker : all) {
            if (mayRead(session, speaker.path())) {
                readable.add(speaker);
            }
        }
        return List.copyOf(readable);
    }
}
