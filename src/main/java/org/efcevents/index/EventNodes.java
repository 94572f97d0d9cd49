package org.efcevents.index;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.ItemNotFoundException;
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

    /** Where speakers lie. */
    static final String SPEAKERS = "/speakers";

    /** Nobody is shown what lies here. The meaning of all other folders is a matter of access rights alone. */
    public static final String WITHDRAWN = ROOT + "/withdrawn";

    private final Session session;
    private final ContentLanguages languages;

    EventNodes(Session session, ContentLanguages languages) {
        this.session = session;
        this.languages = languages;
    }

    /** An event, or a notice with its event. */
    record Found(ContentNode node, String event) {}

    /** All events and notices that somebody might be shown. */
    List<Found> all() throws RepositoryException {
        List<Found> found = new ArrayList<>();
        if (session.nodeExists(ROOT)) {
            addBelow(session.getNode(ROOT), found);
        }
        return found;
    }

    /** Node by node: the search index may be told of a change after the change log is. */
    private void addBelow(Node folder, List<Found> found) throws RepositoryException {
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType(NodeType.EVENT.jcrName())) {
                addWithNotices(node, found);
            } else {
                addBelow(node, found);
            }
        }
    }

    private void addWithNotices(Node event, List<Found> found) throws RepositoryException {
        add(event, found);
        for (NodeIterator parts = event.getNodes(); parts.hasNext(); ) {
            Node part = parts.nextNode();
            if (part.isNodeType(NodeType.NOTICE.jcrName())) {
                add(part, found);
            }
        }
    }

    /** The event with this identifier and its notices; empty if there is none. */
    List<Found> of(String event) throws RepositoryException {
        List<Found> found = new ArrayList<>();
        try {
            Node node = session.getNodeByIdentifier(event);
            if (node.isNodeType(NodeType.EVENT.jcrName()) && node.getPath().startsWith(ROOT + "/")) {
                addWithNotices(node, found);
            }
            return found;
        } catch (ItemNotFoundException gone) {
            return found;
        }
    }

    private void add(Node node, List<Found> found) throws RepositoryException {
        ContentNode content = new ContentNode(node, languages);
        if (isShown(content)) {
            found.add(new Found(
                    content, content.isA(NodeType.NOTICE) ? node.getParent().getIdentifier() : node.getIdentifier()));
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
