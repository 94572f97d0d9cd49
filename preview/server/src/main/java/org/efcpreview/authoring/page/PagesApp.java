package org.efcpreview.authoring.page;

import java.util.ArrayList;
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
import org.efcpreview.http.Reply;

/**
 * What the pages app has beside its browser: the dialogs that ask for a template, below {@code /app/pages-app/dialog/}, and
 * the way to the page editor, which is its {@code detail}.
 */
public final class PagesApp extends Desk {
    private static final String PROPERTIES = "/app/pages-app/dialog/pages-app:properties";

    public PagesApp(Request request) {
        super(request);
    }

    /** As {@link Screen#answer}. */
    public Optional<Reply> answer() throws RepositoryException, Refusal {
        return Optional.ofNullable(
                switch ("/" + String.join("/", request.path())) {
                    case "/app/pages-app/detail" -> request.seeOther(
                            part(page()).editor());
                    case "/app/pages-app/dialog/pages-app:createPage" -> add(parent());
                    case PROPERTIES -> make(parent());
                    case "/app/pages-app/dialog/pages-app:changePageTemplate" -> {
                        Part page = part(writable());
                        yield template(page, templates.forPages(), "pages", browser(page.node()));
                    }
                    default -> null;
                });
    }

    /** The page that the form or the address names, or the root: where a new one may be added. */
    private Node parent() throws RepositoryException, Refusal {
        if (!request.asked("path").equals("/")) {
            return writable();
        }
        Node root = session().getRootNode();
        require(Outline.mayWrite(root));
        return root;
    }

    private Reply add(Node parent) throws RepositoryException {
        Map<String, String> offered = templates.forPages();
        String title = request.asked("title").strip();
        String name = request.asked("name").strip();
        String template = request.asked("template");
        List<Refusal.Reason> wrong = new ArrayList<>();
        if (request.sends() && !request.again()) {
            if (title.isEmpty()) {
                wrong.add(new Refusal.Reason("title", "pages.add.title.missing", List.of()));
            }
            String valid = NodeNames.valid(name);
            if (!name.isEmpty() && (parent.hasNode(valid) || parent.hasProperty(valid))) {
                wrong.add(new Refusal.Reason("name", "pages.name.taken", List.of(valid)));
            }
            if (!offered.containsKey(template)) {
                wrong.add(new Refusal.Reason("template-1", "pages.add.template.missing", List.of()));
            }
            if (wrong.isEmpty()) {
                return added(parent, title, name, template);
            }
        }
        Map<String, Object> model = model(part(parent), way());
        model.put("below", parent.getDepth() > 0);
        model.put("titleText", title);
        model.put("name", name);
        model.put("offered", offered);
        model.put("template", template);
        model.put("back", browser(parent));
        model.put("wrong", wrong);
        return request.page(wrong.isEmpty() ? 200 : 422, "page/page-add.ftl", model);
    }

    private static String name(Node parent, String title, String typed) throws RepositoryException {
        String made = typed.isEmpty() ? NodeNames.from(title) : NodeNames.valid(typed);
        return NodeNames.unique(parent, made.isEmpty() ? "untitled" : made);
    }

    private Reply added(Node parent, String title, String name, String template) throws RepositoryException {
        if (!templates.dialog(template).isEmpty()) {
            return request.seeOther(Paths.address(
                    PROPERTIES, "path", parent.getPath(), "title", title, "name", name, "template", template));
        }
        Node page = made(parent, name(parent, title, name), template);
        page.setProperty("title", title);
        return saved(part(page).editor(), "pages.add.done", title);
    }

    /** Adds a page, last in its parent ({@code info.magnolia.pages.app.action.browser.CreateRenderableAction}). */
    private Node made(Node parent, String name, String template) throws RepositoryException {
        Node page = parent.addNode(name, "mgnl:page");
        page.setProperty("mgnl:template", template);
        made(page);
        return page;
    }

    /** The properties of a page that is made when they are sent. */
    private Reply make(Node parent) throws RepositoryException, Refusal {
        String template = request.asked("template");
        String dialog = templates.dialog(template);
        if (dialog.isEmpty() || !templates.forPages().containsKey(template)) {
            throw gone();
        }
        String title = request.parameter("title");
        String name = name(parent, title, request.parameter("name"));
        Task task = new Task(
                request.say("pages.new.title", title),
                way(),
                Paths.address("/page", "path", Paths.within(parent, name)),
                request.say("pages.add.done", title),
                browser(parent));
        return make(dialog, task, title, () -> made(parent, name, template));
    }
}
