package org.efcpreview.repository;

import java.util.Iterator;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;

/** The order of nodes in their parent. In a parent that keeps none, nothing is done. */
public final class Siblings {
    private Siblings() {}

    /** The name of the node that follows; null for the last one, which is what {@link #before} takes for it. */
    public static String nameAfter(Node node) throws RepositoryException {
        Iterator<Node> siblings = JcrUtils.getChildNodes(node.getParent()).iterator();
        while (siblings.hasNext() && !siblings.next().isSame(node)) {}
        return siblings.hasNext() ? siblings.next().getName() : null;
    }

    /**
     * Puts a node before another.
     *
     * @param next the other's name; null to put it last
     */
    public static void before(Node node, String next) throws RepositoryException {
        if (node.getParent().getPrimaryNodeType().hasOrderableChildNodes()
                && !node.getName().equals(next)) {
            node.getParent().orderBefore(node.getName(), next);
        }
    }

    /** Puts a node right after another. */
    public static void after(Node node, Node sibling) throws RepositoryException {
        before(node, nameAfter(sibling));
    }
}
