package org.efcpreview.authoring;

import java.util.List;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.query.Query;
import org.apache.commons.lang3.StringUtils;
import org.apache.jackrabbit.util.ISO9075;
import org.definitioncheck.definition.Definition;

/** Where the content of an app lies ({@code jcrDatasource}). */
public record Datasource(Settings settings) {
    /** That of a sub-app, or else of its app. */
    public static Datasource of(Definition app, Settings subApp) {
        return new Datasource((subApp.has("datasource") ? subApp : Settings.of(app)).object("datasource"));
    }

    public String workspace() {
        return settings.text("workspace");
    }

    /** The path below which the content lies. */
    public String rootPath() {
        return settings.has("rootPath") ? settings.text("rootPath") : "/";
    }

    /** Whether a path is below the root; the root itself is not. */
    public boolean holds(String path) {
        return !path.equals(rootPath()) && path.startsWith(StringUtils.appendIfMissing(rootPath(), "/"));
    }

    /** Whether a node is of a type that is shown. */
    public boolean shows(Node node) throws RepositoryException {
        List<String> types = settings.texts("allowedNodeTypes");
        return types.isEmpty() || types.contains(node.getPrimaryNodeType().getName());
    }

    /** Finds all nodes that are shown, in no order. */
    @SuppressWarnings("deprecation")
    public Query all(Session session) throws RepositoryException {
        String below = rootPath().equals("/") ? "" : ISO9075.encodePath(rootPath());
        String types = settings.texts("allowedNodeTypes").stream()
                .map(type -> "@jcr:primaryType='" + type + "'")
                .collect(Collectors.joining(" or "));
        String nodes = "/jcr:root" + below + "//*" + (types.isEmpty() ? "" : "[" + types + "]");
        // Without an order of its own Jackrabbit sorts what it finds by its place in the tree, in quadratic time.
        return session.getWorkspace().getQueryManager().createQuery(nodes + " order by @jcr:score", Query.XPATH);
    }

    /** The property that holds an item's name as it was typed; empty for none. */
    public String nameProperty() {
        return settings.text("nodeNameProperty");
    }

    /** What a user reads for an item: the property that describes it, else its name as it was typed. */
    public String title(Node node) throws RepositoryException {
        String title = NodeTexts.first(node, settings.text("describeByProperty"), nameProperty());
        return title.isEmpty() ? node.getName() : title;
    }
}
