package org.efcpreview.authoring.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.repository.Stamps;

/** Nodes that are content of their own, and those that are parts of them: what actions ask about both. */
public final class ContentNodes {
    private ContentNodes() {}

    /** Whether a node is content of its own; if not, it is a part of the node that it lies in, and goes where that goes. */
    public static boolean isContent(Node node) throws RepositoryException {
        return node.isNodeType("mgnl:content") || node.isNodeType("mgnl:folder") || node.isNodeType("mgnl:asset");
    }

    /** The nodes, each followed by the content below it; each once. */
    static List<Node> withContentBelow(Collection<Node> nodes) throws RepositoryException {
        Map<String, Node> found = new LinkedHashMap<>();
        collect(nodes, found);
        return new ArrayList<>(found.values());
    }

    private static void collect(Iterable<Node> nodes, Map<String, Node> found) throws RepositoryException {
        for (Node node : nodes) {
            found.putIfAbsent(node.getPath(), node);
            List<Node> below = new ArrayList<>();
            for (Node child : JcrUtils.getChildNodes(node)) {
                if (isContent(child)) {
                    below.add(child);
                }
            }
            collect(below, found);
        }
    }

    /** The highest ancestor that is not public, but for the root; what may not be read counts as public. */
    public static Optional<Node> unpublishedAncestor(Node node) throws RepositoryException {
        Optional<Node> found = Optional.empty();
        try {
            for (Node ancestor = node; ancestor.getDepth() > 1; ) {
                ancestor = ancestor.getParent();
                if (!Stamps.isPublished(ancestor)) {
                    found = Optional.of(ancestor);
                }
            }
        } catch (AccessDeniedException e) {
            return found;
        }
        return found;
    }

    /** {@code JcrWritePermissionRule}: read, set and add at the node itself. */
    public static boolean mayWrite(Node node) throws RepositoryException {
        return node.getSession().hasPermission(node.getPath(), "read,set_property,add_node");
    }

    static void requireWritable(Collection<Node> nodes) throws RepositoryException {
        for (Node node : nodes) {
            if (!mayWrite(node)) {
                throw new AccessDeniedException(node.getPath());
            }
        }
    }

    /** As {@link #requireWritable}; what lies in the nodes may be taken away, too. */
    static void requireReplaceable(Collection<Node> nodes) throws RepositoryException {
        requireWritable(nodes);
        for (Node node : nodes) {
            if (!node.getSession().hasPermission(node.getPath(), "remove")) {
                throw new AccessDeniedException(node.getPath());
            }
        }
    }
}
