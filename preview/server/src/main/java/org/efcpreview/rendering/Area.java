package org.efcpreview.rendering;

import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.content.Tree;
import org.efcpreview.templating.Renderable;

/**
 * An area as the directive and the definition together have it.
 *
 * @param content its node; null where it is optional and not made yet
 * @param type {@code list}, {@code single} or {@code noComponent}
 * @param most how many components it may hold
 * @param createNode whether it has a node of its own
 */
record Area(Renderable definition, Node content, Node parent, String type, int most, boolean createNode) {
    boolean isSingle() {
        return type.equals("single");
    }

    /** Whether an editor decides that there is one at all. */
    boolean isOptional() {
        return definition.flag("optional", false);
    }

    List<Node> components() throws RepositoryException {
        return content == null ? List.of() : Tree.children(content, "mgnl:component");
    }
}
