package org.efcpreview.authoring.page;

import java.util.ArrayList;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.content.ContentNodes;
import org.efcpreview.authoring.content.Copies;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.authoring.content.Moves;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.User;

/** The browser of the pages app: the tree of pages, and what can be done with a page as a whole. */
public final class PagesScreen implements Screen {
    /** What is done at once, when a form is sent. */
    private static final Set<String> ACTS =
            Set.of("duplicate", "restore", "publish-deletion", "publish", "publish-all", "unpublish");

    private final Services services;
    private final Views views;
    private final Lifecycle lifecycle;
    private final Dialogs dialogs;

    /**
     * @param services what the screens work with
     * @param views prints the screens
     * @param lifecycle deletes, publishes
     */
    public PagesScreen(Services services, Views views, Lifecycle lifecycle) {
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
            case "" -> list(desk);
            case "add" -> add(desk, parent(desk));
            case "new" -> make(desk, parent(desk));
            case "rename" -> rename(desk, desk.writable());
            case "template" -> template(desk, desk.writable());
            case "move" -> move(desk, desk.writable());
            case "delete" -> desk.request().sends()
                    ? act(desk, desk.writable(), what)
                    : confirmDeletion(desk, desk.writable());
            case "restore", "publish-deletion" -> act(desk, deleted(desk), what);
            case "duplicate" -> act(desk, desk.page(), what);
            case "publish", "publish-all", "unpublish" -> act(desk, desk.writable(), what);
            default -> throw new Refusal("not-found").with(404);
        };
    }

    private static Node deleted(Desk desk) throws RepositoryException, Refusal {
        Node page = desk.there(desk.page(desk.asked("path")));
        if (!Desk.isDeleted(page)) {
            throw desk.gone();
        }
        return page;
    }

    private Reply list(Desk desk) throws RepositoryException, Refusal {
        String path = desk.request().parameter("path");
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("addable", Outline.mayWrite(desk.session().getRootNode()));
        if (path.isEmpty() || path.equals("/")) {
            model.put("rows", new PageTree(desk).rows(""));
        } else {
            Node page = desk.there(desk.page(path));
            model.put("rows", new PageTree(desk).rows(page.getPath()));
            model.put("page", new PageTree.Row(desk, page, 1, false, true));
            model.put("writable", Outline.mayWrite(page));
            model.put(
                    "properties",
                    !desk.templates().dialog(Templates.named(page)).isEmpty());
            // jcrPublishableRule: what lies in something that is not public cannot be.
            model.put("publishable", ContentNodes.unpublishedAncestor(page).isEmpty());
        }
        return views.page(desk.request(), 200, "page/pages.ftl", model);
    }

    /** The page that the form or the address names as {@code parent}, or the root: where a new one may be added. */
    private static Node parent(Desk desk) throws RepositoryException, Refusal {
        String path = desk.asked("parent");
        Node parent = path.isEmpty() || path.equals("/") ? desk.session().getRootNode() : desk.there(desk.page(path));
        if (Desk.isDeleted(parent)) {
            throw desk.gone();
        }
        Desk.require(Outline.mayWrite(parent));
        return parent;
    }

    private Reply add(Desk desk, Node parent) throws RepositoryException {
        Map<String, String> offered = desk.templates().forPages();
        String title = desk.asked("title").strip();
        String name = desk.asked("name").strip();
        String template = desk.asked("template");
        List<Refusal.Reason> wrong = new ArrayList<>();
        if (desk.request().sends() && !desk.request().again()) {
            if (title.isEmpty()) {
                wrong.add(wrong("title", "pages.add.title.missing"));
            }
            if (!name.isEmpty() && isTaken(parent, NodeNames.valid(name))) {
                wrong.add(wrong("name", "pages.name.taken", NodeNames.valid(name)));
            }
            if (!offered.containsKey(template)) {
                wrong.add(wrong("template-1", "pages.add.template.missing"));
            }
            if (wrong.isEmpty()) {
                return added(desk, parent, title, name, template);
            }
        }
        Map<String, Object> model = desk.model(parent, desk.way());
        model.put("below", parent.getDepth() > 0);
        model.put("offered", offered);
        model.put("titleText", title);
        model.put("name", name);
        model.put("template", template);
        return form(desk, "page/page-add.ftl", model, wrong);
    }

    private static Refusal.Reason wrong(String field, String key, Object... arguments) {
        return new Refusal.Reason(field, key, List.of(arguments));
    }

    private static boolean isTaken(Node parent, String name) throws RepositoryException {
        return parent.hasNode(name) || parent.hasProperty(name);
    }

    /** A page with a form that says what was wrong with what it sent. */
    private Reply form(Desk desk, String template, Map<String, Object> model, List<Refusal.Reason> wrong) {
        model.put("wrong", wrong);
        return views.page(desk.request(), wrong.isEmpty() ? 200 : 422, template, model);
    }

    private static String name(Node parent, String title, String typed) throws RepositoryException {
        String made = typed.isEmpty() ? NodeNames.from(title) : NodeNames.valid(typed);
        return NodeNames.unique(parent, made.isEmpty() ? "untitled" : made);
    }

    private static String newAddress(Node parent, String title, String name, String template)
            throws RepositoryException {
        return Paths.address(
                "/pages/new", "parent", parent.getPath(), "title", title, "name", name, "template", template);
    }

    private Reply added(Desk desk, Node parent, String title, String name, String template) throws RepositoryException {
        if (!desk.templates().dialog(template).isEmpty()) {
            return desk.request().seeOther(newAddress(parent, title, name, template));
        }
        Node page = made(desk, parent, name(parent, title, name), template);
        page.setProperty("title", title);
        return desk.saved(Desk.editor(page), "pages.add.done", title);
    }

    /** Adds a page, last in its parent ({@code info.magnolia.pages.app.action.browser.CreateRenderableAction}). */
    private static Node made(Desk desk, Node parent, String name, String template) throws RepositoryException {
        Node page = parent.addNode(name, "mgnl:page");
        page.setProperty("mgnl:template", template);
        Stamps.created(page, desk.request().user().name(), Calendar.getInstance());
        return page;
    }

    /** The properties of a page that is made when they are sent. */
    private Reply make(Desk desk, Node parent) throws RepositoryException, Refusal {
        String template = desk.asked("template");
        String dialog = desk.templates().dialog(template);
        if (dialog.isEmpty() || !desk.templates().forPages().containsKey(template)) {
            throw desk.gone();
        }
        String title = desk.request().parameter("title");
        String typed = desk.request().parameter("name");
        String name = name(parent, title, typed);
        Dialogs.Task task = new Dialogs.Task(
                dialog,
                desk.say("pages.new.title", title),
                desk.way(),
                Paths.address("/page", "path", Paths.within(parent, name)),
                desk.say("pages.add.done", title),
                Desk.browser(parent));
        return dialogs.make(desk, task, Map.of("title", title), () -> made(desk, parent, name, template));
    }

    /** Changes a page's address ({@code pages-app:renamePage}); it keeps its place. */
    private Reply rename(Desk desk, Node page) throws RepositoryException {
        boolean sends = desk.request().sends();
        String name = sends ? desk.asked("name").strip() : page.getName();
        String valid = name.isEmpty() ? "" : NodeNames.valid(name);
        List<Refusal.Reason> wrong = new ArrayList<>();
        if (sends && name.isEmpty()) {
            wrong.add(wrong("name", "pages.name.missing"));
        } else if (sends && !valid.equals(page.getName()) && isTaken(page.getParent(), valid)) {
            wrong.add(wrong("name", "pages.name.taken", valid));
        } else if (sends) {
            if (!valid.equals(page.getName())) {
                NodeNames.rename(page, valid);
                Stamps.moved(page, desk.request().user().name(), Calendar.getInstance());
            }
            return desk.saved(Desk.browser(page), "pages.rename.done", page.getPath());
        }
        Map<String, Object> model = desk.model(page, desk.way());
        model.put("name", name);
        model.put("public", Stamps.status(page) != Stamps.Status.UNPUBLISHED);
        return form(desk, "page/page-rename.ftl", model, wrong);
    }

    /** Gives a page another template ({@code pages-app:changePageTemplate}). */
    private Reply template(Desk desk, Node page) throws RepositoryException {
        Map<String, String> offered = desk.templates().forPages();
        String template = desk.asked("template");
        boolean sends = desk.request().sends();
        if (sends && offered.containsKey(template)) {
            desk.parts().template(page, template);
            return desk.saved(Desk.browser(page), "pages.template.done", desk.title(page), offered.get(template));
        }
        Map<String, Object> model = desk.model(page, desk.way());
        model.put("offered", offered);
        model.put("template", Templates.named(page));
        return form(
                desk,
                "page/page-template.ftl",
                model,
                sends ? List.of(wrong("template-1", "pages.add.template.missing")) : List.of());
    }

    /** Moves a page, or orders it among its siblings ({@code pages-app:move}). */
    private Reply move(Desk desk, Node page) throws RepositoryException {
        List<Refusal.Reason> wrong = List.of();
        if (desk.request().sends()) {
            try {
                return moved(desk, page);
            } catch (Refusal e) {
                wrong = e.at("to").reasons();
            }
        }
        String own = page.getPath();
        List<PageTree.Row> rows = new ArrayList<>();
        for (PageTree.Row row : new PageTree(desk).all()) {
            if (!Paths.isWithin(row.path(), own) && !row.deleted()) {
                rows.add(row);
            }
        }
        Map<String, Object> model = desk.model(page, desk.way());
        model.put("rows", rows);
        model.put("to", desk.asked("to"));
        model.put("place", desk.asked("place").isEmpty() ? "after" : desk.asked("place"));
        return form(desk, "page/page-move.ftl", model, wrong);
    }

    private static Reply moved(Desk desk, Node page) throws RepositoryException, Refusal {
        String to = desk.asked("to");
        Optional<Node> target = to.equals("/") ? Optional.of(desk.session().getRootNode()) : desk.page(to);
        Optional<Moves.Place> place = desk.asked("place").equals("in")
                ? Optional.of(Moves.Place.INSIDE)
                : Moves.Place.of(desk.asked("place"));
        if (target.isEmpty() || place.isEmpty()) {
            throw new Refusal("pages.move.missing");
        }
        Moves.check("pages.move.", page, target.get(), place.get(), "/");
        Desk.require(Outline.mayWrite(place.get().parent(target.get())));
        User user = desk.request().user();
        if (!Moves.move(page, target.get(), place.get(), user.name())) {
            Stamps.modified(page, user.name(), Calendar.getInstance());
        }
        return desk.saved(Desk.browser(page), "pages.move.done", desk.title(page), page.getPath());
    }

    /** Does something with a page and leads back to it; the text {@code pages.<what>.done} says that it has been done. */
    private Reply act(Desk desk, Node page, String what) throws RepositoryException {
        User user = desk.request().user();
        List<Node> pages = List.of(page);
        String title = desk.title(page);
        String back = desk.asked("to").equals("editor") ? Desk.editor(page) : Desk.browser(page);
        String path = page.getPath();
        switch (what) {
                // As in pages-app: with a version of a page, without any where the pages below go with it.
            case "publish" -> lifecycle.publish(pages, false, true, user);
            case "publish-all" -> lifecycle.publish(pages, true, false, user);
            case "unpublish" -> lifecycle.unpublish(pages, user);
            case "delete" -> lifecycle.delete(pages, user);
            case "publish-deletion" -> {
                back = Desk.browser(page.getParent());
                lifecycle.publish(pages, false, false, user);
            }
            case "restore" -> {
                try {
                    lifecycle.restorePrevious(pages, user);
                } catch (Refusal e) {
                    desk.session().refresh(false);
                    return desk.request().seeOther(back, e.text(desk.request().ui()));
                }
                title = desk.title(page);
            }
            default -> {
                Node copy = new Copies(user.name()).duplicate(pages, "jcrName").get(0);
                back = Desk.browser(copy);
                path = copy.getPath();
            }
        }
        return desk.request().seeOther(back, desk.say("pages." + what + ".done", title, path));
    }

    /** Asks whether a page, and the pages below it, are to be marked as deleted. */
    private Reply confirmDeletion(Desk desk, Node page) throws RepositoryException {
        String address = Paths.address("/pages/delete", "path", page.getPath());
        return dialogs.confirm(
                desk,
                new Dialogs.Question("pages.delete", "pages.delete", address, Desk.browser(page)),
                desk.model(page, desk.way()),
                desk.title(page),
                below(page));
    }

    private static int below(Node page) throws RepositoryException {
        int number = 0;
        for (Node child : PageTree.pages(page)) {
            number += 1 + below(child);
        }
        return number;
    }
}
