package org.efcevents.templating;

import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.content.NodeType;

/** The paths of pages about nodes. They do not depend on where the nodes lie, because editors may use subfolders. */
final class PagePath {

    private static final Map<String, String> PARTS = Map.of(
            NodeType.EVENT.jcrName(), "/events/",
            NodeType.SPEAKER.jcrName(), "/speakers/",
            NodeType.WORK_PACKAGE.jcrName(), "/work-packages/");

    private PagePath() {}

    /** Returns null if there is no page about the node. */
    static String of(Node node) throws RepositoryException {
        String part = PARTS.get(node.getPrimaryNodeType().getName());
        return part == null || node.isNodeType("mgnl:deleted") ? null : part + node.getName() + ".html";
    }
}
