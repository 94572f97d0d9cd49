package org.efcevents.index;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
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

    /**
     * All events, also those that nobody is shown, in any order, and some perhaps twice.
     *
     * @param reader takes them one by one, so that no more are held in memory than the repository holds itself; it is called by
     *     several threads at the same time
     */
    void all(Consumer<ContentNode> reader) throws RepositoryException {
        EVENTS.all(session, event -> reader.accept(new ContentNode(event, languages)));
    }

    /** The event with this identifier, perhaps twice; nothing if there is none. */
    void of(String event, Consumer<ContentNode> reader) throws RepositoryException {
        EVENTS.of(session, event, node -> reader.accept(new ContentNode(node, languages)));
    }

    /** Takes notices. */
    interface Reader {
        void read(ContentNode notice, String event);
    }

    /**
     * The notices of some events that are shown to whoever may not read these, in any order, and some perhaps twice.
     *
     * @param events their identifiers
     * @param reader is called by several threads at the same time
     */
    void notices(Collection<UUID> events, Reader reader) throws RepositoryException {
        EVENTS.each(session, events.stream().map(UUID::toString).toList(), event -> readNotices(event, reader));
    }

    private void readNotices(Node event, Reader reader) throws RepositoryException {
        for (NodeIterator parts = event.getNodes(); parts.hasNext(); ) {
            ContentNode part = new ContentNode(parts.nextNode(), languages);
            if (part.isA(NodeType.NOTICE) && isShown(part)) {
                reader.read(part, event.getIdentifier());
            }
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
