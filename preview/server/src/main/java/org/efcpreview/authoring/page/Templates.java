package org.efcpreview.authoring.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;

/**
 * The templates as the pages app sees them.
 *
 * @param definitions the modules' definitions
 */
record Templates(Definitions definitions) {
    /** What stays of a page on author until its deletion has been published, as Magnolia's pages app marks it. */
    static final String DELETED = "pages-app:deleted";

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

    /**
     * The templates for pages, by title: those below {@code templates/pages/} that are not hidden ({@code
     * info.magnolia.rendering.template.configured.DefaultTemplateAvailability}).
     *
     * @return titles by identifier
     */
    Map<String, String> forPages(Titles titles) {
        Map<String, String> offered = new LinkedHashMap<>();
        definitions.all(DefinitionType.TEMPLATE).stream()
                .filter(template -> template.id().contains(":pages/"))
                .filter(template ->
                        template.text("visible").map(Boolean::parseBoolean).orElse(true))
                .map(template -> Map.entry(template.id(), titles.template(template)))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .forEach(template -> offered.put(template.getKey(), template.getValue()));
        return offered;
    }

    /** The areas that the template of a page or a component defines, or those within an area. */
    Map<String, AreaDefinition> areas(Node owner) throws RepositoryException {
        if (owner.isNodeType("mgnl:area")) {
            return area(owner).map(area -> AreaDefinition.of(area.values())).orElse(Map.of());
        }
        return of(owner).map(template -> AreaDefinition.of(template.values())).orElse(Map.of());
    }

    /** The definition of an area that has a node. */
    Optional<AreaDefinition> area(Node node) throws RepositoryException {
        return node.getDepth() == 0
                ? Optional.empty()
                : Optional.ofNullable(areas(node.getParent()).get(node.getName()));
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

    /** The titles of templates, sorted, by identifier. */
    Map<String, String> titled(List<String> available, Titles titles) {
        Map<String, String> offered = new LinkedHashMap<>();
        available.stream()
                .map(id -> Map.entry(id, find(id).map(titles::template).orElse(id)))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .forEach(template -> offered.put(template.getKey(), template.getValue()));
        return offered;
    }
}
