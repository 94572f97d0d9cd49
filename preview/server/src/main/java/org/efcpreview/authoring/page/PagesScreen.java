package org.efcpreview.authoring.page;

import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.Views;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Stamps;

/**
 * What the pages app has beside its browser: the dialogs that ask for a template, below {@code /app/pages-app/dialog/}, and
 * the way to the page editor, which is its {@code detail}.
 */
public final class PagesScreen implements Screen {
    private static final String CREATE = "pages-app:createPage",
            PROPERTIES = "pages-app:properties",
            TEMPLATE = "pages-app:changePageTemplate";

    private final Services services;
    private final Views views;
    private final Dialogs dialogs;

    /**
     * @param services what the screens work with
     * @param views prints the screens
     */
    public PagesScreen(Services services, Views views) {
        this.services = services;
        this.views = views;
        this.dialogs = new Dialogs(services, views);
    }

    @Override
    public Optional<Reply> answer(Request request) throws RepositoryException {
        Desk desk = new Desk(request, services);
        Refusal.Work work =
                switch (String.join("/", request.path())) {
                    case "app/pages-app/detail" -> () -> request.seeOther(Desk.editor(desk.page()));
                    case "app/pages-app/dialog/" + CREATE -> () -> add(desk, parent(desk));
                    case "app/pages-app/dialog/" + PROPERTIES -> () -> make(desk, parent(desk));
                    case "app/pages-app/dialog/" + TEMPLATE -> () -> template(desk, desk.writable());
                    default -> null;
                };
        return work == null ? Optional.empty() : Optional.of(desk.unlessRefused(views, work));
    }

    private static String dialog(String name, Node page, String... parameters) throws RepositoryException {
        String address = Paths.address(Desk.BROWSER + "/dialog/" + name, "path", page.getPath());
        return address + Paths.address("", parameters).replace('?', '&');
    }

    /** The page that the form or the address names, or the root: where a new one may be added. */
    private static Node parent(Desk desk) throws RepositoryException, Refusal {
        if (!desk.asked("path").equals("/")) {
            return desk.writable();
        }
        Node root = desk.session().getRootNode();
        Desk.require(Outline.mayWrite(root));
        return root;
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
            String valid = NodeNames.valid(name);
            if (!name.isEmpty() && (parent.hasNode(valid) || parent.hasProperty(valid))) {
                wrong.add(wrong("name", "pages.name.taken", valid));
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
        model.put("address", dialog(CREATE, parent));
        return form(desk, parent, "page/page-add.ftl", model, wrong);
    }

    private static Refusal.Reason wrong(String field, String key, Object... arguments) {
        return new Refusal.Reason(field, key, List.of(arguments));
    }

    /** A page with a form that says what was wrong with what it sent. */
    private Reply form(Desk desk, Node page, String template, Map<String, Object> model, List<Refusal.Reason> wrong)
            throws RepositoryException {
        model.put("back", Desk.browser(page));
        model.put("wrong", wrong);
        return views.page(desk.request(), wrong.isEmpty() ? 200 : 422, template, model);
    }

    private static String name(Node parent, String title, String typed) throws RepositoryException {
        String made = typed.isEmpty() ? NodeNames.from(title) : NodeNames.valid(typed);
        return NodeNames.unique(parent, made.isEmpty() ? "untitled" : made);
    }

    private static String newAddress(Node parent, String title, String name, String template)
            throws RepositoryException {
        return dialog(PROPERTIES, parent, "title", title, "name", name, "template", template);
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

    /** Gives a page another template. */
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
        model.put("address", dialog(TEMPLATE, page));
        return form(
                desk,
                page,
                "page/page-template.ftl",
                model,
                sends ? List.of(wrong("template-1", "pages.add.template.missing")) : List.of());
    }
}
