package org.efcevents.index;

import java.util.function.Consumer;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;

/** The nodes of speakers, as a session that sees everything finds them. */
final class SpeakerNodes {

    /** Where speakers lie. */
    static final String ROOT = "/speakers";

    private static final NodesBelow SPEAKERS = new NodesBelow(ROOT, NodeType.SPEAKER);

    private final Session session;
    private final ContentLanguages languages;

    SpeakerNodes(Session session, ContentLanguages languages) {
        this.session = session;
        this.languages = languages;
    }

    /**
     * All speakers that somebody might be shown, in any order, and some perhaps twice.
     *
     * @param reader is called by several threads at the same time
     */
    void all(Consumer<ContentNode> reader) throws RepositoryException {
        SPEAKERS.all(session, node -> read(node, reader));
    }

    /** The speaker with this identifier; nothing if there is none. */
    void of(String speaker, Consumer<ContentNode> reader) throws RepositoryException {
        SPEAKERS.of(session, speaker, node -> read(node, reader));
    }

    private void read(Node node, Consumer<ContentNode> reader) {
        ContentNode speaker = new ContentNode(node, languages);
        if (!speaker.isDeleted()) {
            reader.accept(speaker);
        }
    }
}
