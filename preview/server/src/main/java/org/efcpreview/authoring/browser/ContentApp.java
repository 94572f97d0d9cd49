package org.efcpreview.authoring.browser;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.problem.Problem;

/**
 * A content app's browser, as its definition lays it out ({@code BrowserDescriptor}).
 *
 * @param definition where all of it is written
 * @param workspace the app's workspace
 * @param rootPath below which its content lies
 * @param nodeTypes the primary types of what it shows; empty for all
 * @param nodeNameProperty the property that is shown for a node's name; empty for none
 * @param views at least one, in their order
 * @param actions by name
 * @param sections of the action bar; the first that fits the selection counts
 * @param defaultAction what a click on an item's title does; empty for nothing
 * @param search whether there is a search over the whole text
 */
public record ContentApp(
        Definition definition,
        String workspace,
        String rootPath,
        List<String> nodeTypes,
        String nodeNameProperty,
        List<View> views,
        Map<String, Action> actions,
        List<Section> sections,
        String defaultAction,
        boolean search) {

    /**
     * A way to look at the content.
     *
     * @param tree whether folders are opened in place; otherwise everything is in one list
     * @param several whether more than one item can be selected
     * @param drop the primary type that is not moved into its like ({@code jcrDropConstraint}); empty for none
     * @param free whether nothing at all constrains a move ({@code alwaysTrueDropConstraint} or none)
     */
    record View(String name, boolean tree, boolean several, List<Column> columns, String drop, boolean free) {}

    /**
     * A section of the action bar.
     *
     * @param key where it stands in its definition, for its label
     * @param groups the names of actions
     */
    record Section(String name, String key, Availability availability, List<List<String>> groups) {
        List<String> actions() {
            return groups.stream().flatMap(List::stream).toList();
        }
    }

    private static final String WITHIN = "subApps/";

    /** Whether a definition is that of a content app; other apps have no browser of this kind. */
    public static boolean is(Definition definition) {
        return definition.type() == DefinitionType.APP && browser(definition).isPresent();
    }

    private static Optional<Map<?, ?>> browser(Definition definition) {
        return definition.map("subApps").values().stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(subApp -> (Map<?, ?>) subApp)
                .filter(subApp -> Values.type(subApp).equals("BrowserDescriptor"))
                .findFirst();
    }

    /**
     * What the browsers of all apps say that is right in Magnolia and that these screens cannot show; for the start of the
     * server.
     */
    public static List<Problem> problems(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        for (Definition definition : definitions.all(DefinitionType.APP)) {
            if (is(definition)) {
                of(definition, what -> problems.add(new Problem(definition.file(), 0, what)));
            }
        }
        return problems;
    }

    /** @param definition one that {@link #is} */
    static ContentApp of(Definition definition) {
        return of(definition, what -> {});
    }

    private static ContentApp of(Definition definition, Consumer<String> refuse) {
        Map<?, ?> browser = browser(definition).orElseThrow();
        String path = WITHIN + Values.text(browser, "name");
        Map<?, ?> source = browser.get("datasource") instanceof Map<?, ?> own ? own : definition.map("datasource");
        if (!Values.type(source).equals("JcrDatasourceDefinition")) {
            refuse.accept("datasource: a " + Values.type(source) + " is not supported here; use jcrDatasource");
        }
        Consumer<String> inBrowser = what -> refuse.accept(path + ": " + what);
        Map<String, Action> actions = new LinkedHashMap<>();
        Values.map(browser, "actions").forEach((name, value) -> {
            if (value instanceof Map<?, ?> map) {
                actions.put(name.toString(), Action.of(map, path + "/actions", inBrowser));
            }
        });
        Map<?, ?> bar = Values.map(browser, "actionbar");
        List<Section> sections = new ArrayList<>();
        for (Map<?, ?> section : Values.maps(bar, "sections")) {
            String name = Values.text(section, "name");
            sections.add(new Section(
                    name,
                    path + "/actionbar/sections/" + name,
                    Availability.of(section, what -> inBrowser.accept("the section " + name + ": " + what)),
                    Values.maps(section, "groups").stream()
                            .map(group -> Values.maps(group, "items").stream()
                                    .map(item -> Values.text(item, "name"))
                                    .toList())
                            .toList()));
        }
        Map<?, ?> workbench = Values.map(browser, "workbench");
        boolean search = false;
        for (Map<?, ?> extension : Values.maps(workbench, "extensionViews")) {
            if (Values.type(extension).equals("FullTextSearchExtensionViewDefinition")) {
                search = true;
            } else {
                inBrowser.accept("an extension view " + Values.type(extension) + " is not supported here");
            }
        }
        String root = Values.text(source, "rootPath");
        return new ContentApp(
                definition,
                Values.text(source, "workspace"),
                root.isEmpty() ? "/" : root,
                Values.texts(source, "allowedNodeTypes"),
                Values.text(source, "nodeNameProperty"),
                views(workbench, path + "/workbench/contentViews", inBrowser),
                actions,
                List.copyOf(sections),
                Values.text(bar, "defaultAction"),
                search);
    }

    private static List<View> views(Map<?, ?> workbench, String path, Consumer<String> refuse) {
        List<View> views = new ArrayList<>();
        for (Map<?, ?> map : Values.maps(workbench, "contentViews")) {
            String name = Values.text(map, "name");
            String type = Values.type(map);
            if (!type.equals("TreeViewDefinition") && !type.equals("ListViewDefinition")) {
                refuse.accept("the view " + name + " is a " + type + ", which is not supported here");
                continue;
            }
            Map<?, ?> constraint = Values.map(map, "dropConstraint");
            String kind = Values.type(constraint);
            boolean jcr = kind.equals("JcrDropConstraintDefinition");
            if (!jcr && !kind.isEmpty() && !kind.equals("AlwaysTrueDropConstraintDefinition")) {
                refuse.accept("the view " + name + " has a dropConstraint " + kind + ", which is not supported here");
            }
            views.add(new View(
                    name,
                    type.equals("TreeViewDefinition"),
                    Values.flag(map, "multiSelect", true),
                    Values.maps(map, "columns").stream()
                            .map(column -> Column.of(
                                    column,
                                    path + "/" + name + "/columns",
                                    what -> refuse.accept("the view " + name + ": " + what)))
                            .toList(),
                    Values.text(constraint, "primaryNodeType"),
                    !jcr));
        }
        if (views.isEmpty()) {
            refuse.accept("workbench.contentViews has no tree and no list");
        }
        return List.copyOf(views);
    }

    /** The app's name, as in its address. */
    public String name() {
        return definition.name();
    }

    /** The view of that name; the first for any other. */
    View view(String name) {
        return views.stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElse(views.get(0));
    }

    /** The first list, or else the first view: what a search is shown in. */
    View list() {
        return views.stream().filter(view -> !view.tree()).findFirst().orElse(views.get(0));
    }

    /** Whether the app shows a node. */
    boolean shows(Node node) throws RepositoryException {
        return nodeTypes.isEmpty()
                || nodeTypes.contains(node.getPrimaryNodeType().getName());
    }

    /** Whether a path is below the root of the app; the root itself is not. */
    boolean holds(String path) {
        return rootPath.equals("/") ? path.length() > 1 : path.startsWith(rootPath + "/");
    }

    /** What a user reads for an item's name. */
    String title(Node node) throws RepositoryException {
        return !nodeNameProperty.isEmpty() && node.hasProperty(nodeNameProperty)
                ? node.getProperty(nodeNameProperty).getString()
                : node.getName();
    }

    /** The section that the action bar shows for a selection. */
    Optional<Section> section(List<Node> selected, Node root, Set<String> roles) throws RepositoryException {
        for (Section section : sections) {
            if (section.availability().obstacle(selected, root, roles).isEmpty()) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    /** {@code permissions.roles}: no role named means everyone ({@code ConfiguredAccessDefinition}). */
    boolean isFor(Collection<String> roles) {
        Object named = definition.map("permissions").get("roles");
        Collection<?> wanted =
                named instanceof Map<?, ?> map ? map.values() : named instanceof Collection<?> list ? list : List.of();
        return wanted.isEmpty()
                || roles.contains("superuser")
                || wanted.stream().anyMatch(roles::contains);
    }
}
