package org.efcevents.index;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** What a session may read of what is kept for all. */
final class MayRead {

    private MayRead() {}

    /** Whether it may read what is at a path, or might if there were anything. */
    static boolean at(String path, Session session) throws RepositoryException {
        return session.hasPermission(path, Session.ACTION_READ);
    }

    static List<IndexedSpeaker> speakers(Session session, List<IndexedSpeaker> all) throws RepositoryException {
        List<IndexedSpeaker> readable = new ArrayList<>();
        for (IndexedSpeaker speaker : all) {
            if (at(speaker.path(), session)) {
                readable.add(speaker);
            }
        }
        return List.copyOf(readable);
    }
}
