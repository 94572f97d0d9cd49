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

    /** Whether its definition says in which order its nodes are shown. */
    public boolean sorted() {
        return settings.has("sortBy");
    }

    /**
     * Finds the nodes below a path that are shown, in the order of the definition, or in none.
     *
     * @param deep whether at any depth
     */
    @SuppressWarnings("deprecation")
    public Query below(Session session, String path, boolean deep) throws RepositoryException {
        // As Magnolia asks, where there is an order. Jackrabbit would sort what has none by its place in the tree, in
        // quadratic time.
        String type = sorted() ? "t.[jcr:primaryType] = '" : "@jcr:primaryType = '";
        String types = settings.texts("allowedNodeTypes").stream()
                .map(each -> type + each + "'")
                .collect(Collectors.joining(" or "));
        String order = settings.object("sortBy").values().entrySet().stream()
                .map(by -> "t.[" + by.getKey() + "] " + by.getValue().toString().replaceAll("(?i)ending$", ""))
                .collect(Collectors.joining(", "));
        String sql = "select * from [nt:base] as t where " + (deep ? "isdescendantnode" : "ischildnode") + "(t, '"
                + path.replace("'", "''") + "')" + (types.isEmpty() ? "" : " and (" + types + ")") + " order by "
                + order;
        String xpath = "/jcr:root" + (path.equals("/") ? "" : ISO9075.encodePath(path)) + (deep ? "//*" : "/*")
                + (types.isEmpty() ? "" : "[" + types + "]") + " order by @jcr:score";
        return session.getWorkspace()
                .getQueryManager()
                .createQuery(sorted() ? sql : xpath, sorted() ? Query.JCR_SQL2 : Query.XPATH);
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
