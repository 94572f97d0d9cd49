package org.efcevents.undo;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import org.efcevents.http.Digest;

/** What nodes have that editors have given them. */
public final class NodeContent {

    private NodeContent() {}

    /** A short text that tells the content of a node, and of all below it, from others. */
    public static String of(Node node) throws RepositoryException {
        List<String> content = new ArrayList<>();
        for (PropertyIterator found = node.getProperties(); found.hasNext(); ) {
            Property property = found.nextProperty();
            if (isContent(property.getName())) {
                content.add(property.getName() + " " + Stored.of(property));
            }
        }
        content.sort(null);
        content.add(0, node.getPrimaryNodeType().getName());
        for (NodeIterator below = node.getNodes(); below.hasNext(); ) {
            Node child = below.nextNode();
            content.add(child.getName() + " " + of(child));
        }
        return Digest.of(String.join("\n", content)).text();
    }

    /** Whether a property is content, and not what the repository or Magnolia notes. */
    public static boolean isContent(String property) {
        return !property.startsWith("jcr:") && !property.startsWith("mgnl:");
    }
}
