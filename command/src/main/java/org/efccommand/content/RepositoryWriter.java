package org.efccommand.content;

import java.io.IOException;
import java.io.InputStream;
import javax.jcr.Binary;
import javax.jcr.ImportUUIDBehavior;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.efccommand.bag.Bag;
import org.xml.sax.SAXException;

/** Writes nodes into a workspace, with their identifiers. What a workspace has is taken away first. */
public final class RepositoryWriter implements NodeConsumer {

    /** So many nodes are saved together: few enough for memory, and whole works of content. */
    private static final int TOGETHER = 1000;

    private final Session session;
    private final Bag files;
    private int unsaved;

    /**
     * Begins.
     *
     * @param session of the workspace, that may do everything
     * @param files the package whose files binary values are
     */
    public RepositoryWriter(Session session, Bag files) {
        this.session = session;
        this.files = files;
    }

    /** Takes away what is there, but for the repository's own. */
    public void clear() throws RepositoryException {
        clear(session, 1);
    }

    /** The same, from a depth on; the folders among the events stay. */
    public static void clear(Session session, int depth) throws RepositoryException {
        clear(session.getRootNode(), depth);
        session.save();
    }

    private static void clear(Node parent, int depth) throws RepositoryException {
        for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.getPrimaryNodeType().getName().startsWith("rep:")) {
                continue;
            }
            if (depth > 1) {
                clear(node, depth - 1);
            } else if (!parent.getPath().equals("/events") || !node.isNodeType("mgnl:folder")) {
                node.remove();
            }
        }
    }

    @Override
    public void accept(StoredNode node) throws RepositoryException, IOException {
        if (unsaved >= TOGETHER && node.depth() <= 2) {
            save();
        }
        try {
            SystemView view = new SystemView(
                    session.getImportContentHandler(node.parent(), ImportUUIDBehavior.IMPORT_UUID_COLLISION_THROW),
                    null);
            view.begin();
            view.startNode(node);
            view.endNode();
            view.end();
        } catch (SAXException e) {
            throw new RepositoryException("Cannot write " + node.path() + ": " + e.getMessage(), e);
        }
        for (StoredProperty property : node.properties()) {
            if (property.isBinary()) {
                setBinary(session.getNode(node.path()), property);
            }
        }
        unsaved++;
    }

    private void setBinary(Node node, StoredProperty property) throws RepositoryException, IOException {
        Value[] values = new Value[property.values().size()];
        for (int i = 0; i < values.length; i++) {
            try (InputStream content = files.open(property.values().get(i))) {
                Binary binary = session.getValueFactory().createBinary(content);
                values[i] = session.getValueFactory().createValue(binary);
            }
        }
        if (property.multiple()) {
            node.setProperty(property.name(), values);
        } else {
            node.setProperty(property.name(), values[0]);
        }
    }

    /** Saves what is not saved yet. */
    public void save() throws RepositoryException {
        session.save();
        unsaved = 0;
    }
}
