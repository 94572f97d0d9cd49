package org.efcpreview.authoring.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.StringUtils;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Stamps;
import org.efcpreview.site.SiteLocales;

/**
 * The page editor: the areas and components of a page beside the page itself, and what can be done with them. What is in
 * Magnolia the action bar of {@code pages-app} ({@code subApps/detail/actions}) are the buttons beside each part here.
 */
public final class PageScreen implements Screen {
    /** What is done at once, when a form is sent. */
    private static final Set<String> ACTS = Set.of("area-add", "up", "down", "duplicate", "publish", "unpublish");

    private final Services services;
    private final Views views;
    private final Lifecycle lifecycle;
    private final Dialogs dialogs;

    /**
     * A language of the site.
     *
     * @param code as in addresses
     * @param tag as in HTML
     * @param name in the language itself
     */
    public record Language(String code, String tag, String name) {
        static Language of(Locale locale) {
            return new Language(
                    locale.toString(), locale.toLanguageTag(), StringUtils.capitalize(locale.getDisplayName(locale)));
        }
    }

    /**
     * @param services what the screens work with
     * @param views prints the screens
     * @param lifecycle publishes
     */
    public PageScreen(Services services, Views views, Lifecycle lifecycle) {
        this.services = services;
        this.views = views;
        this.lifecycle = lifecycle;
        this.dialogs = new Dialogs(services, views);
    }

    @Override
    public Optional<Reply> answer(Request request) throws RepositoryException {
        String what = request.segment(1);
        if (request.path().size() > 2 || (request.sends() ? what.isEmpty() : ACTS.contains(what))) {
            return Optional.empty();
        }
        Desk desk = new Desk(request, services);
        return Optional.of(desk.unlessRefused(views, () -> answer(desk, what)));
    }

    private Reply answer(Desk desk, String what) throws RepositoryException, Refusal {
        return switch (what) {
            case "" -> editor(desk);
            case "properties" -> properties(desk);
            case "publish", "unpublish" -> publish(desk, desk.writable(), what);
            case "add" -> add(desk, area(desk));
            case "new" -> make(desk, area(desk));
            case "edit" -> edit(desk, component(desk));
            case "template" -> template(desk, component(desk));
            case "remove" -> remove(desk, component(desk));
            case "area" -> editArea(desk, area(desk));
            case "area-add" -> addArea(desk, area(desk));
            case "area-remove" -> removeArea(desk, area(desk));
            case "up", "down" -> move(desk, component(desk), what.equals("up"));
            case "duplicate" -> duplicate(desk, component(desk));
            default -> throw new Refusal("not-found").with(404);
        };
    }

    /** The area that the form or the address names, by its owner and its name. */
    private static Outline.Area area(Desk desk) throws RepositoryException, Refusal {
        Node owner = desk.there(Paths.find(desk.session(), desk.asked("path")));
        return desk.there(desk.outline().area(owner, desk.asked("area")));
    }

    /** The component that the form or the address names. */
    private static Outline.Component component(Desk desk) throws RepositoryException, Refusal {
        Node node = desk.there(Paths.find(desk.session(), desk.asked("path")));
        return desk.there(desk.outline().component(node));
    }

    private Reply editor(Desk desk) throws RepositoryException, Refusal {
        Request request = desk.request();
        if (request.parameter("path").isEmpty()) {
            return request.seeOther(Desk.BROWSER);
        }
        Node page = desk.there(desk.page(request.parameter("path")));
        if (Desk.isDeleted(page)) {
            return request.seeOther(Desk.browser(page));
        }
        boolean writable = Outline.mayWrite(page);
        SiteLocales locales = services.locales();
        Locale language = locales.locales().stream()
                .filter(locale -> locale.toString().equals(request.parameter("language")))
                .findFirst()
                .orElse(locales.defaultLocale());
        Map<String, Object> model = desk.model(page, desk.way());
        model.put("outline", desk.outline().areas(page));
        model.put("template", Templates.named(page));
        model.put("known", desk.templates().of(page).isPresent());
        model.put("templateTitle", desk.templates().title(Templates.named(page)));
        model.put(
                "properties",
                writable && !desk.templates().dialog(Templates.named(page)).isEmpty());
        model.put("status", Stamps.status(page).name().toLowerCase(Locale.ROOT));
        model.put("writable", writable);
        model.put("languages", locales.locales().stream().map(Language::of).toList());
        model.put("pageLanguage", language.toString());
        model.put("live", locales.localise(page.getPath(), language) + ".html");
        return views.page(request, 200, "page/editor.ftl", model);
    }

    /** The editor of a part's page, at the part. */
    private static String at(Node part, String id) throws RepositoryException {
        return Desk.editor(part) + "#" + id;
    }

    private static String at(Outline.Area area) throws RepositoryException {
        return at(area.owner(), area.id());
    }

    private static String at(Node component) throws RepositoryException {
        return at(component, component.getIdentifier());
    }

    /** A screen about a component. */
    private static String screen(String screen, Node component) throws RepositoryException {
        return Paths.address(screen, "path", component.getPath());
    }

    /** A screen about an area. */
    private static String screen(String screen, Outline.Area area) throws RepositoryException {
        return Paths.address(screen, "path", area.owner().getPath(), "area", area.name());
    }

    private Reply publish(Desk desk, Node page, String what) throws RepositoryException {
        if (what.equals("publish")) {
            lifecycle.publish(List.of(page), false, true, desk.request().user());
        } else {
            lifecycle.unpublish(List.of(page), desk.request().user());
        }
        return desk.request().seeOther(Desk.editor(page), desk.say("pages." + what + ".done", desk.title(page)));
    }

    /** A page's dialog, as its template names it. */
    private Reply properties(Desk desk) throws RepositoryException, Refusal {
        Node page = desk.page();
        String dialog = desk.templates().dialog(Templates.named(page));
        if (dialog.isEmpty()) {
            throw desk.gone();
        }
        return dialogs.edit(
                desk,
                task(
                        desk,
                        dialog,
                        "page.properties.title",
                        "page.properties.done",
                        desk.title(page),
                        page,
                        Desk.editor(page)),
                page);
    }

    /**
     * The dialog of a page or a part of it, which leads back to the editor.
     *
     * @param title key of the heading, about the label
     * @param done key of what is said when it has been saved, about the same
     * @param around whose page leads to the dialog
     */
    private static Dialogs.Task task(
            Desk desk, String dialog, String title, String done, String label, Node around, String back)
            throws RepositoryException {
        return new Dialogs.Task(dialog, desk.say(title, label), desk.way(around), back, desk.say(done, label), back);
    }

    /** Asks which component is to be added ({@code pages-app:newComponent}). */
    private Reply add(Desk desk, Outline.Area area) throws RepositoryException, Refusal {
        requireRoom(area);
        String template = desk.asked("template");
        boolean first = desk.asked("position").equals("top");
        boolean sends = desk.request().sends();
        if (sends && area.offered().containsKey(template)) {
            if (!desk.templates().dialog(template).isEmpty()) {
                String position = "&position=" + (first ? "top" : "bottom");
                return desk.request()
                        .seeOther(screen("/page/new", area) + position + "&template=" + Paths.encode(template));
            }
            Node component = desk.parts().add(area, template, first);
            return desk.saved(at(component), "page.add.done", area.offered().get(template));
        }
        Map<String, Object> model = desk.model(area.owner(), desk.way(area.owner()));
        model.put("area", area);
        model.put("offered", area.offered());
        model.put("chosen", template);
        model.put("first", first);
        model.put("wrong", sends);
        return views.page(desk.request(), sends ? 422 : 200, "page/add.ftl", model);
    }

    private static void requireRoom(Outline.Area area) throws RepositoryException, Refusal {
        if (!area.addible()) {
            throw new Refusal("page-full").with(409);
        }
    }

    /** The dialog of a component that is still to be made; it is made when that is sent. */
    private Reply make(Desk desk, Outline.Area area) throws RepositoryException, Refusal {
        String template = desk.asked("template");
        boolean first = desk.asked("position").equals("top");
        String dialog = desk.templates().dialog(template);
        String label = area.offered().get(template);
        if (dialog.isEmpty() || label == null) {
            throw desk.gone();
        }
        requireRoom(area);
        Dialogs.Task task = task(desk, dialog, "page.new.title", "page.add.done", label, area.owner(), at(area));
        return dialogs.make(desk, task, Map.of(), () -> desk.parts().add(area, template, first));
    }

    private Reply edit(Desk desk, Outline.Component component) throws RepositoryException {
        Desk.require(component.editable());
        Node node = component.node();
        return dialogs.edit(
                desk,
                task(desk, component.dialog(), "page.edit.title", "page.edit.done", component.label(), node, at(node)),
                node);
    }

    /** Changes a component's template ({@code changeComponentTemplate}). */
    private Reply template(Desk desk, Outline.Component component) throws RepositoryException {
        Desk.require(component.replaceable());
        Map<String, String> offered = component.area().offered();
        String template = desk.asked("template");
        boolean sends = desk.request().sends();
        if (sends && offered.containsKey(template)) {
            Node node = component.node();
            desk.parts().template(node, template);
            boolean asks = !desk.templates().dialog(template).isEmpty();
            return desk.saved(
                    asks ? screen("/page/edit", node) : at(node), "page.template.done", offered.get(template));
        }
        Map<String, Object> model = desk.model(component.node(), desk.way(component.node()));
        model.put("component", component);
        model.put("offered", offered);
        model.put("wrong", sends);
        return views.page(desk.request(), sends ? 422 : 200, "page/template.ftl", model);
    }

    private Reply move(Desk desk, Outline.Component component, boolean up) throws RepositoryException, Refusal {
        String other = (up ? component.before() : component.after()).orElse("");
        if (other.isEmpty() || !other.equals(desk.asked("beside"))) {
            // The order is not the one that the editor saw.
            throw Desk.changed();
        }
        desk.parts().move(component.node(), desk.session().getNode(other), up);
        int place = component.place() + (up ? 0 : 2);
        return desk.saved(
                at(component.node()),
                "page.move.done",
                component.label(),
                place,
                component.area().components().size());
    }

    private Reply duplicate(Desk desk, Outline.Component component) throws RepositoryException, Refusal {
        if (!component.duplicable()) {
            throw Desk.changed();
        }
        Node copy = desk.parts().duplicate(component.node());
        return desk.saved(at(copy), "page.duplicate.done", component.label());
    }

    private Reply remove(Desk desk, Outline.Component component) throws RepositoryException {
        Desk.require(component.removable());
        String label = component.label();
        if (desk.request().sends()) {
            desk.parts().remove(component.node());
            return desk.saved(at(component.area()), "page.remove.done", label);
        }
        Node node = component.node();
        return dialogs.confirm(
                desk,
                new Dialogs.Question("page.remove", "page.remove.submit", screen("/page/remove", node), at(node)),
                desk.model(node, desk.way(node)),
                label);
    }

    /** The dialog of an area. */
    private Reply editArea(Desk desk, Outline.Area area) throws RepositoryException, Refusal {
        if (!area.present()) {
            throw desk.gone();
        }
        Desk.require(area.editable());
        String dialog = area.dialog();
        Dialogs.Task task =
                task(desk, dialog, "page.area.title", "page.edit.done", area.label(), area.owner(), at(area));
        return area.node().isPresent()
                ? dialogs.edit(desk, task, area.node().get())
                : dialogs.make(desk, task, Map.of(), () -> desk.parts().area(area));
    }

    /** Makes an optional area ({@code CreateAreaAction}). */
    private Reply addArea(Desk desk, Outline.Area area) throws RepositoryException, Refusal {
        if (!area.creatable()) {
            throw Desk.changed();
        }
        desk.parts().area(area);
        return desk.saved(at(area), "page.area-add.done", area.label());
    }

    /** Takes an optional area away, with what is in it. */
    private Reply removeArea(Desk desk, Outline.Area area) throws RepositoryException, Refusal {
        if (!area.removable()) {
            throw desk.gone();
        }
        if (desk.request().sends()) {
            desk.parts().remove(area.node().orElseThrow());
            return desk.saved(at(area), "page.area-remove.done", area.label());
        }
        return dialogs.confirm(
                desk,
                new Dialogs.Question(
                        "page.area-remove", "page.remove.submit", screen("/page/area-remove", area), at(area)),
                desk.model(area.owner(), desk.way(area.owner())),
                area.label(),
                area.components().size());
    }
}
