package org.efcevents.index;

import java.util.Optional;
import javax.jcr.InvalidItemStateException;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.PathNotFoundException;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentException;

/** Reads nodes that somebody may move or remove at the same time. The change log tells of those, so that they are read again. */
final class ChangingNode {

    private static final int ATTEMPTS = 3;
    private static final System.Logger LOG = System.getLogger(ChangingNode.class.getName());

    private ChangingNode() {}

    /** Reads something of a node, perhaps more than once. */
    interface Reader<T> {
        T read(Node node) throws RepositoryException;
    }

    /**
     * What is read of the node with this identifier; empty if there is none, or none that stays there while it is read.
     *
     * @throws RepositoryException if the repository fails
     * @throws ContentException if the repository fails
     */
    static <T> Optional<T> read(Session session, String id, Reader<T> reader) throws RepositoryException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Node> node = node(session, id);
            if (node.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(reader.read(node.get()));
            } catch (RepositoryException e) {
                absent(e);
            } catch (ContentException e) {
                if (!isAbsence(e.getCause())) {
                    throw e;
                }
            }
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "The node " + id
                        + " is left out, because it cannot be read as it is: it changes at this moment, or is damaged");
        return Optional.empty();
    }

    private static Optional<Node> node(Session session, String id) throws RepositoryException {
        try {
            return Optional.of(session.getNodeByIdentifier(id));
        } catch (ItemNotFoundException gone) {
            return Optional.empty();
        }
    }

    /**
     * Nothing, where something is no longer where it has just been.
     *
     * @throws RepositoryException if it failed for another reason
     */
    static <T> Optional<T> absent(RepositoryException e) throws RepositoryException {
        if (!isAbsence(e)) {
            throw e;
        }
        return Optional.empty();
    }

    /** Whether something is no longer where it has just been. */
    private static boolean isAbsence(Throwable e) {
        return e instanceof InvalidItemStateException
                || e instanceof ItemNotFoundException
                || e instanceof PathNotFoundException;
    }
}
