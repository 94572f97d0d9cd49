package org.efcpreview.repository;

import java.io.IOException;
import java.io.InputStream;
import javax.jcr.Binary;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.nodetype.NodeType;
import org.apache.jackrabbit.commons.JcrUtils;
import org.apache.jackrabbit.core.NodeImpl;

/**
 * What belongs to a node when it is published or kept as a version: sub-nodes that are its parts ({@code
 * mgnl:contentNode}, {@code mgnl:resource} and what derives from them), not those that are content of their own.
 */
public final class Parts {
    private Parts() {}

    /** Whether a node is content of its own; if not, it is a part of the node that it lies in, and goes where that goes. */
    public static boolean isContent(Node node) throws RepositoryException {
        return node.isNodeType("mgnl:content") || node.isNodeType("mgnl:folder") || node.isNodeType("mgnl:asset");
    }

    /** Takes the parts of a node away. */
    public static void remove(Node node) throws RepositoryException {
        for (Node child : JcrUtils.getChildNodes(node)) {
            if (!isContent(child)) {
                child.remove();
            }
        }
    }

    /** Adds a node that has the name, the type and, where nodes of that type have one, the identifier of another. */
    static Node addLike(Node source, Node parent) throws RepositoryException {
        return add(
                parent,
                source.getName(),
                source.getPrimaryNodeType().getName(),
                source.isNodeType("mix:referenceable") ? source.getIdentifier() : null);
    }

    /** Adds a node; {@code identifier} is null for a new one. */
    public static Node add(Node parent, String name, String type, String identifier) throws RepositoryException {
        return identifier == null
                ? parent.addNode(name, type)
                : ((NodeImpl) parent).addNodeWithUuid(name, type, identifier);
    }

    /** Makes a copy have the mixins, the properties and the parts of the node, and no others. */
    static void copy(Node source, Node copy) throws RepositoryException {
        remove(copy);
        for (NodeType mixin : copy.getMixinNodeTypes()) {
            // That is how versions of a copy are kept, and it cannot be taken away while there are any.
            if (!source.isNodeType(mixin.getName()) && !mixin.getName().equals("mix:versionable")) {
                copy.removeMixin(mixin.getName());
            }
        }
        for (NodeType mixin : source.getMixinNodeTypes()) {
            copy.addMixin(mixin.getName());
        }
        for (Property property : JcrUtils.getProperties(copy)) {
            if (!property.getDefinition().isProtected() && !source.hasProperty(property.getName())) {
                property.remove();
            }
        }
        for (Property property : JcrUtils.getProperties(source)) {
            if (!property.getDefinition().isProtected()) {
                copy(property, copy);
            }
        }
        for (Node child : JcrUtils.getChildNodes(source)) {
            if (!isContent(child)) {
                copy(child, addLike(child, copy));
            }
        }
    }

    /** Gives a node a property of another. */
    public static void copy(Property property, Node copy) throws RepositoryException {
        String name = property.getName();
        if (copy.hasProperty(name) && copy.getProperty(name).isMultiple() != property.isMultiple()) {
            copy.getProperty(name).remove();
        }
        if (property.isMultiple()) {
            copy.setProperty(name, property.getValues(), property.getType());
        } else if (property.getType() == PropertyType.BINARY) {
            copyFile(property, copy);
        } else {
            copy.setProperty(name, property.getValue(), property.getType());
        }
    }

    /** By its bytes: a value of another instance would be taken for a reference to a file that only that one has. */
    private static void copyFile(Property file, Node copy) throws RepositoryException {
        Binary original = file.getBinary();
        try (InputStream content = original.getStream()) {
            copy.setProperty(file.getName(), copy.getSession().getValueFactory().createBinary(content));
        } catch (IOException e) {
            throw new RepositoryException("Cannot read the file of " + file.getPath() + ": " + e.getMessage(), e);
        } finally {
            original.dispose();
        }
    }

    /** The node with an identifier; null if there is none, or none that the session may read. */
    static Node byIdentifier(Session session, String identifier) throws RepositoryException {
        try {
            return session.getNodeByIdentifier(identifier);
        } catch (ItemNotFoundException e) {
            return null;
        }
    }
}
