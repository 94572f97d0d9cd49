package org.efcevents.index;

import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;

/** The nodes of events and their notices, as a session that sees everything finds them. */
public final class EventNodes {

    /** Where events lie. */
    static final String ROOT = "/events";

    /** Nobody is shown what lies here. The meaning of all other folders is a matter of access rights alone. */
    public static final String WITHDRAWN = ROOT + "/withdrawn";

    private static final NodesBelow EVENTS = new NodesBelow(ROOT, NodeType.EVENT);

    private final Session session;
    private final ContentLanguages languages;

    EventNodes(Session session, ContentLanguages languages) {
        this.session = session;
        this.languages = languages;
    }

    /** Takes nodes, so that no more of them are held in memory than the repository holds itself. */
    interface Reader {

        /** @param event the identifier of the event, also for a notice */
        void read(ContentNode node, String event) throws RepositoryException;
    }

    /**
     * All events and notices that somebody might be shown, in any order, and some perhaps twice.
     *
     * @param reader is called by several threads at the same time
     */
    void all(Reader reader) throws RepositoryException {
        EVENTS.all(session, event -> readWithNotices(event, reader));
    }

    private void readWithNotices(Node event, Reader reader) throws RepositoryException {
        read(event, reader);
        for (NodeIterator parts = event.getNodes(); parts.hasNext(); ) {
            Node part = parts.nextNode();
            if (part.isNodeType(NodeType.NOTICE.jcrName())) {
                read(part, reader);
            }
        }
    }

    /** The event with this identifier and its notices, some perhaps twice; nothing if there is none. */
    void of(String event, Reader reader) throws RepositoryException {
        EVENTS.of(session, event, node -> readWithNotices(node, reader));
    }

    private void read(Node node, Reader reader) throws RepositoryException {
        ContentNode content = new ContentNode(node, languages);
        if (isShown(content)) {
            reader.read(
                    content, content.isA(NodeType.NOTICE) ? node.getParent().getIdentifier() : node.getIdentifier());
        }
    }

    /** Whether a node is shown to those who may read it and, if it is a notice, not the event itself. */
    public static boolean isShown(ContentNode node) {
        return !node.path().startsWith(WITHDRAWN + "/") && !node.isDeleted() && tells(node);
    }

    /** False for a notice without a title, which does not count: every event has one, if only for its date. */
    public static boolean tells(ContentNode node) {
        return !node.isA(NodeType.NOTICE) || node.rawText("title") != null;
    }
}
