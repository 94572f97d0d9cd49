package org.efcpreview.authoring.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.StringUtils;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.content.Copies;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.content.Tree;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Siblings;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.UniqueName;
import org.efcpreview.repository.UnpublishedParentException;
import org.efcpreview.site.SiteLocales;

/**
 * The page editor: the areas and components of a page beside the page itself, and what can be done with them. What is in
 * Magnolia the action bar of {@code pages-app} ({@code subApps/detail/actions}) are the buttons beside each part here.
 */
public final class PageEditor extends Desk {
    /** What is done at once, when a form is sent. */
    private static final Set<String> ACTS = Set.of("area-add", "up", "down", "duplicate", "publish", "unpublish");

    private final Lifecycle lifecycle;
    private final Outline outline;

    /** @param lifecycle publishes */
    public PageEditor(Request request, Lifecycle lifecycle) {
        super(request);
        this.lifecycle = lifecycle;
        this.outline = new Outline(templates, request.user().roles());
    }

    /** As {@link Screen#answer}. */
    public Optional<Reply> answer() throws RepositoryException, Refusal {
        String what = request.segment(1);
        if (request.path().size() > 2 || (request.sends() ? what.isEmpty() : ACTS.contains(what))) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (what) {
                    case "" -> editor();
                    case "properties" -> properties();
                    case "publish", "unpublish" -> publish(part(writable()), what);
                    case "add" -> add(area());
                    case "new" -> make(area());
                    case "edit" -> edit(component());
                    case "template" -> template(component());
                    case "remove" -> remove(component());
                    case "area" -> editArea(area());
                    case "area-add" -> addArea(area());
                    case "area-remove" -> removeArea(area());
                    case "up", "down" -> move(component(), what);
                    case "duplicate" -> duplicate(component());
                    default -> null;
                });
    }

    /** The area that the form or the address names, by its owner and its name. */
    private Outline.Area area() throws RepositoryException, Refusal {
        return there(outline.area(there(named()), request.asked("area")));
    }

    /** The component that the form or the address names. */
    private Outline.Component component() throws RepositoryException, Refusal {
        return there(outline.component(there(named())));
    }

    private Reply editor() throws RepositoryException, Refusal {
        if (request.parameter("path").isEmpty()) {
            return request.seeOther(BROWSER);
        }
        Node page = there(named());
        if (!page.isNodeType("mgnl:page")) {
            throw gone();
        }
        if (page.isNodeType("mgnl:deleted")) {
            return request.seeOther(browser(page));
        }
        boolean writable = Outline.mayWrite(page);
        String template = Templates.named(page);
        SiteLocales locales = request.services().locales();
        Locale language = locales.locales().stream()
                .filter(locale -> locale.toString().equals(request.parameter("language")))
                .findFirst()
                .orElse(locales.defaultLocale());
        Map<String, Object> model = model(part(page), way());
        model.put("outline", outline.areas(page));
        model.put("template", template);
        model.put("known", templates.of(page).isPresent());
        model.put("templateTitle", templates.title(template));
        model.put("properties", writable && !templates.dialog(template).isEmpty());
        model.put("status", Stamps.status(page).name().toLowerCase(Locale.ROOT));
        model.put("writable", writable);
        model.put("languages", locales.locales());
        model.put("pageLanguage", language.toString());
        model.put("live", locales.localise(page.getPath(), language) + ".html");
        return request.page(200, "page/editor.ftl", model);
    }

    private Reply publish(Part page, String what) throws RepositoryException, Refusal {
        if (what.equals("publish")) {
            try {
                lifecycle.publish(List.of(page.node()), false, true, request.user());
            } catch (UnpublishedParentException e) {
                throw new Refusal("page-parent").with(409);
            }
        } else {
            lifecycle.unpublish(List.of(page.node()), request.user());
        }
        return request.seeOther(page.editor(), request.say("pages." + what + ".done", page.label()));
    }

    /**
     * What a dialog of a part is for, which leads back to the editor.
     *
     * @param title key of the heading, about the label
     * @param done key of what is said when it has been saved, about the same
     */
    private Task task(Part part, String title, String done) throws RepositoryException {
        String back = part.editor();
        String label = part.label();
        return new Task(request.say(title, label), way(part), back, request.say(done, label), back);
    }

    private Reply properties() throws RepositoryException, Refusal {
        Node page = page();
        String dialog = templates.dialog(Templates.named(page));
        if (dialog.isEmpty()) {
            throw gone();
        }
        return edit(dialog, task(part(page), "page.properties.title", "page.properties.done"), page);
    }

    /** Asks which component is to be added ({@code pages-app:newComponent}). */
    private Reply add(Outline.Area area) throws RepositoryException, Refusal {
        requireRoom(area);
        String template = request.asked("template");
        String position = first() ? "top" : "bottom";
        String label = area.offered().get(template);
        if (request.sends() && label != null) {
            if (!templates.dialog(template).isEmpty()) {
                return request.seeOther(area.part().screen("new", "position", position, "template", template));
            }
            Part added = Part.component(added(area, template), label);
            return saved(added.editor(), "page.add.done", label);
        }
        Map<String, Object> model = model(area.part(), way(area.part()));
        model.put("area", area);
        model.put("first", first());
        return choice("page/add.ftl", model, area.offered(), template);
    }

    /** Adds a component ({@code info.magnolia.pages.app.detail.action.CreateComponentAction}). */
    private Node added(Outline.Area to, String template) throws RepositoryException {
        Node area = node(to);
        // Other nodes of the area, such as areas within it, keep their places.
        List<Node> others = Tree.children(area, "mgnl:component");
        // Those that follow the first are called 00, 01 and so on.
        Node component = area.addNode(UniqueName.of(area, "0"), "mgnl:component");
        component.setProperty("mgnl:template", template);
        made(component);
        if (first() && !others.isEmpty()) {
            Siblings.before(component, others.get(0).getName());
        }
        changed(area);
        return component;
    }

    /** The node of an area, made if it is not there ({@code NewRenderableNodeWrapper.provisionAreaMissingNode}). */
    private Node node(Outline.Area area) throws RepositoryException {
        if (area.node().isPresent()) {
            return area.node().get();
        }
        Node node = area.owner().addNode(area.name(), "mgnl:area");
        made(node);
        changed(area.owner());
        return node;
    }

    private boolean first() {
        return request.asked("position").equals("top");
    }

    private static void requireRoom(Outline.Area area) throws RepositoryException, Refusal {
        if (!area.allows("add")) {
            throw new Refusal("page-full").with(409);
        }
    }

    /** The dialog of a component that is still to be made; it is made when that is sent. */
    private Reply make(Outline.Area area) throws RepositoryException, Refusal {
        String template = request.asked("template");
        String dialog = templates.dialog(template);
        String label = area.offered().get(template);
        if (dialog.isEmpty() || label == null) {
            throw gone();
        }
        requireRoom(area);
        Part there = new Part(area.owner(), area.name(), area.id(), label);
        return make(dialog, task(there, "page.new.title", "page.add.done"), "", () -> added(area, template));
    }

    private Reply edit(Outline.Component component) throws RepositoryException {
        require(component.allows("edit"));
        return edit(component.dialog(), task(component.part(), "page.edit.title", "page.edit.done"), component.node());
    }

    /** Changes a component's template ({@code changeComponentTemplate}). */
    private Reply template(Outline.Component component) throws RepositoryException {
        require(component.allows("template"));
        Part part = component.part();
        return template(part, component.area().offered(), "page", part.editor());
    }

    /** Puts a component before or after another one of its area ({@code SortComponentAction}). */
    private Reply move(Outline.Component component, String direction) throws RepositoryException, Refusal {
        boolean up = direction.equals("up");
        String other = component.beside(direction).orElse("");
        if (other.isEmpty() || !other.equals(request.asked("beside"))) {
            // The order is not the one that the editor saw.
            throw changed();
        }
        if (up) {
            Siblings.before(component.node(), StringUtils.substringAfterLast(other, "/"));
        } else {
            Siblings.after(component.node(), session().getNode(other));
        }
        changed(component.node());
        int place = component.place() + (up ? 0 : 2);
        int count = component.area().components().size();
        return saved(component.part().editor(), "page.move.done", component.label(), place, count);
    }

    /** Adds a copy after a component ({@code DuplicateComponentAction}). */
    private Reply duplicate(Outline.Component component) throws RepositoryException, Refusal {
        if (!component.allows("duplicate")) {
            throw changed();
        }
        Node copy = Copies.duplicate(component.node(), request.user().name());
        changed(copy);
        return saved(Part.component(copy, "").editor(), "page.duplicate.done", component.label());
    }

    private Reply remove(Outline.Component component) throws RepositoryException {
        require(component.allows("remove"));
        return remove(component.part(), component.node(), component.area().part(), 0);
    }

    /** Takes an optional area away, with what is in it. */
    private Reply removeArea(Outline.Area area) throws RepositoryException, Refusal {
        if (!area.allows("area-remove")) {
            throw gone();
        }
        return remove(
                area.part(),
                area.node().orElseThrow(),
                area.part(),
                area.components().size());
    }

    /**
     * Removes a part with everything in it ({@code DeleteElementAction}), or asks whether it is meant.
     *
     * @param node to remove
     * @param around where it leads then
     * @param components of an area
     */
    private Reply remove(Part part, Node node, Part around, int components) throws RepositoryException {
        String texts = "page." + request.segment(1);
        if (request.sends()) {
            String next = around.editor();
            Node parent = node.getParent();
            node.remove();
            changed(parent);
            return saved(next, texts + ".done", part.label());
        }
        Map<String, Object> model = model(part, way(part));
        model.put("title", request.say(texts + ".title", part.label()));
        model.put("text", request.say(texts + ".text", part.label(), components));
        model.put("back", part.editor());
        return request.page(200, "page/confirm.ftl", model);
    }

    private Reply editArea(Outline.Area area) throws RepositoryException, Refusal {
        if (!area.present()) {
            throw gone();
        }
        require(area.allows("area"));
        Task task = task(area.part(), "page.area.title", "page.edit.done");
        return area.node().isPresent()
                ? edit(area.dialog(), task, area.node().get())
                : make(area.dialog(), task, "", () -> node(area));
    }

    /** Makes an optional area ({@code CreateAreaAction}). */
    private Reply addArea(Outline.Area area) throws RepositoryException, Refusal {
        if (!area.allows("area-add")) {
            throw changed();
        }
        node(area);
        return saved(area.part().editor(), "page.area-add.done", area.label());
    }
}
