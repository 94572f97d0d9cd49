package org.efcevents.index;

import java.util.Arrays;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentException;

/**
 * Which of the {@link SearchedNodes} readers with certain rights may read, as far as that has been asked: a byte for each node.
 *
 * <p>Nothing makes it invalid. A node that has changed or moved has another number, and other rights are another reader's.
 *
 * <p>Thread-safe: what two ask at the same time has one answer, and an answer that is lost is asked for again.
 */
final class ReadableNodes {

    private static final byte YES = 1;
    private static final byte NO = 2;

    private volatile byte[] answers = new byte[0];

    /**
     * Whether a part of an event, or a speaker, may be read.
     *
     * @param node its number
     * @param session a session of the reader's
     */
    boolean contains(int node, SearchedNodes nodes, Session session) {
        byte[] known = answers;
        if (node >= known.length) {
            known = Arrays.copyOf(known, node + node / 4 + 16);
            answers = known;
        }
        if (known[node] == 0) {
            String path = nodes.path(node);
            // A part is reached by way of the list that it is in, a speaker also without the folder.
            known[node] = mayRead(session, path)
                            && (nodes.isSpeaker(node) || mayRead(session, path.substring(0, path.lastIndexOf('/'))))
                    ? YES
                    : NO;
        }
        return known[node] == YES;
    }

    private static boolean mayRead(Session session, String path) {
        try {
            return session.hasPermission(path, Session.ACTION_READ);
        } catch (RepositoryException e) {
            throw new ContentException("It is not known whether " + path + " may be read: " + e.getMessage(), e);
        }
    }
}
