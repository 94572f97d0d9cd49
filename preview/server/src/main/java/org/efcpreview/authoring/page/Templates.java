package org.efcpreview.authoring.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.efcpreview.authoring.Settings;

/**
 * The templates as the pages app sees them.
 *
 * @param definitions the modules' definitions
 */
record Templates(Definitions definitions) {
    private static final String TEMPLATE = "mgnl:template";

    /** The template of an identifier. */
    Optional<Definition> find(String id) {
        return definitions.find(DefinitionType.TEMPLATE, id);
    }

    /** The identifier of the template that a node names; empty if it names none. */
    static String named(Node node) throws RepositoryException {
        return node.hasProperty(TEMPLATE) ? node.getProperty(TEMPLATE).getString() : "";
    }

    /** The template that a node names. */
    Optional<Definition> of(Node node) throws RepositoryException {
        return find(named(node));
    }

    /** The dialog that a template names; empty if it names none. */
    static String dialog(Optional<Definition> template) {
        return template.flatMap(definition -> definition.text("dialog")).orElse("");
    }

    /**
     * The templates for pages: those below {@code templates/pages/} that are not hidden ({@code
     * info.magnolia.rendering.template.configured.DefaultTemplateAvailability}).
     *
     * @return as {@link #titled}
     */
    Map<String, String> forPages(Titles titles) {
        return titled(
                definitions.all(DefinitionType.TEMPLATE).stream()
                        .filter(template -> template.id().contains(":pages/"))
                        .filter(template -> Settings.of(template).flag("visible", true))
                        .map(Definition::id)
                        .toList(),
                titles);
    }

    /** The titles of templates, sorted, by identifier. */
    Map<String, String> titled(List<String> available, Titles titles) {
        Map<String, String> offered = new LinkedHashMap<>();
        available.stream()
                .map(id -> Map.entry(id, find(id).map(titles::template).orElse(id)))
                .sorted(Map.Entry.comparingByValue())
                .forEach(template -> offered.put(template.getKey(), template.getValue()));
        return offered;
    }

    /** The areas that the template of a page or a component defines, or those within an area, by name. */
    Map<String, AreaDefinition> areas(Node owner) throws RepositoryException {
        Optional<Settings> defining = owner.isNodeType("mgnl:area")
                ? area(owner).map(AreaDefinition::settings)
                : of(owner).map(Settings::of);
        return defining.map(AreaDefinition::of).orElse(Map.of());
    }

    private Optional<AreaDefinition> area(Node node) throws RepositoryException {
        return Optional.ofNullable(areas(node.getParent()).get(node.getName()));
    }

    /**
     * The area that holds a component: the one whose node it lies in, or, where the template wants no node for the area, one
     * of those of the page or component that it lies in.
     */
    Optional<AreaDefinition> around(Node component) throws RepositoryException {
        Node parent = component.getParent();
        return parent.isNodeType("mgnl:area")
                ? area(parent)
                : areas(parent).values().stream()
                        .filter(area -> !area.hasNode())
                        .findFirst();
    }
}
