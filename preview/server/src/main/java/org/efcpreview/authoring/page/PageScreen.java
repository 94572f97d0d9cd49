package org.efcpreview.authoring.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.InvalidItemStateException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.definitioncheck.definition.Definition;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.Views;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Stamps;
import org.efcpreview.site.SiteLocales;

/**
 * The page editor: the areas and components of a page beside the page itself, and what can be done with them. What is in
 * Magnolia the action bar of {@code pages-app} ({@code subApps/detail/actions}) are the buttons beside each part here.
 */
public final class PageScreen implements Screen {
    private final Services services;
    private final Views views;
    private final Dialogs dialogs;

    /**
     * @param services what the screens work with
     * @param views prints the screens
     */
    public PageScreen(Services services, Views views) {
        this.services = services;
        this.views = views;
        this.dialogs = new Dialogs(services, views);
    }

    @Override
    public Optional<Reply> answer(Request request) throws RepositoryException {
        Desk desk = new Desk(request, services);
        if (request.path().size() > 2) {
            return Optional.empty();
        }
        try {
            return switch (request.segment(1)) {
                case "" -> request.sends() ? Optional.empty() : editor(desk);
                case "properties" -> properties(desk);
                case "add" -> add(desk);
                case "new" -> make(desk);
                case "edit" -> edit(desk);
                case "template" -> template(desk);
                case "remove" -> remove(desk);
                case "area" -> area(desk);
                case "area-remove" -> removeArea(desk);
                case "area-add" -> request.sends() ? addArea(desk) : Optional.empty();
                case "up" -> request.sends() ? move(desk, true) : Optional.empty();
                case "down" -> request.sends() ? move(desk, false) : Optional.empty();
                case "duplicate" -> request.sends() ? duplicate(desk) : Optional.empty();
                default -> Optional.empty();
            };
        } catch (InvalidItemStateException e) {
            // Someone else saved the same nodes between our reading and our saving.
            return Optional.of(views.problem(request, 409, "page-changed"));
        }
    }

    private Optional<Reply> editor(Desk desk) throws RepositoryException {
        Request request = desk.request();
        if (request.parameter("path").isEmpty()) {
            return Optional.of(request.seeOther("/pages"));
        }
        Optional<Node> found = desk.page(request.parameter("path"));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Node page = found.get();
        if (Desk.isDeleted(page)) {
            return Optional.of(request.seeOther(Desk.address("/pages", "path", page.getPath())));
        }
        Optional<Definition> template = desk.templates().of(page);
        SiteLocales locales = SiteLocales.ENGLISH_AND_FRENCH;
        String language = locales.locales().stream()
                .map(Object::toString)
                .filter(request.parameter("language")::equals)
                .findFirst()
                .orElse(locales.defaultLocale().toString());
        Map<String, Object> model = page(desk, page);
        model.put("outline", desk.outlines().of(page));
        model.put("template", Templates.named(page));
        model.put("known", template.isPresent());
        model.put("templateTitle", template.map(desk.titles()::template).orElse(Templates.named(page)));
        model.put(
                "properties",
                template.flatMap(definition -> definition.text("dialog")).isPresent() && OutlineReader.mayWrite(page));
        model.put("status", Stamps.status(page).name().toLowerCase(java.util.Locale.ROOT));
        model.put("writable", OutlineReader.mayWrite(page));
        model.put("languages", locales.locales().stream().map(Object::toString).toList());
        model.put("pageLanguage", language);
        model.put("live", locales.localise(page.getPath(), java.util.Locale.forLanguageTag(language)) + ".html");
        return Optional.of(views.page(request, 200, "page/editor.ftl", model));
    }

    /** What every screen of a page is given. */
    private static Map<String, Object> page(Desk desk, Node page) throws RepositoryException {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("page", page.getPath());
        model.put("pageTitle", desk.title(page));
        model.put("nav", List.of(desk.step("/pages", desk.say("pages.title"))));
        return model;
    }

    /** The way to a screen of the editor. */
    private static List<Map<String, String>> way(Desk desk, Node page) throws RepositoryException {
        return List.of(
                desk.step("/pages", desk.say("pages.title")),
                desk.step(Desk.address("/page", "path", page.getPath()), desk.title(page)));
    }

    private static String back(Node page, String part) throws RepositoryException {
        return Desk.address("/page", "path", page.getPath()) + (part.isEmpty() ? "" : "#" + part);
    }

    private Reply changed(Desk desk) {
        return views.problem(desk.request(), 409, "page-changed");
    }

    /** A page's or a component's dialog, as its template names it. */
    private Optional<Reply> properties(Desk desk) throws RepositoryException {
        Optional<Node> page = desk.page(desk.asked("path"));
        Optional<Definition> template =
                page.isEmpty() ? Optional.empty() : desk.templates().of(page.get());
        Optional<String> dialog = template.flatMap(definition -> definition.text("dialog"));
        if (dialog.isEmpty() || Desk.isDeleted(page.get())) {
            return Optional.empty();
        }
        return Optional.of(dialogs.edit(
                desk,
                new Dialogs.Task(
                        dialog.get(),
                        desk.say("page.properties.title", desk.title(page.get())),
                        way(desk, page.get()),
                        Desk.address("/page/properties", "path", page.get().getPath()),
                        back(page.get(), ""),
                        desk.say("page.properties.done")),
                page.get()));
    }

    /** Where a component is to go, as the address or the form says; empty if there is no such place. */
    private record Destination(Node owner, AreaDefinition area, Outline.Area shown, Map<String, String> offered) {}

    private Optional<Destination> destination(Desk desk) throws RepositoryException {
        Optional<Node> owner = desk.node(desk.asked("path"));
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        AreaDefinition area = desk.templates().areas(owner.get()).get(desk.asked("area"));
        return area == null
                ? Optional.empty()
                : Optional.of(new Destination(
                        owner.get(),
                        area,
                        desk.outlines().area(owner.get(), area.name()).orElseThrow(),
                        desk.templates()
                                .titled(area.available(desk.request().user().roles()), desk.titles())));
    }

    /** Asks which component is to be added ({@code pages-app:newComponent}). */
    private Optional<Reply> add(Desk desk) throws RepositoryException {
        Optional<Destination> to = destination(desk);
        if (to.isEmpty()) {
            return desk.request().sends() ? Optional.of(changed(desk)) : Optional.empty();
        }
        if (!to.get().shown().addible()) {
            return Optional.of(views.problem(desk.request(), 409, "page-full"));
        }
        String template = desk.asked("template");
        boolean first = desk.asked("position").equals("top");
        if (desk.request().sends() && to.get().offered().containsKey(template)) {
            boolean asks = desk.templates()
                    .find(template)
                    .flatMap(definition -> definition.text("dialog"))
                    .isPresent();
            return Optional.of(
                    asks
                            ? desk.request().seeOther(newAddress(to.get(), template, first))
                            : added(desk, to.get(), template, first));
        }
        Node page = Desk.pageOf(to.get().owner());
        Map<String, Object> model = page(desk, page);
        model.put("nav", way(desk, page));
        model.put("owner", to.get().owner().getPath());
        model.put("area", to.get().shown());
        model.put("offered", to.get().offered());
        model.put("chosen", template);
        model.put("first", first);
        model.put("wrong", desk.request().sends());
        return Optional.of(views.page(desk.request(), desk.request().sends() ? 422 : 200, "page/add.ftl", model));
    }

    private static String newAddress(Destination to, String template, boolean first) throws RepositoryException {
        return Desk.address(
                "/page/new",
                "path",
                to.owner().getPath(),
                "area",
                to.area().name(),
                "template",
                template,
                "position",
                first ? "top" : "bottom");
    }

    private Reply added(Desk desk, Destination to, String template, boolean first) throws RepositoryException {
        PageParts parts = desk.parts();
        Node component = parts.add(parts.area(to.owner(), to.area()), template, first);
        desk.session().save();
        return desk.request()
                .seeOther(
                        back(Desk.pageOf(component), component.getIdentifier()),
                        desk.say("page.add.done", to.offered().get(template)));
    }

    /** The dialog of a component that is still to be made; it is made when that is sent. */
    private Optional<Reply> make(Desk desk) throws RepositoryException {
        Optional<Destination> to = destination(desk);
        String template = desk.asked("template");
        boolean first = desk.asked("position").equals("top");
        Optional<String> dialog = desk.templates().find(template).flatMap(definition -> definition.text("dialog"));
        if (to.isEmpty() || dialog.isEmpty() || !to.get().offered().containsKey(template)) {
            return desk.request().sends() ? Optional.of(changed(desk)) : Optional.empty();
        }
        if (!to.get().shown().addible()) {
            return Optional.of(views.problem(desk.request(), 409, "page-full"));
        }
        Node page = Desk.pageOf(to.get().owner());
        String label = to.get().offered().get(template);
        return Optional.of(dialogs.make(
                desk,
                new Dialogs.Task(
                        dialog.get(),
                        desk.say("page.new.title", label),
                        way(desk, page),
                        newAddress(to.get(), template, first),
                        back(page, to.get().shown().id()),
                        desk.say("page.add.done", label)),
                Map.of(),
                () -> {
                    PageParts parts = desk.parts();
                    return parts.add(parts.area(to.get().owner(), to.get().area()), template, first);
                }));
    }

    /** A component with what the outline says of it; empty if it is not there. */
    private record Found(Node node, Outline.Component shown, Outline.Area area, AreaDefinition definition) {}

    private Optional<Found> component(Desk desk) throws RepositoryException {
        Optional<Node> node = desk.component(desk.asked("path"));
        Optional<AreaDefinition> definition =
                node.isEmpty() ? Optional.empty() : desk.templates().around(node.get());
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        Node parent = node.get().getParent();
        Node owner = definition.get().hasNode() ? parent.getParent() : parent;
        Outline.Area area = desk.outlines().area(owner, definition.get().name()).orElseThrow();
        for (Outline.Component component : area.components()) {
            if (component.path().equals(node.get().getPath())) {
                return Optional.of(new Found(node.get(), component, area, definition.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Reply> gone(Desk desk) {
        return desk.request().sends() ? Optional.of(changed(desk)) : Optional.empty();
    }

    private Optional<Reply> refused(Desk desk) {
        return Optional.of(views.problem(desk.request(), 403, "not-allowed"));
    }

    private Optional<Reply> edit(Desk desk) throws RepositoryException {
        Optional<Found> found = component(desk);
        if (found.isEmpty()) {
            return gone(desk);
        }
        if (!found.get().shown().editable()) {
            return refused(desk);
        }
        Node page = Desk.pageOf(found.get().node());
        String label = found.get().shown().label();
        return Optional.of(dialogs.edit(
                desk,
                new Dialogs.Task(
                        desk.templates()
                                .of(found.get().node())
                                .flatMap(template -> template.text("dialog"))
                                .orElseThrow(),
                        desk.say("page.edit.title", label),
                        way(desk, page),
                        Desk.address("/page/edit", "path", found.get().node().getPath()),
                        back(page, found.get().shown().id()),
                        desk.say("page.edit.done", label)),
                found.get().node()));
    }

    /** Changes a component's template ({@code changeComponentTemplate}). */
    private Optional<Reply> template(Desk desk) throws RepositoryException {
        Optional<Found> found = component(desk);
        if (found.isEmpty()) {
            return gone(desk);
        }
        Node node = found.get().node();
        if (!found.get().shown().replaceable()) {
            return refused(desk);
        }
        Map<String, String> offered = desk.templates()
                .titled(found.get().definition().available(desk.request().user().roles()), desk.titles());
        Node page = Desk.pageOf(node);
        String template = desk.asked("template");
        if (desk.request().sends() && offered.containsKey(template)) {
            desk.parts().template(node, template);
            desk.session().save();
            boolean asks = desk.templates()
                    .find(template)
                    .flatMap(definition -> definition.text("dialog"))
                    .isPresent();
            String notice = desk.say("page.template.done", offered.get(template));
            return Optional.of(desk.request()
                    .seeOther(
                            asks
                                    ? Desk.address("/page/edit", "path", node.getPath())
                                    : back(page, node.getIdentifier()),
                            notice));
        }
        Map<String, Object> model = page(desk, page);
        model.put("nav", way(desk, page));
        model.put("component", found.get().shown());
        model.put("offered", offered);
        model.put("wrong", desk.request().sends());
        return Optional.of(views.page(desk.request(), desk.request().sends() ? 422 : 200, "page/template.ftl", model));
    }

    private Optional<Reply> move(Desk desk, boolean up) throws RepositoryException {
        Optional<Found> found = component(desk);
        Optional<String> beside =
                found.flatMap(part -> up ? part.shown().before() : part.shown().after());
        if (beside.isEmpty() || !beside.get().equals(desk.asked("beside"))) {
            // The order is not the one that the editor saw.
            return Optional.of(changed(desk));
        }
        Node node = found.get().node();
        Node other = desk.session().getNode(beside.get());
        if (up) {
            desk.parts().moveBefore(node, other);
        } else {
            desk.parts().moveAfter(node, other);
        }
        desk.session().save();
        List<Node> order = OutlineReader.components(node.getParent());
        int place = 1;
        while (!order.get(place - 1).isSame(node)) {
            place++;
        }
        return Optional.of(desk.request()
                .seeOther(
                        back(Desk.pageOf(node), node.getIdentifier()),
                        desk.say("page.move.done", found.get().shown().label(), place, order.size())));
    }

    private Optional<Reply> duplicate(Desk desk) throws RepositoryException {
        Optional<Found> found = component(desk);
        if (found.isEmpty() || !found.get().shown().duplicable()) {
            return Optional.of(changed(desk));
        }
        Node copy = desk.parts().duplicate(found.get().node());
        desk.session().save();
        return Optional.of(desk.request()
                .seeOther(
                        back(Desk.pageOf(copy), copy.getIdentifier()),
                        desk.say("page.duplicate.done", found.get().shown().label())));
    }

    private Optional<Reply> remove(Desk desk) throws RepositoryException {
        Optional<Found> found = component(desk);
        if (found.isEmpty()) {
            return gone(desk);
        }
        if (!found.get().shown().removable()) {
            return refused(desk);
        }
        Node page = Desk.pageOf(found.get().node());
        String label = found.get().shown().label();
        if (desk.request().sends()) {
            desk.parts().remove(found.get().node());
            desk.session().save();
            return Optional.of(
                    desk.request().seeOther(back(page, found.get().area().id()), desk.say("page.remove.done", label)));
        }
        return Optional.of(confirmation(
                desk,
                page,
                desk.say("page.remove.title", label),
                desk.say("page.remove.text", label),
                desk.say("page.remove.submit"),
                Desk.address("/page/remove", "path", found.get().node().getPath()),
                back(page, found.get().shown().id())));
    }

    private Reply confirmation(
            Desk desk, Node page, String title, String text, String submit, String address, String back)
            throws RepositoryException {
        Map<String, Object> model = page(desk, page);
        model.put("nav", way(desk, page));
        model.put("title", title);
        model.put("text", text);
        model.put("submit", submit);
        model.put("address", desk.request().address(address));
        model.put("back", desk.request().address(back));
        return views.page(desk.request(), 200, "page/confirm.ftl", model);
    }

    /** The dialog of an area. */
    private Optional<Reply> area(Desk desk) throws RepositoryException {
        Optional<Destination> found = destination(desk);
        if (found.isEmpty() || !found.get().shown().present()) {
            return gone(desk);
        }
        if (!found.get().shown().dialog()) {
            return refused(desk);
        }
        Node page = Desk.pageOf(found.get().owner());
        Outline.Area shown = found.get().shown();
        Dialogs.Task task = new Dialogs.Task(
                found.get().area().dialog().orElseThrow(),
                desk.say("page.area.title", shown.label()),
                way(desk, page),
                Desk.address("/page/area", "path", shown.owner(), "area", shown.name()),
                back(page, shown.id()),
                desk.say("page.edit.done", shown.label()));
        Optional<Node> node = desk.node(shown.path());
        return Optional.of(
                node.isPresent()
                        ? dialogs.edit(desk, task, node.get())
                        : dialogs.make(desk, task, Map.of(), () -> desk.parts()
                                .area(found.get().owner(), found.get().area())));
    }

    /** Makes an optional area ({@code CreateAreaAction}). */
    private Optional<Reply> addArea(Desk desk) throws RepositoryException {
        Optional<Destination> found = destination(desk);
        if (found.isEmpty() || !found.get().shown().creatable()) {
            return Optional.of(changed(desk));
        }
        desk.parts().area(found.get().owner(), found.get().area());
        desk.session().save();
        Outline.Area shown = found.get().shown();
        return Optional.of(desk.request()
                .seeOther(
                        back(Desk.pageOf(found.get().owner()), shown.id()),
                        desk.say("page.area-add.done", shown.label())));
    }

    /** Takes an optional area away, with what is in it. */
    private Optional<Reply> removeArea(Desk desk) throws RepositoryException {
        Optional<Destination> found = destination(desk);
        if (found.isEmpty() || !found.get().shown().removable()) {
            return gone(desk);
        }
        Outline.Area shown = found.get().shown();
        Node page = Desk.pageOf(found.get().owner());
        if (desk.request().sends()) {
            desk.parts().remove(desk.session().getNode(shown.path()));
            desk.session().save();
            return Optional.of(
                    desk.request().seeOther(back(page, shown.id()), desk.say("page.area-remove.done", shown.label())));
        }
        return Optional.of(confirmation(
                desk,
                page,
                desk.say("page.area-remove.title", shown.label()),
                desk.say(
                        "page.area-remove.text",
                        shown.label(),
                        shown.components().size()),
                desk.say("page.remove.submit"),
                Desk.address("/page/area-remove", "path", shown.owner(), "area", shown.name()),
                back(page, shown.id())));
    }
}
