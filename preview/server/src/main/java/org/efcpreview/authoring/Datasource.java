package org.efcpreview.authoring;

import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
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
        return rootPath().equals("/")
                ? path.length() > 1
                : !path.equals(rootPath()) && Paths.isWithin(path, rootPath());
    }

    /** Whether a node is of a type that is shown. */
    public boolean shows(Node node) throws RepositoryException {
        List<String> types = settings.texts("allowedNodeTypes");
        return types.isEmpty() || types.contains(node.getPrimaryNodeType().getName());
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
