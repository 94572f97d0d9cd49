package org.efccommand.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.nodetype.NodeType;
import org.efccommand.Failure;

/** Reads the nodes of a workspace. */
public final class RepositoryReader {

    private static final Set<String> SYSTEM = Set.of("rep:AccessControl", "rep:root", "rep:system");

    private final Session session;
    private final StoredFiles files;

    /**
     * Begins.
     *
     * @param session of the workspace, that may read everything
     * @param files where binary values go
     */
    public RepositoryReader(Session session, StoredFiles files) {
        this.session = session;
        this.files = files;
    }

    /** Hands all nodes over that are not the repository's own. */
    public void read(NodeConsumer consumer) throws IOException, RepositoryException, Failure {
        below(session.getRootNode(), consumer);
    }

    private void below(Node parent, NodeConsumer consumer) throws IOException, RepositoryException, Failure {
        for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (!SYSTEM.contains(node.getPrimaryNodeType().getName())) {
                consumer.accept(stored(node));
                below(node, consumer);
            }
        }
    }

    private StoredNode stored(Node node) throws IOException, RepositoryException {
        List<StoredProperty> properties = new ArrayList<>();
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            // What is protected is the repository's to set, as jcr:created; Magnolia's exports leave it out too.
            if (!property.getDefinition().isProtected()) {
                properties.add(stored(node, property));
            }
        }
        properties.sort(Comparator.comparing(StoredProperty::name));
        return new StoredNode(
                node.getPath(),
                node.getPrimaryNodeType().getName(),
                node.isNodeType("mix:referenceable") ? node.getIdentifier() : "",
                Arrays.stream(node.getMixinNodeTypes())
                        .map(NodeType::getName)
                        .sorted()
                        .toList(),
                properties);
    }

    private StoredProperty stored(Node node, Property property) throws IOException, RepositoryException {
        List<String> values = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        boolean multiple = property.isMultiple();
        for (Value value : multiple ? property.getValues() : new Value[] {property.getValue()}) {
            if (value.getType() == PropertyType.BINARY) {
                String wanted = FilePaths.wanted(
                        session.getWorkspace().getName(), node.getPath(), property.getName(), fileName(node));
                Binary binary = value.getBinary();
                StoredFiles.Kept kept = files.keep(wanted, binary::getStream);
                binary.dispose();
                values.add(kept.path());
                digests.add(kept.digest());
            } else {
                values.add(value.getString());
            }
        }
        return new StoredProperty(
                property.getName(), PropertyType.nameFromValue(property.getType()), multiple, values, digests);
    }

    private static String fileName(Node node) throws RepositoryException {
        if (node.hasProperty("fileName")) {
            return node.getProperty("fileName").getString();
        }
        return node.hasProperty("extension")
                ? "." + node.getProperty("extension").getString()
                : "";
    }
}
