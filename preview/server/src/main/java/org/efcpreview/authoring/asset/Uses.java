package org.efcpreview.authoring.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.efcpreview.content.PageSessions;

/** Where an asset is used. */
public final class Uses {
    /** Workspaces that hold no content. */
    private static final Set<String> SYSTEM =
            Set.of("config", "users", "usergroups", "userroles", Assets.WORKSPACE, "security");

    private Uses() {}

    /**
     * A place that refers to an asset.
     *
     * @param workspace its workspace
     * @param path of the page, event or whatever else can be opened, not of a part of it
     * @param title what people call it
     */
    public record Use(String workspace, String path, String title) {}

    /**
     * Everything that refers to an asset by its identifier, in links of rich text, too; also what the user may not read,
     * since deleting the asset would break that as well.
     */
    static List<Use> of(Node asset, PageSessions sessions) throws RepositoryException {
        List<Use> uses = new ArrayList<>();
        String[] workspaces = asset.getSession().getWorkspace().getAccessibleWorkspaceNames();
        for (String workspace : workspaces) {
            if (!SYSTEM.contains(workspace) && !workspace.startsWith("mgnl")) {
                Node root = sessions.system(workspace).getRootNode();
                search(workspace, root, root, asset.getIdentifier(), uses);
            }
        }
        return uses;
    }

    /** @param whole what the node is a part of */
    private static void search(String workspace, Node node, Node whole, String identifier, List<Use> uses)
            throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            if (refers(properties.nextProperty(), identifier)) {
                Use use = new Use(workspace, whole.getPath(), title(whole));
                if (!uses.contains(use)) {
                    uses.add(use);
                }
            }
        }
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node child = nodes.nextNode();
            if (!child.getName().equals("jcr:system")) {
                boolean part = child.isNodeType("mgnl:contentNode") && !child.isNodeType("mgnl:page");
                search(workspace, child, part ? whole : child, identifier, uses);
            }
        }
    }

    private static boolean refers(Property property, String identifier) throws RepositoryException {
        if (property.getType() != PropertyType.STRING) {
            return false;
        }
        for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
            if (value.getString().contains(identifier)) {
                return true;
            }
        }
        return false;
    }

    private static String title(Node node) throws RepositoryException {
        for (String name : List.of("title", "name")) {
            String title = Assets.text(node, name);
            if (!title.isBlank()) {
                return title;
            }
        }
        return node.getName();
    }
}
