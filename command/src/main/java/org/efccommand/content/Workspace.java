package org.efccommand.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import javax.jcr.nodetype.NodeType;
import org.apache.commons.lang3.function.FailableConsumer;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efccommand.bag.Bag;
import org.efcpreview.repository.Parts;

/**
 * The nodes of a workspace of a repository, but for the repository's own.
 *
 * @param session that may do everything
 */
public record Workspace(Session session) implements Nodes {

    /** So many nodes are saved together: few enough for memory, and whole works of content. */
    private static final int TOGETHER = 1000;

    @Override
    public void each(FailableConsumer<StoredNode, Exception> consumer) throws Exception {
        for (Node node : tops()) {
            each(node, consumer);
        }
    }

    /** The nodes that lie in no other. */
    public List<Node> tops() throws RepositoryException {
        return children(session.getRootNode());
    }

    private static void each(Node node, FailableConsumer<StoredNode, Exception> consumer) throws Exception {
        consumer.accept(stored(node));
        for (Node child : children(node)) {
            each(child, consumer);
        }
    }

    /** The nodes in a node. */
    static List<Node> children(Node parent) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        for (Node node : JcrUtils.getChildNodes(parent)) {
            if (!node.getPrimaryNodeType().getName().startsWith("rep:")) {
                children.add(node);
            }
        }
        return children;
    }

    private static StoredNode stored(Node node) throws RepositoryException, IOException {
        List<StoredProperty> properties = new ArrayList<>();
        for (Property property : JcrUtils.getProperties(node)) {
            // What is protected is the repository's to set, as jcr:created; Magnolia's exports leave it out too.
            if (!property.getDefinition().isProtected()) {
                boolean multiple = property.isMultiple();
                List<String> values = new ArrayList<>();
                for (Value value : multiple ? property.getValues() : new Value[] {property.getValue()}) {
                    values.add(text(value));
                }
                properties.add(new StoredProperty(
                        property.getName(), PropertyType.nameFromValue(property.getType()), multiple, values));
            }
        }
        return new StoredNode(
                node.getPath(),
                node.getPrimaryNodeType().getName(),
                node.isNodeType("mix:referenceable") ? node.getIdentifier() : "",
                Arrays.stream(node.getMixinNodeTypes()).map(NodeType::getName).toList(),
                properties);
    }

    private static String text(Value value) throws RepositoryException, IOException {
        if (value.getType() != PropertyType.BINARY) {
            return value.getString();
        }
        Binary binary = value.getBinary();
        try (InputStream content = binary.getStream()) {
            return Base64.getEncoder().encodeToString(content.readAllBytes());
        } finally {
            binary.dispose();
        }
    }

    /** Takes all nodes away. */
    public void clear() throws RepositoryException {
        for (Node node : tops()) {
            node.remove();
        }
        session.save();
    }

    /**
     * Adds nodes, with their identifiers, and saves them.
     *
     * @param files the package that has their files; null where there is none
     */
    public void add(Nodes nodes, Bag files) throws Exception {
        int[] unsaved = new int[1];
        nodes.each(node -> {
            if (unsaved[0]++ >= TOGETHER && node.depth() <= 2) {
                session.save();
                unsaved[0] = 0;
            }
            add(node, files);
        });
        session.save();
    }

    private void add(StoredNode stored, Bag files) throws RepositoryException, IOException {
        Node node = Parts.add(
                session.getNode(stored.parent()),
                stored.name(),
                stored.type(),
                stored.identifier().isEmpty() ? null : stored.identifier());
        for (String mixin : stored.mixins()) {
            node.addMixin(mixin);
        }
        for (StoredProperty property : stored.properties()) {
            int type = PropertyType.valueFromName(property.type());
            List<Value> values = new ArrayList<>();
            for (String value : property.values()) {
                values.add(
                        property.isBinary()
                                ? file(property, value, files)
                                : factory().createValue(value, type));
            }
            if (property.multiple()) {
                node.setProperty(property.name(), values.toArray(Value[]::new), type);
            } else {
                node.setProperty(property.name(), values.get(0));
            }
        }
    }

    private Value file(StoredProperty property, String value, Bag files) throws RepositoryException, IOException {
        try (InputStream content = property.sha256().isEmpty()
                ? new ByteArrayInputStream(Base64.getDecoder().decode(value))
                : files.open(value)) {
            return factory().createValue(factory().createBinary(content));
        }
    }

    private ValueFactory factory() throws RepositoryException {
        return session.getValueFactory();
    }
}
