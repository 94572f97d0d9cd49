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
import org.efcpreview.repository.Parts;
import org.efcpreview.repository.Stamps;

/** Nodes that are content of their own, and those that are parts of them: what actions ask about both. */
public final class ContentNodes {
    private static final String WRITE = "read,set_property,add_node";

    private ContentNodes() {}

    /** The nodes, each followed by the content below it; each once. */
    public static List<Node> withContentBelow(Collection<Node> nodes) throws RepositoryException {
        Map<String, Node> found = new LinkedHashMap<>();
        for (Node node : nodes) {
            collect(node, found);
        }
        return new ArrayList<>(found.values());
    }

    private static void collect(Node node, Map<String, Node> found) throws RepositoryException {
        found.putIfAbsent(node.getPath(), node);
        for (Node child : JcrUtils.getChildNodes(node)) {
            if (Parts.isContent(child)) {
                collect(child, found);
            }
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
        return node.getSession().hasPermission(node.getPath(), WRITE);
    }

    /** @throws AccessDeniedException if the user may not change the nodes, or not take away what lies in them */
    static void require(Collection<Node> nodes, boolean replaceable) throws RepositoryException {
        for (Node node : nodes) {
            if (!node.getSession().hasPermission(node.getPath(), replaceable ? WRITE + ",remove" : WRITE)) {
                throw new AccessDeniedException(node.getPath());
            }
        }
    }
}
