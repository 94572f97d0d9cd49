package org.efcpreview.authoring.asset;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.util.TraversingItemVisitor;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.repository.OpenSessions;

/** Where an asset is used. */
public final class Uses {
    /** Workspaces that hold no content. */
    private static final Set<String> SYSTEM =
            Set.of("config", "users", "usergroups", "userroles", Asset.WORKSPACE, "security");

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
    public static Collection<Use> of(Node asset, OpenSessions sessions) throws RepositoryException {
        Set<Use> uses = new LinkedHashSet<>();
        String identifier = asset.getIdentifier();
        for (String workspace : asset.getSession().getWorkspace().getAccessibleWorkspaceNames()) {
            if (!SYSTEM.contains(workspace) && !workspace.startsWith("mgnl")) {
                sessions.system(workspace).getRootNode().accept(new TraversingItemVisitor.Default() {
                    @Override
                    public void visit(Node node) throws RepositoryException {
                        if (!node.getName().equals("jcr:system")) {
                            super.visit(node);
                        }
                    }

                    @Override
                    protected void entering(Property property, int level) throws RepositoryException {
                        if (refers(property, identifier)) {
                            Node whole = whole(property.getParent());
                            uses.add(new Use(workspace, whole.getPath(), Asset.title(whole)));
                        }
                    }
                });
            }
        }
        return uses;
    }

    private static boolean refers(Property property, String identifier) throws RepositoryException {
        return property.getType() == PropertyType.STRING
                && NodeTexts.all(property).stream().anyMatch(text -> text.contains(identifier));
    }

    private static Node whole(Node part) throws RepositoryException {
        return part.isNodeType("mgnl:contentNode") && part.getDepth() > 1 ? whole(part.getParent()) : part;
    }
}
