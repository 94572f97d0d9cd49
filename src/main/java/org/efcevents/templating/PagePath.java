package org.efcevents.templating;

import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.content.NodeType;

/** Where visitors read about a node of the archive. It need not be where the node lies: editors sort them into folders. */
final class PagePath {

    private static final Map<String, String> PARTS = Map.of(
            NodeType.EVENT.jcrName(), "/events/",
            NodeType.SPEAKER.jcrName(), "/speakers/",
            NodeType.WORK_PACKAGE.jcrName(), "/work-packages/");

    private PagePath() {}

    /** Null where there is no page about the node. */
    static String of(Node node) throws RepositoryException {
        String part = PARTS.get(node.getPrimaryNodeType().getName());
        return part == null || node.isNodeType("mgnl:deleted") ? null : part + node.getName() + ".html";
    }
}
