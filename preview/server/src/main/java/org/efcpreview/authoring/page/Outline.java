package org.efcpreview.authoring.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Settings;
import org.efcpreview.content.Tree;
import org.jsoup.Jsoup;

/**
 * The areas of pages and what is in them, with what a user may do there: the page editor's view of a page (rules: {@code
 * info.magnolia.templating.elements.AreaElement} with its attributes {@code showAddButton}, {@code optional}, {@code created},
 * and {@code info.magnolia.pages.app.detail.action.availability}).
 *
 * @param roles of the user
 */
record Outline(Templates templates, Set<String> roles) {
    private static final int SUMMARY = 60;

    /** The areas of a page or a component, or those within an area, in the order in which the definition has them. */
    List<Area> areas(Node owner) throws RepositoryException {
        return templates.areas(owner).entrySet().stream()
                .map(area -> new Area(this, owner, area.getKey(), area.getValue()))
                .toList();
    }

    /** An area of a node; empty if its template defines none of that name. */
    Optional<Area> area(Node owner, String name) throws RepositoryException {
        return areas(owner).stream().filter(area -> area.name().equals(name)).findFirst();
    }

    /**
     * A component, in the area whose node it lies in or, where the template wants no node for the area, in one of those of the page
     * or component that it lies in; empty if the node is none, or no area would hold it.
     */
    Optional<Component> component(Node node) throws RepositoryException {
        if (!node.isNodeType("mgnl:component")) {
            return Optional.empty();
        }
        Node parent = node.getParent();
        Optional<Area> around = parent.isNodeType("mgnl:area")
                ? area(parent.getParent(), parent.getName())
                : areas(parent).stream().filter(area -> !area.hasNode()).findFirst();
        for (Component component : around.isPresent() ? around.get().components() : List.<Component>of()) {
            if (component.node().isSame(node)) {
                return Optional.of(component);
            }
        }
        return Optional.empty();
    }

    /** Whether comments for the editor would be printed for a node ({@code AbstractContentTemplatingElement}). */
    static boolean mayWrite(Node node) throws RepositoryException {
        return node.getSession().hasPermission(node.getPath(), Session.ACTION_SET_PROPERTY);
    }

    /**
     * An area, and what the user may do with it.
     *
     * @param owner the page, component or area that it is an area of
     * @param name its name, which is that of its node
     */
    public record Area(Outline outline, Node owner, String name, Settings definition) {
        /** Unique in the page. */
        public String id() throws RepositoryException {
            return owner.getIdentifier() + "." + name();
        }

        /** What the user reads for it. */
        public String label() throws RepositoryException {
            return outline.templates.title(owner, name, definition);
        }

        Desk.Part part() throws RepositoryException {
            return new Desk.Part(owner, name, id(), label());
        }

        /** Whether it has a node of its own; if not, its components lie in the node that it is an area of. */
        private boolean hasNode() {
            return definition.flag("createAreaNode", true);
        }

        /** How many components it can hold. */
        private int most() {
            int most = definition.number("maxComponents", Integer.MAX_VALUE);
            return definition.text("type").equals("single") ? Math.min(1, most) : most;
        }

        /** The dialog that it can be edited with; empty for none. */
        String dialog() {
            return definition.flag("editable", true) ? definition.text("dialog") : "";
        }

        /** The templates of the components that the user may place here, in the definition's order. */
        private List<String> available() {
            return definition.objects("availableComponents").stream()
                    .filter(component -> component.flag("enabled", true))
                    // As AvailableComponents: superuser is not asked about apart.
                    .filter(component -> component.texts("roles").isEmpty()
                            || component.texts("roles").stream().anyMatch(outline.roles::contains))
                    .map(component -> component.text("id"))
                    .toList();
        }

        /** Whether the user may {@code write}, {@code move} or {@code delete} a component of a template in it. */
        private boolean permits(String template, String operation) {
            return definition.objects("availableComponents").stream()
                    .filter(component -> component.text("id").equals(template))
                    .findFirst()
                    .map(component ->
                            component.object("permissions/" + operation).opensTo(outline.roles))
                    .orElse(true);
        }

        /** The node that holds its components; empty if nobody has made it. */
        Optional<Node> node() throws RepositoryException {
            return hasNode() ? Optional.ofNullable(JcrUtils.getNodeIfExists(owner, name)) : Optional.of(owner);
        }

        /** The path of the node that holds its components, whether it is there yet or not. */
        public String path() throws RepositoryException {
            return hasNode() ? Paths.within(owner, name) : owner.getPath();
        }

        private List<Node> nodes() throws RepositoryException {
            return node().isPresent() ? Tree.children(node().get(), "mgnl:component") : List.of();
        }

        /** Whether it can hold components: not if it is an optional one that nobody has made. */
        public boolean present() throws RepositoryException {
            return node().isPresent() || !definition.flag("optional", false);
        }

        private boolean holds() throws RepositoryException {
            return present() && !definition.text("type").equals("noComponent");
        }

        /** The titles of the components that the user may place in it, by identifier of the template, sorted. */
        Map<String, String> offered() {
            return outline.templates.titled(available());
        }

        /** Whether none may be added because there are as many as the definition allows. */
        public boolean full() throws RepositoryException {
            return holds() && nodes().size() >= most();
        }

        /** Whether the user may do what a screen of the page editor does: {@code add}, {@code area-remove} and so on. */
        public boolean allows(String what) throws RepositoryException {
            return mayWrite(node().orElse(owner))
                    && switch (what) {
                        case "add" -> holds()
                                && nodes().size() < most()
                                && !available().isEmpty();
                        case "area" -> present() && !dialog().isEmpty();
                        case "area-add" -> !present();
                        case "area-remove" -> definition.flag("optional", false) && hasNode() && node().isPresent();
                        default -> false;
                    };
        }

        /** What is in it, in order. */
        public List<Component> components() throws RepositoryException {
            List<Component> components = new ArrayList<>();
            for (Node node : nodes()) {
                components.add(new Component(this, node, components.size()));
            }
            return components;
        }

        public List<Area> areas() throws RepositoryException {
            return hasNode() && node().isPresent() ? outline.areas(node().get()) : List.of();
        }
    }

    /**
     * A component, and what the user may do with it.
     *
     * @param area that it is in
     * @param place among the components of the area, from 0
     */
    public record Component(Area area, Node node, int place) {
        Desk.Part part() throws RepositoryException {
            return Desk.Part.component(node, label());
        }

        private Optional<Definition> definition() throws RepositoryException {
            return area.outline.templates.of(node);
        }

        /** The identifier of its template; empty if it names none. */
        public String template() throws RepositoryException {
            return Templates.named(node);
        }

        /** Whether there is a template of the identifier that it names. */
        public boolean known() throws RepositoryException {
            return definition().isPresent();
        }

        /** The title of its template. */
        public String label() throws RepositoryException {
            return area.outline.templates.title(template());
        }

        /** The dialog that its template names; empty for none. */
        String dialog() throws RepositoryException {
            return area.outline.templates.dialog(template());
        }

        /** Whether the page shows it: an area shows no more than it may hold. */
        public boolean shown() {
            return place < area.most();
        }

        /** Whether the user may do what a screen of the page editor does: {@code edit}, {@code remove} and so on. */
        public boolean allows(String what) throws RepositoryException {
            String own = template();
            return switch (what) {
                case "edit" -> mayWrite(node)
                        && !dialog().isEmpty()
                        && definition().map(Settings::of).stream().allMatch(it -> it.flag("editable", true))
                        && may("writable", "write");
                case "duplicate" -> area.allows("add") && known();
                case "template" -> mayWrite(node)
                        && area.offered().keySet().stream().anyMatch(id -> !id.equals(own));
                case "remove" -> mayWrite(node) && may("deletable", "delete");
                default -> beside(what).isPresent();
            };
        }

        /** The path of the component that it changes places with when it moves {@code up} or {@code down}; empty if it may not. */
        public Optional<String> beside(String direction) throws RepositoryException {
            int other = direction.equals("up") ? place - 1 : place + 1;
            List<Node> nodes = area.nodes();
            return other >= 0 && other < nodes.size() && mayWrite(node) && may("moveable", "move")
                    ? Optional.of(nodes.get(other).getPath())
                    : Optional.empty();
        }

        /** What the template says counts before what the area says ({@code elements.attribute.Permission}). */
        private boolean may(String property, String operation) throws RepositoryException {
            Optional<String> said = definition().flatMap(template -> template.text(property));
            return said.isPresent() ? Boolean.parseBoolean(said.get()) : area.permits(template(), operation);
        }

        public List<Area> areas() throws RepositoryException {
            return area.outline.areas(node);
        }

        /** Tells components of one template apart: the beginning of the first text that their dialog asks for. */
        public String summary() throws RepositoryException {
            Optional<Definition> dialog =
                    area.outline.templates.request().definitions().find(DefinitionType.DIALOG, dialog());
            if (dialog.isPresent()) {
                for (Settings field : Settings.of(dialog.get()).object("form").objects("properties")) {
                    String text = node.hasProperty(field.name()) ? text(node.getProperty(field.name())) : "";
                    if (!text.isEmpty()) {
                        return text;
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
}
