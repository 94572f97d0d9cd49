package org.efcevents.templating;

import java.util.Map;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.query.Query;
import org.efcevents.content.NodeType;
import org.efcevents.content.Slugs;

/**
 * The paths of pages about nodes. They do not depend on where the nodes lie, because editors may use subfolders. Where
 * several nodes have a name, or no address can have it, paths have identifiers in its place, which lead to wherever the page is.
 */
final class PagePath {

    private static final Map<String, String> PARTS = Map.of(
            NodeType.EVENT.jcrName(), "/events/",
            NodeType.SPEAKER.jcrName(), "/speakers/",
            NodeType.WORK_PACKAGE.jcrName(), "/work-packages/");

    private PagePath() {}

    /** Returns null if there is no page about the node. */
    static String of(Node node) throws RepositoryException {
        String part = PARTS.get(node.getPrimaryNodeType().getName());
        return part == null || node.isNodeType("mgnl:deleted")
                ? null
                : part + (isNamed(node, part) ? node.getName() : node.getIdentifier()) + ".html";
    }

    private static boolean isNamed(Node node, String part) throws RepositoryException {
        if (!Slugs.isAddress(node.getName())) {
            return false;
        }
        if (node.getPath().equals(part + node.getName())) {
            return true;
        }
        String statement = "select * from [" + node.getPrimaryNodeType().getName() + "] as n where name(n) = '"
                + node.getName() + "'";
        Query query = node.getSession().getWorkspace().getQueryManager().createQuery(statement, Query.JCR_SQL2);
        query.setLimit(2);
        int found = 0;
        for (NodeIterator nodes = query.execute().getNodes(); nodes.hasNext(); nodes.nextNode()) {
            found++;
        }
        return found < 2;
    }
}
