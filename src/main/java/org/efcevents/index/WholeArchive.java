package org.efcevents.index;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** All events, speakers and work packages, whoever may see them. */
public final class WholeArchive {

    private WholeArchive() {}

    /** Reads a node, perhaps more than once. */
    public interface Reader {
        /** Reads an event, a speaker or a work package. */
        void read(Node node) throws RepositoryException;
    }

    /**
     * Reads all of them, in any order.
     *
     * @param session of the workspace; it reads none of them
     * @param reader is called by several threads at the same time, with nodes of sessions that see everything
     */
    public static void read(Session session, Reader reader) throws RepositoryException {
        Session all = ArchiveIndex.openAll(session);
        try {
            for (NodesBelow nodes : NodesBelow.CONTENT) {
                nodes.all(all, reader::read);
            }
        } finally {
            all.logout();
        }
    }
}
