package org.efcpreview.authoring.content;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.query.Query;
import javax.jcr.query.QueryManager;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.repository.OpenSessions;

/**
 * A place that refers to content: an event to its speakers, its work packages and its files.
 *
 * @param workspace its workspace
 * @param path of the page, event or whatever else can be opened, not of a part of it, nor of what the modules keep for themselves
 * @param title what people call it
 */
public record Use(String workspace, String path, String title) {
    /** Workspaces that hold no content that could refer to some. */
    private static final Set<String> SYSTEM = Set.of("config", "users", "usergroups", "userroles", "dam", "security");

    /**
     * Everything that refers to nodes of a workspace by their identifiers, in links of rich text, too; also what the user may not
     * read, since deleting them would break that as well.
     */
    @SuppressWarnings("deprecation")
    public static Collection<Use> of(List<Node> nodes, OpenSessions sessions) throws RepositoryException {
        Set<Use> uses = new LinkedHashSet<>();
        for (String workspace : nodes.get(0).getSession().getWorkspace().getAccessibleWorkspaceNames()) {
            if (!SYSTEM.contains(workspace) && !workspace.startsWith("mgnl")) {
                QueryManager queries = sessions.system(workspace).getWorkspace().getQueryManager();
                for (Node node : nodes) {
                    // In the index of words an identifier is a phrase.
                    String refers = "//*[jcr:contains(., '\"" + node.getIdentifier() + "\"')]";
                    for (Node part : JcrUtils.getNodes(
                            queries.createQuery(refers, Query.XPATH).execute())) {
                        Node whole = whole(part);
                        if (whole.isNodeType("mgnl:content") && !whole.isNodeType("mgnl:deleted")) {
                            uses.add(new Use(workspace, whole.getPath(), NodeTexts.title(whole)));
                        }
                    }
                }
            }
        }
        return uses;
    }

    private static Node whole(Node part) throws RepositoryException {
        return part.isNodeType("mgnl:contentNode") && part.getDepth() > 1 ? whole(part.getParent()) : part;
    }
}
