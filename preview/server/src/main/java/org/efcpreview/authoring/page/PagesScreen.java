package org.efcpreview.authoring.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.InvalidItemStateException;
import javax.jcr.ItemExistsException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.content.Copies;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Stamps;

/** The browser of the pages app: the tree of pages, and what can be done with a page as a whole. */
public final class PagesScreen implements Screen {
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
        Desk desk = new Desk(request, services);
        if (request.path().size() > 2) {
            return Optional.empty();
        }
        try {
            return switch (request.segment(1)) {
                case "" -> request.sends() ? Optional.empty() : list(desk);
                case "add" -> add(desk);
                case "new" -> make(desk);
                case "rename" -> changing(desk, page -> rename(desk, page));
                case "template" -> changing(desk, page -> template(desk, page));
                case "move" -> changing(desk, page -> move(desk, page));
                case "duplicate" -> request.sends()
                        ? with(desk, changeable(desk), page -> duplicate(desk, page))
                        : Optional.empty();
                case "delete" -> changing(desk, page -> delete(desk, page));
                case "restore" -> request.sends()
                        ? with(desk, deleted(desk), page -> restore(desk, page))
                        : Optional.empty();
                case "publish-deletion" -> request.sends()
                        ? with(desk, deleted(desk), page -> publishDeletion(desk, page))
                        : Optional.empty();
                case "publish" -> request.sends()
                        ? changing(desk, page -> publish(desk, page, false))
                        : Optional.empty();
                case "publish-all" -> request.sends()
                        ? changing(desk, page -> publish(desk, page, true))
                        : Optional.empty();
                case "unpublish" -> request.sends() ? changing(desk, page -> unpublish(desk, page)) : Optional.empty();
                default -> Optional.empty();
            };
        } catch (InvalidItemStateException | ItemExistsException e) {
            // Someone else saved the same nodes between our reading and our saving.
            return Optional.of(views.problem(request, 409, "page-changed"));
        }
    }

    private Optional<Reply> list(Desk desk) throws RepositoryException {
        String path = desk.request().parameter("path");
        Optional<Node> current = path.isEmpty() || path.equals("/") ? Optional.empty() : desk.page(path);
        if (current.isEmpty() && !path.isEmpty() && !path.equals("/")) {
            return Optional.empty();
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("rows", new PageTree(desk).rows(current));
        model.put("addable", OutlineReader.mayWrite(desk.session().getRootNode()));
        if (current.isPresent()) {
            Node page = current.get();
            model.put("page", new PageTree(desk).row(page));
            model.put("writable", OutlineReader.mayWrite(page));
            model.put(
                    "properties",
                    desk.templates()
                            .of(page)
                            .flatMap(template -> template.text("dialog"))
                            .isPresent());
            model.put("publishable", parentIsPublic(page));
        }
        return Optional.of(views.page(desk.request(), 200, "page/pages.ftl", model));
    }

    /** {@code jcrPublishableRule}: what lies in something that is not public cannot be. */
    private static boolean parentIsPublic(Node page) throws RepositoryException {
        Node parent = page.getParent();
        return parent.getDepth() == 0 || Stamps.status(parent) != Stamps.Status.UNPUBLISHED;
    }

    private static List<Map<String, String>> way(Desk desk) {
        return List.of(desk.step("/pages", desk.say("pages.title")));
    }

    private static String listAt(String path) {
        return Desk.address("/pages", "path", path);
    }

    /** The page below which something is to be, as the address or the form says, or the root. */
    private Optional<Node> parent(Desk desk, String field) throws RepositoryException {
        String path = desk.asked(field);
        return path.isEmpty() || path.equals("/") ? Optional.of(desk.session().getRootNode()) : desk.page(path);
    }

    /** What is wrong with a field: what it is called in the form, and the sentence. */
    public record Wrong(String field, String text) {}

    private Optional<Reply> add(Desk desk) throws RepositoryException {
        Optional<Node> parent = parent(desk, "parent");
        if (parent.isEmpty() || Desk.isDeleted(parent.get())) {
            return gone(desk);
        }
        if (!OutlineReader.mayWrite(parent.get())) {
            return Optional.of(refused(desk));
        }
        Map<String, String> offered = desk.templates().forPages(desk.titles());
        String title = desk.asked("title").strip();
        String name = desk.asked("name").strip();
        String template = desk.asked("template");
        List<Wrong> wrong = new ArrayList<>();
        if (desk.request().sends() && !desk.request().again()) {
            if (title.isEmpty()) {
                wrong.add(new Wrong("title", desk.say("pages.add.title.missing")));
            }
            checkName(desk, parent.get(), name, wrong);
            if (!offered.containsKey(template)) {
                wrong.add(new Wrong("template-1", desk.say("pages.add.template.missing")));
            }
            if (wrong.isEmpty()) {
                return Optional.of(added(desk, parent.get(), title, name, template));
            }
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", way(desk));
        model.put("parent", parent.get().getPath());
        model.put("parentTitle", parent.get().getDepth() == 0 ? "" : desk.title(parent.get()));
        model.put("offered", offered);
        model.put("titleText", title);
        model.put("name", name);
        model.put("template", template);
        model.put("wrong", wrong);
        return Optional.of(views.page(desk.request(), wrong.isEmpty() ? 200 : 422, "page/page-add.ftl", model));
    }

    private static void checkName(Desk desk, Node parent, String name, List<Wrong> wrong) throws RepositoryException {
        if (!name.isEmpty()) {
            String valid = NodeNames.valid(name);
            if (parent.hasNode(valid) || parent.hasProperty(valid)) {
                wrong.add(new Wrong("name", desk.say("pages.name.taken", valid)));
            }
        }
    }

    private static String name(Node parent, String title, String typed) throws RepositoryException {
        String made = typed.isEmpty() ? NodeNames.from(title) : NodeNames.valid(typed);
        return NodeNames.unique(parent, made.isEmpty() ? "untitled" : made);
    }

    private Reply added(Desk desk, Node parent, String title, String name, String template) throws RepositoryException {
        boolean asks = desk.templates()
                .find(template)
                .flatMap(definition -> definition.text("dialog"))
                .isPresent();
        if (asks) {
            return desk.request()
                    .seeOther(Desk.address(
                            "/pages/new",
                            "parent",
                            parent.getPath(),
                            "title",
                            title,
                            "name",
                            name,
                            "template",
                            template));
        }
        Node page = desk.pages().add(parent, name(parent, title, name), template);
        page.setProperty("title", title);
        desk.session().save();
        return desk.request()
                .seeOther(Desk.address("/page", "path", page.getPath()), desk.say("pages.add.done", title));
    }

    /** The properties of a page that is made when they are sent. */
    private Optional<Reply> make(Desk desk) throws RepositoryException {
        Optional<Node> parent = parent(desk, "parent");
        String template = desk.asked("template");
        Optional<String> dialog = desk.templates().find(template).flatMap(definition -> definition.text("dialog"));
        if (parent.isEmpty()
                || Desk.isDeleted(parent.get())
                || dialog.isEmpty()
                || !desk.templates().forPages(desk.titles()).containsKey(template)) {
            return gone(desk);
        }
        if (!OutlineReader.mayWrite(parent.get())) {
            return Optional.of(refused(desk));
        }
        String title = desk.request().parameter("title");
        String name = name(parent.get(), title, desk.request().parameter("name"));
        String path = (parent.get().getDepth() == 0 ? "" : parent.get().getPath()) + "/" + name;
        return Optional.of(dialogs.make(
                desk,
                new Dialogs.Task(
                        dialog.get(),
                        desk.say("pages.new.title", title),
                        way(desk),
                        Desk.address(
                                "/pages/new",
                                "parent",
                                parent.get().getPath(),
                                "title",
                                title,
                                "name",
                                desk.request().parameter("name"),
                                "template",
                                template),
                        Desk.address("/page", "path", path),
                        desk.say("pages.add.done", title),
                        listAt(parent.get().getPath())),
                Map.of("title", title),
                () -> desk.pages().add(parent.get(), name, template)));
    }

    /** A page that may be changed, as the address or the form says. */
    private Optional<Node> changeable(Desk desk) throws RepositoryException {
        Optional<Node> page = desk.page(desk.asked("path"));
        return page.isPresent() && !Desk.isDeleted(page.get()) ? page : Optional.empty();
    }

    /** What is done with a page. */
    @FunctionalInterface
    private interface Action {
        Reply on(Node page) throws RepositoryException;
    }

    private Optional<Reply> with(Desk desk, Optional<Node> page, Action action) throws RepositoryException {
        return page.isPresent() ? Optional.of(action.on(page.get())) : gone(desk);
    }

    /** With a page that the user may write. */
    private Optional<Reply> changing(Desk desk, Action action) throws RepositoryException {
        return with(desk, changeable(desk), page -> OutlineReader.mayWrite(page) ? action.on(page) : refused(desk));
    }

    private Optional<Reply> gone(Desk desk) {
        return desk.request().sends()
                ? Optional.of(views.problem(desk.request(), 409, "page-changed"))
                : Optional.empty();
    }

    private Reply refused(Desk desk) {
        return views.problem(desk.request(), 403, "not-allowed");
    }

    /** Changes a page's address ({@code pages-app:renamePage}). */
    private Reply rename(Desk desk, Node page) throws RepositoryException {
        String name = desk.request().sends() ? desk.asked("name").strip() : page.getName();
        List<Wrong> wrong = new ArrayList<>();
        if (desk.request().sends()) {
            String valid = name.isEmpty() ? "" : NodeNames.valid(name);
            if (name.isEmpty()) {
                wrong.add(new Wrong("name", desk.say("pages.name.missing")));
            } else if (!valid.equals(page.getName())) {
                checkName(desk, page.getParent(), name, wrong);
            }
            if (wrong.isEmpty()) {
                if (!valid.equals(page.getName())) {
                    desk.pages().rename(page, valid);
                    desk.session().save();
                }
                return desk.request().seeOther(listAt(page.getPath()), desk.say("pages.rename.done", page.getPath()));
            }
        }
        Map<String, Object> model = form(desk, page, wrong);
        model.put("name", name);
        model.put("public", Stamps.status(page) != Stamps.Status.UNPUBLISHED);
        return views.page(desk.request(), wrong.isEmpty() ? 200 : 422, "page/page-rename.ftl", model);
    }

    private static Map<String, Object> form(Desk desk, Node page, List<Wrong> wrong) throws RepositoryException {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", way(desk));
        model.put("page", page.getPath());
        model.put("pageTitle", desk.title(page));
        model.put("wrong", wrong);
        return model;
    }

    /** Gives a page another template ({@code pages-app:changePageTemplate}). */
    private Reply template(Desk desk, Node page) throws RepositoryException {
        Map<String, String> offered = desk.templates().forPages(desk.titles());
        String template = desk.asked("template");
        if (desk.request().sends() && offered.containsKey(template)) {
            desk.parts().template(page, template);
            desk.session().save();
            return desk.request()
                    .seeOther(
                            listAt(page.getPath()),
                            desk.say("pages.template.done", desk.title(page), offered.get(template)));
        }
        List<Wrong> wrong = desk.request().sends()
                ? List.of(new Wrong("template-1", desk.say("pages.add.template.missing")))
                : List.of();
        Map<String, Object> model = form(desk, page, wrong);
        model.put("offered", offered);
        model.put("template", Templates.named(page));
        return views.page(desk.request(), wrong.isEmpty() ? 200 : 422, "page/page-template.ftl", model);
    }

    /** Moves a page, or orders it among its siblings ({@code pages-app:move}). */
    private Reply move(Desk desk, Node page) throws RepositoryException {
        String place = desk.asked("place");
        String to = desk.asked("to");
        List<Wrong> wrong = new ArrayList<>();
        if (desk.request().sends()) {
            Optional<Node> target = to.equals("/") ? Optional.of(desk.session().getRootNode()) : desk.page(to);
            if (target.isEmpty() || !Set.of("in", "before", "after").contains(place)) {
                wrong.add(new Wrong("to", desk.say("pages.move.missing")));
            } else {
                Optional<String> against = desk.pages().against(page, target.get(), place);
                if (against.isPresent()) {
                    wrong.add(new Wrong("to", desk.say("pages.move." + against.get(), page.getName())));
                } else if (!OutlineReader.mayWrite(
                        place.equals("in") ? target.get() : target.get().getParent())) {
                    return refused(desk);
                } else {
                    desk.pages().move(page, target.get(), place);
                    desk.session().save();
                    return desk.request()
                            .seeOther(
                                    listAt(page.getPath()),
                                    desk.say("pages.move.done", desk.title(page), page.getPath()));
                }
            }
        }
        Map<String, Object> model = form(desk, page, wrong);
        String own = page.getPath();
        model.put(
                "rows",
                new PageTree(desk)
                        .all().stream()
                                .filter(row -> !(row.path() + "/").startsWith(own + "/") && !row.deleted())
                                .toList());
        model.put("to", to);
        model.put("place", place.isEmpty() ? "after" : place);
        return views.page(desk.request(), wrong.isEmpty() ? 200 : 422, "page/page-move.ftl", model);
    }

    private String back(Desk desk, Node page) throws RepositoryException {
        return desk.asked("to").equals("editor")
                ? Desk.address("/page", "path", page.getPath())
                : listAt(page.getPath());
    }

    private Reply publish(Desk desk, Node page, boolean below) throws RepositoryException {
        if (!parentIsPublic(page)) {
            return views.problem(desk.request(), 409, "page-parent");
        }
        // As in pages-app: with a version of a page, without any where the pages below go with it.
        lifecycle.publish(List.of(page), below, !below, desk.request().user());
        desk.session().refresh(false);
        return desk.request()
                .seeOther(
                        back(desk, page),
                        desk.say(below ? "pages.publish-all.done" : "pages.publish.done", desk.title(page)));
    }

    private Reply unpublish(Desk desk, Node page) throws RepositoryException {
        lifecycle.unpublish(List.of(page), desk.request().user());
        return desk.request().seeOther(back(desk, page), desk.say("pages.unpublish.done", desk.title(page)));
    }

    private Reply duplicate(Desk desk, Node page) throws RepositoryException {
        Node copy = new Copies(desk.request().user().name())
                .duplicate(List.of(page), "jcrName")
                .get(0);
        return desk.request()
                .seeOther(listAt(copy.getPath()), desk.say("pages.duplicate.done", desk.title(page), copy.getPath()));
    }

    /** Marks a page as deleted, and the pages below it, once that has been confirmed. */
    private Reply delete(Desk desk, Node page) throws RepositoryException {
        String title = desk.title(page);
        if (desk.request().sends()) {
            lifecycle.delete(List.of(page), desk.request().user());
            return desk.request().seeOther(listAt(page.getPath()), desk.say("pages.delete.done", title));
        }
        Map<String, Object> model = form(desk, page, List.of());
        model.put("title", desk.say("pages.delete.title", title));
        model.put("text", desk.say("pages.delete.text", title, below(page)));
        model.put("submit", desk.say("pages.delete"));
        model.put("address", desk.request().address(Desk.address("/pages/delete", "path", page.getPath())));
        model.put("back", desk.request().address(listAt(page.getPath())));
        return views.page(desk.request(), 200, "page/confirm.ftl", model);
    }

    private static int below(Node page) throws RepositoryException {
        int number = 0;
        for (Node child : PageTree.pages(page)) {
            number += 1 + below(child);
        }
        return number;
    }

    private Optional<Node> deleted(Desk desk) throws RepositoryException {
        Optional<Node> page = desk.page(desk.asked("path"));
        return page.isPresent() && Desk.isDeleted(page.get()) ? page : Optional.empty();
    }

    /** Gives a deleted page its last version back ({@code restorePreviousVersion}). */
    private Reply restore(Desk desk, Node page) throws RepositoryException {
        try {
            lifecycle.restorePrevious(List.of(page), desk.request().user());
        } catch (Refusal e) {
            desk.session().refresh(false);
            return desk.request()
                    .seeOther(
                            listAt(page.getPath()),
                            e.text(UiTexts.in(desk.request().language())));
        }
        return desk.request().seeOther(listAt(page.getPath()), desk.say("pages.restore.done", desk.title(page)));
    }

    private Reply publishDeletion(Desk desk, Node page) throws RepositoryException {
        String parent = page.getParent().getPath();
        String name = page.getName();
        lifecycle.publish(List.of(page), false, false, desk.request().user());
        return desk.request()
                .seeOther(
                        parent.equals("/") ? "/pages" : listAt(parent), desk.say("pages.publish-deletion.done", name));
    }
}
