package org.efcpreview.content;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.repository.Stamps;

/** Nodes among others: what lies above and below them, and whether the public instance has them. */
public final class Tree {
    private Tree() {}

    /** The child nodes of a node type or one that extends it; those that are not JCR's own if the type is null. */
    public static List<Node> children(Node node, String nodeType) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        for (Node child : JcrUtils.getChildNodes(node)) {
            if (nodeType == null ? !child.getName().startsWith("jcr:") : child.isNodeType(nodeType)) {
                children.add(child);
            }
        }
        return children;
    }

    /** The nearest ancestor of a node type; null if there is none. The parent if the type is null. */
    public static Node parent(Node node, String nodeType) throws RepositoryException {
        Node parent = node;
        while (parent.getDepth() > 0) {
            parent = parent.getParent();
            if (nodeType == null || parent.isNodeType(nodeType)) {
                return parent;
            }
        }
        return null;
    }

    /** The topmost ancestor of a node type; null if there is none. The workspace's root counts as its own. */
    public static Node root(Node node, String nodeType) throws RepositoryException {
        Node root = node.getDepth() == 0 && node.isNodeType(nodeType) ? node : null;
        for (Node next = parent(node, nodeType); next != null; next = parent(next, nodeType)) {
            root = next;
        }
        return root;
    }

    /** The page that the node is or belongs to; null if there is none. */
    public static Node page(Node node) throws RepositoryException {
        return node.isNodeType("mgnl:page") ? node : parent(node, "mgnl:page");
    }

    /** The ancestors of a node type, any if that is null, from the top, without the root. */
    public static List<Node> ancestors(Node node, String nodeType) throws RepositoryException {
        List<Node> ancestors = new ArrayList<>();
        for (int depth = 1; depth < node.getDepth(); depth++) {
            Node ancestor = (Node) node.getAncestor(depth);
            if (nodeType == null || ancestor.isNodeType(nodeType)) {
                ancestors.add(ancestor);
            }
        }
        return ancestors;
    }

    /** 0 is not published or no node, 1 changed since, 2 published ({@code NodeTypes.Activatable.getActivationStatus}). */
    public static int activationStatus(Node node) throws RepositoryException {
        return node == null ? 0 : Stamps.status(node).ordinal();
    }
}
