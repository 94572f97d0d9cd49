package org.efcpreview.authoring.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.StringUtils;
import org.apache.jackrabbit.commons.JcrUtils;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.efcpreview.authoring.Labels;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Settings;

/**
 * The templates as the pages app sees them, and what editors read of them and their areas (rules: {@code
 * info.magnolia.rendering.template.configured}'s key generators, {@code info.magnolia.templating.elements.attribute.Translated}).
 *
 * @param request in whose language
 */
public record Templates(Request request) {
    private Optional<Definition> find(String id) {
        return request.definitions().find(DefinitionType.TEMPLATE, id);
    }

    /** The identifier of the template that a node names; empty if it names none. */
    public static String named(Node node) throws RepositoryException {
        return JcrUtils.getStringProperty(node, "mgnl:template", "");
    }

    /** The template that a node names. */
    Optional<Definition> of(Node node) throws RepositoryException {
        return find(named(node));
    }

    /** The dialog that the template of an identifier names; empty if it names none, or there is no such template. */
    String dialog(String id) {
        return find(id).flatMap(template -> template.text("dialog")).orElse("");
    }

    /** The title of the template of an identifier: its name if it has none, the identifier if there is no such template. */
    public String title(String id) {
        return find(id).map(
                        template -> Labels.of(template, request).find("title").orElseGet(template::name))
                .orElse(id);
    }

    /** The title of an area of a node; its name with a capital if it has none. */
    String title(Node owner, String name, Settings area) throws RepositoryException {
        Node templated = owner;
        while (templated.isNodeType("mgnl:area")) {
            templated = templated.getParent();
        }
        return of(templated)
                .flatMap(template -> Labels.of(template, request).find(area.at("title")))
                .orElse(StringUtils.capitalize(name));
    }

    /**
     * The templates for pages: those below {@code templates/pages/} that are not hidden ({@code
     * info.magnolia.rendering.template.configured.DefaultTemplateAvailability}).
     *
     * @return as {@link #titled}
     */
    Map<String, String> forPages() {
        return titled(request.definitions().all(DefinitionType.TEMPLATE).stream()
                .filter(template -> template.id().contains(":pages/"))
                .filter(template -> Settings.of(template).flag("visible", true))
                .map(Definition::id)
                .toList());
    }

    /** The titles of templates, sorted, by identifier. */
    Map<String, String> titled(List<String> available) {
        Map<String, String> offered = new LinkedHashMap<>();
        available.stream()
                .map(id -> Map.entry(id, title(id)))
                .sorted(Map.Entry.comparingByValue())
                .forEach(template -> offered.put(template.getKey(), template.getValue()));
        return offered;
    }

    /**
     * The areas that the template of a page or a component defines, or those within an area, by name and without those that are
     * switched off ({@code info.magnolia.rendering.template.configured.ConfiguredAreaDefinition}).
     */
    Map<String, Settings> areas(Node owner) throws RepositoryException {
        Optional<Settings> defining = owner.isNodeType("mgnl:area")
                ? Optional.ofNullable(areas(owner.getParent()).get(owner.getName()))
                : of(owner).map(Settings::of);
        Map<String, Settings> areas = new LinkedHashMap<>();
        defining.map(found -> found.object("areas")).ifPresent(found -> found.values()
                .keySet()
                .forEach(name -> areas.put(name.toString(), found.object(name.toString()))));
        areas.values().removeIf(area -> !area.flag("enabled", true));
        return areas;
    }
}
