package org.efcevents.index;

import java.util.List;
import java.util.function.Consumer;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.NodeType;

/**
 * The nodes of a type below a folder, as a session that sees everything finds them, also while somebody changes them: see {@link
 * ChangingNode}.
 *
 * @param root the path of the folder
 * @param type what is read; nothing below such a node is looked at
 */
record NodesBelow(String root, NodeType type) {

    /** All that the archive has. */
    static final List<NodesBelow> CONTENT = List.of(
            new NodesBelow(EventNodes.ROOT, NodeType.EVENT),
            new NodesBelow(SpeakerNodes.ROOT, NodeType.SPEAKER),
            new NodesBelow(ChangedContent.WORK_PACKAGES, NodeType.WORK_PACKAGE));

    /** Threads are begun for so many. */
    private static final int WORTH_THREADS = 20;

    /** Reads a node, perhaps more than once. */
    interface Reader {
        void read(Node node) throws RepositoryException;
    }

    /**
     * All of them, in any order; one that is moved meanwhile may be read twice or not at all.
     *
     * @param reader is called by several threads at the same time
     */
    void all(Session session, Reader reader) throws RepositoryException {
        if (session.nodeExists(root)) {
            ConcurrentReading.<String>readAll(
                    session, nodes -> addBelow(session.getNode(root), nodes), (node, own) -> of(own, node, reader));
        }
    }

    /**
     * Those with these identifiers that are here, in any order, and some perhaps twice.
     *
     * @param reader is called by several threads at the same time
     */
    void each(Session session, List<String> ids, Reader reader) throws RepositoryException {
        if (ids.size() < WORTH_THREADS) {
            for (String id : ids) {
                of(session, id, reader);
            }
        } else {
            ConcurrentReading.<String>readAll(session, ids::forEach, (id, own) -> of(own, id, reader));
        }
    }

    /** Node by node: the search index may be told of a change after the change log is. */
    private void addBelow(Node folder, Consumer<String> found) throws RepositoryException {
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            try {
                if (node.isNodeType(type.jcrName())) {
                    found.accept(node.getIdentifier());
                } else {
                    addBelow(node, found);
                }
            } catch (RepositoryException e) {
                // The others are still there.
                ChangingNode.absent(e);
            }
        }
    }

    /** The node with this identifier; nothing if there is none here. */
    void of(Session session, String id, Reader reader) throws RepositoryException {
        ChangingNode.read(session, id, node -> {
            if (node.isNodeType(type.jcrName()) && node.getPath().startsWith(root + "/")) {
                reader.read(node);
            }
            return node;
        });
    }
}
