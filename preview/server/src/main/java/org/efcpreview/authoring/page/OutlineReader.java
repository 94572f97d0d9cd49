package org.efcpreview.authoring.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.jsoup.Jsoup;

/**
 * Makes the outline of a page from its content and the templates' definitions (rules: {@code
 * info.magnolia.templating.elements.AreaElement} with its attributes {@code showAddButton}, {@code optional}, {@code created},
 * and {@code info.magnolia.pages.app.detail.action.availability}).
 *
 * @param templates the templates
 * @param titles what the user reads of them
 * @param roles of the user
 */
record OutlineReader(Templates templates, Titles titles, Set<String> roles) {
    private static final int SUMMARY = 60;

    /** The outline of a page. */
    Outline of(Node page) throws RepositoryException {
        return new Outline(areas(page));
    }

    /** An area of a node; empty if its template defines none of that name. */
    Optional<Outline.Area> area(Node owner, String name) throws RepositoryException {
        AreaDefinition definition = templates.areas(owner).get(name);
        return definition == null ? Optional.empty() : Optional.of(area(owner, definition));
    }

    private List<Outline.Area> areas(Node owner) throws RepositoryException {
        List<Outline.Area> areas = new ArrayList<>();
        for (AreaDefinition definition : templates.areas(owner).values()) {
            areas.add(area(owner, definition));
        }
        return areas;
    }

    private Outline.Area area(Node owner, AreaDefinition definition) throws RepositoryException {
        boolean made = !definition.hasNode() || owner.hasNode(definition.name());
        String path = definition.hasNode() ? owner.getPath() + "/" + definition.name() : owner.getPath();
        Node node = !definition.hasNode() ? owner : made ? owner.getNode(definition.name()) : null;
        boolean writable = mayWrite(node == null ? owner : node);
        boolean present = made || !definition.optional();
        List<Node> nodes = node == null ? List.of() : components(node);
        boolean holds = present && !definition.type().equals("noComponent");
        int most = definition.type().equals("single") ? Math.min(1, definition.most()) : definition.most();
        boolean addible = holds
                && writable
                && nodes.size() < most
                && !definition.available(roles).isEmpty();
        return new Outline.Area(
                owner.getIdentifier() + "." + definition.name(),
                owner.getPath(),
                definition.name(),
                path,
                titles.area(definition.name(), definition.title()),
                present,
                addible,
                holds && nodes.size() >= most,
                !present && writable,
                definition.optional() && definition.hasNode() && made && writable,
                present
                        && writable
                        && definition.editable()
                        && definition.dialog().isPresent(),
                components(definition, nodes, most, addible),
                node == null || !definition.hasNode() ? List.of() : areas(node));
    }

    private List<Outline.Component> components(AreaDefinition area, List<Node> nodes, int most, boolean addible)
            throws RepositoryException {
        List<Outline.Component> components = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Optional<Definition> template = templates.of(node);
            boolean writable = mayWrite(node);
            boolean movable = writable && may(node, template, area, "moveable", "move");
            components.add(new Outline.Component(
                    node.getIdentifier(),
                    node.getPath(),
                    template.map(titles::template).orElse(Templates.named(node)),
                    summary(node, template),
                    template.isPresent(),
                    Templates.named(node),
                    i < most,
                    writable && template.isPresent() && isEditable(node, template.get(), area),
                    addible && template.isPresent(),
                    writable && !others(area, node).isEmpty(),
                    writable && may(node, template, area, "deletable", "delete"),
                    movable && i > 0 ? Optional.of(nodes.get(i - 1).getPath()) : Optional.empty(),
                    movable && i + 1 < nodes.size()
                            ? Optional.of(nodes.get(i + 1).getPath())
                            : Optional.empty(),
                    areas(node)));
        }
        return components;
    }

    /** What may stand in the place of a component. */
    private List<String> others(AreaDefinition area, Node component) throws RepositoryException {
        String own = Templates.named(component);
        return area.available(roles).stream().filter(id -> !id.equals(own)).toList();
    }

    private boolean isEditable(Node component, Definition template, AreaDefinition area) throws RepositoryException {
        return template.text("dialog").isPresent()
                && template.text("editable").map(Boolean::parseBoolean).orElse(true)
                && may(component, Optional.of(template), area, "writable", "write");
    }

    /** What the template says counts before what the area says ({@code elements.attribute.Permission}). */
    private boolean may(
            Node component, Optional<Definition> template, AreaDefinition area, String property, String operation)
            throws RepositoryException {
        Optional<Boolean> said =
                template.flatMap(definition -> definition.text(property)).map(Boolean::parseBoolean);
        return said.isPresent() ? said.get() : area.permits(Templates.named(component), operation, roles);
    }

    /** The components in an area, in order. */
    static List<Node> components(Node area) throws RepositoryException {
        List<Node> components = new ArrayList<>();
        for (NodeIterator nodes = area.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType("mgnl:component")) {
                components.add(node);
            }
        }
        return components;
    }

    /** Whether comments for the editor would be printed for a node ({@code AbstractContentTemplatingElement}). */
    static boolean mayWrite(Node node) throws RepositoryException {
        return node.getSession().hasPermission(node.getPath(), Session.ACTION_SET_PROPERTY);
    }

    /** Components of one template are told apart by the first text that their dialog asks for. */
    private String summary(Node component, Optional<Definition> template) throws RepositoryException {
        Optional<Definition> dialog = template.flatMap(definition -> definition.text("dialog"))
                .flatMap(id -> templates.definitions().find(DefinitionType.DIALOG, id));
        if (dialog.isPresent()
                && dialog.get().map("form").get("properties") instanceof java.util.Collection<?> properties) {
            for (Object field : properties) {
                String name = field instanceof java.util.Map<?, ?> map ? String.valueOf(map.get("name")) : "";
                if (!name.isEmpty() && component.hasProperty(name)) {
                    String text = text(component.getProperty(name));
                    if (!text.isEmpty()) {
                        return text;
                    }
                }
            }
        }
        return "";
    }

    private static String text(Property property) throws RepositoryException {
        if (property.isMultiple() || property.getType() != PropertyType.STRING) {
            return "";
        }
        String text = Jsoup.parse(property.getString()).text();
        boolean identifier = text.matches("(jcr:)?\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
        boolean wordless = text.codePoints().noneMatch(Character::isLetter);
        return identifier || wordless ? "" : text.length() <= SUMMARY ? text : text.substring(0, SUMMARY - 1) + "…";
    }
}
