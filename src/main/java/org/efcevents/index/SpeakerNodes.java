package org.efcevents.index;

import java.util.function.Consumer;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;

/** The nodes of speakers, as a session that sees everything finds them. */
final class SpeakerNodes {

    /** Where speakers lie. */
    static final String ROOT = "/speakers";

    private final Session session;
    private final ContentLanguages languages;

    SpeakerNodes(Session session, ContentLanguages languages) {
        this.session = session;
        this.languages = languages;
    }

    /**
     * All speakers that somebody might be shown, in any order.
     *
     * @param reader is called by several threads at the same time
     */
    void all(Consumer<ContentNode> reader) throws RepositoryException {
        if (session.nodeExists(ROOT)) {
            ConcurrentReading.<String>readAll(
                    session,
                    speakers -> addBelow(session.getNode(ROOT), speakers),
                    (speaker, own) -> new SpeakerNodes(own, languages).of(speaker, reader));
        }
    }

    private static void addBelow(Node folder, Consumer<String> speakers) throws RepositoryException {
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType(NodeType.SPEAKER.jcrName())) {
                speakers.accept(node.getIdentifier());
            } else {
                addBelow(node, speakers);
            }
        }
    }

    /** The speaker with this identifier; nothing if there is none. */
    void of(String speaker, Consumer<ContentNode> reader) throws RepositoryException {
        try {
            Node node = session.getNodeByIdentifier(speaker);
            if (node.isNodeType(NodeType.SPEAKER.jcrName()) && node.getPath().startsWith(ROOT + "/")) {
                ContentNode content = new ContentNode(node, languages);
                if (!content.isDeleted()) {
                    reader.accept(content);
                }
            }
        } catch (ItemNotFoundException gone) {
            // Then it is nowhere.
        }
    }
}
