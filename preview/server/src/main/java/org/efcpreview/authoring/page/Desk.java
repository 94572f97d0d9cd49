package org.efcpreview.authoring.page;

import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.form.EditForm;
import org.efcpreview.authoring.form.EditForms;
import org.efcpreview.authoring.form.Editing;
import org.efcpreview.authoring.form.FormValues;
import org.efcpreview.content.Tree;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Stamps;

/** One request that works in the workspace {@code website}. What it is refused with is the key of a page that says why. */
abstract class Desk {
    /** The address of the browser of pages. */
    static final String BROWSER = "/app/pages-app";

    /**
     * A page, or a part of it, that a screen is about.
     *
     * @param node the page, the component, or what the area is an area of
     * @param area the name of the area; empty for anything else
     * @param id where it is found in the editor of the page; empty for the page itself
     * @param label what the user reads for it
     */
    record Part(Node node, String area, String id, String label) {
        static Part component(Node node, String label) throws RepositoryException {
            return new Part(node, "", node.getIdentifier(), label);
        }

        /** The page that it is, or is a part of. */
        Node page() throws RepositoryException {
            Node page = Tree.page(node);
            return page == null ? node : page;
        }

        /** The address of its page's editor, at the part. */
        String editor() throws RepositoryException {
            return Paths.address("/page", "path", page().getPath()) + (id.isEmpty() ? "" : "#" + id);
        }

        /** The address of a screen about it, with more parameters as {@link Paths#address} has them. */
        String screen(String name, String... more) throws RepositoryException {
            Stream<String> parameters = Stream.concat(Stream.of("path", node.getPath(), "area", area), Stream.of(more));
            return Paths.address("/page/" + name, parameters.toArray(String[]::new));
        }
    }

    final Request request;
    final Templates templates;

    Desk(Request request) {
        this.request = request;
        this.templates = new Templates(request);
    }

    final Session session() throws RepositoryException {
        return request.sessions().session("website");
    }

    final void made(Node node) throws RepositoryException {
        Stamps.created(node, request.user().name(), Calendar.getInstance());
    }

    /** Stamps what has changed: a part, and the page that it is a part of. */
    final void changed(Node part) throws RepositoryException {
        Stamps.modifiedWithin(part, request.user().name(), Calendar.getInstance());
    }

    /** What the form or the address names as {@code path}; empty if the user may not read it. */
    final Optional<Node> named() throws RepositoryException {
        return Paths.find(session(), request.asked("path"));
    }

    /**
     * The page that the form or the address names, if it does not wait for its deletion.
     *
     * @throws Refusal if there is none
     */
    final Node page() throws RepositoryException, Refusal {
        Node page = there(named());
        if (!page.isNodeType("mgnl:page") || page.isNodeType("mgnl:deleted")) {
            throw gone();
        }
        return page;
    }

    /**
     * As {@link #page()}.
     *
     * @throws AccessDeniedException if the user may not write it
     */
    final Node writable() throws RepositoryException, Refusal {
        Node page = page();
        require(Outline.mayWrite(page));
        return page;
    }

    /** @throws AccessDeniedException if the user may not do what was asked for */
    static void require(boolean allowed) throws AccessDeniedException {
        if (!allowed) {
            throw new AccessDeniedException();
        }
    }

    /** @throws Refusal if what the request is about is not there */
    final <T> T there(Optional<T> found) throws Refusal {
        return found.orElseThrow(this::gone);
    }

    /** Something is not there: for somebody who sends a form it was a moment ago. */
    final Refusal gone() {
        return request.sends() ? changed() : new Refusal("not-found").with(404);
    }

    /** Something is not as the user saw it. */
    static Refusal changed() {
        return new Refusal("page-changed").with(409);
    }

    /** Saves, and leads to a screen that says first what has been done. */
    final Reply saved(String screen, String key, Object... arguments) throws RepositoryException {
        session().save();
        return request.seeOther(screen, request.say(key, arguments));
    }

    final Part part(Node page) throws RepositoryException {
        return new Part(page, "", "", title(page));
    }

    /** What a page is called: its title in the language of the user interface, in the site's own, or else its name. */
    private String title(Node page) throws RepositoryException {
        String language = request.language().getLanguage();
        Locale site = request.services().locales().defaultLocale();
        String title =
                NodeTexts.first(page, language.equals(site.getLanguage()) ? "title" : "title_" + language, "title");
        String name = page.getDepth() == 0 ? "/" : page.getName();
        return title.isEmpty() ? name : title;
    }

    /** The address of a page in the browser of pages. */
    static String browser(Node page) throws RepositoryException {
        return page.getDepth() == 0 ? BROWSER : Paths.address(BROWSER, "path", page.getPath());
    }

    /**
     * What every screen of a page, or of a part of it, is given.
     *
     * @param way to the screen
     */
    final Map<String, Object> model(Part about, List<Map<String, String>> way) throws RepositoryException {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", way);
        model.put("page", about.page().getPath());
        model.put("pageTitle", title(about.page()));
        return model;
    }

    /** The way to a screen that the browser of pages leads to. */
    final List<Map<String, String>> way() {
        return List.of(request.step(BROWSER, request.say("pages.title")));
    }

    /** The way to a screen that the editor of a part's page leads to. */
    final List<Map<String, String>> way(Part part) throws RepositoryException {
        return List.of(way().get(0), request.step(part(part.page()).editor(), title(part.page())));
    }

    /**
     * What a dialog that a template names is for.
     *
     * @param title the heading
     * @param nav the way here
     * @param back the screen that it leads to when it has been saved
     * @param done what is said there then
     * @param cancel the screen that it leads to when it has not
     */
    record Task(String title, List<Map<String, String>> nav, String back, String done, String cancel) {}

    /** Makes the node that a new dialog is about; it is called when what was sent is right. */
    interface Making {
        Node make() throws RepositoryException;
    }

    private Editing dialog(EditForm form, Task task, Optional<Node> node, Making making) {
        return new Editing(request, "page/dialog.ftl", form, node, Optional.empty()) {
            @Override
            protected Map<String, Object> model(String remark) {
                return Map.of("title", task.title(), "nav", task.nav(), "back", request.address(task.cancel()));
            }

            @Override
            protected Node made(FormValues values) throws RepositoryException {
                return making.make();
            }

            @Override
            protected Reply saved(Node written) {
                return request.seeOther(task.back(), task.done());
            }
        };
    }

    /** Shows a dialog about a node, or saves what it sent. */
    final Reply edit(String dialog, Task task, Node node) throws RepositoryException {
        require(Outline.mayWrite(node));
        return dialog(form(dialog), task, Optional.of(node), () -> node).answer(FormValues.EMPTY, false);
    }

    /**
     * The same about a node that is made when the dialog is sent.
     *
     * @param title what its field of that name holds to begin with, if it has one; empty for what its definition says
     */
    final Reply make(String dialog, Task task, String title, Making making) throws RepositoryException {
        EditForm form = form(dialog);
        FormValues values = form.defaults();
        if (!title.isEmpty() && values.fields().containsKey("title")) {
            values = values.with("title", FormValues.Texts.of(title));
        }
        return dialog(form, task, Optional.empty(), making).answer(values, false);
    }

    private EditForm form(String dialog) {
        return EditForms.of(request)
                .dialog(dialog)
                .orElseThrow(() -> new IllegalStateException("There is no dialog " + dialog
                        + ", which a template names; add it or take the name out of the template"));
    }

    /**
     * Makes a page or a component be shown by another template ({@code ChangeComponentTemplateAction}), or asks by which. What is in
     * it stays.
     *
     * @param texts what the keys of its texts begin with
     * @param back the screen that it leads to
     */
    final Reply template(Part part, Map<String, String> offered, String texts, String back) throws RepositoryException {
        boolean component = !part.id().isEmpty();
        String template = request.asked("template");
        if (request.sends() && offered.containsKey(template)) {
            part.node().setProperty("mgnl:template", template);
            changed(part.node());
            boolean asks = component && !templates.dialog(template).isEmpty();
            String next = asks ? part.screen("edit") : back;
            return saved(next, texts + ".template.done", part.label(), offered.get(template));
        }
        Map<String, Object> model = model(part, component ? way(part) : way());
        model.putAll(Map.of("label", part.label(), "texts", texts, "back", back));
        return choice("page/template.ftl", model, offered, Templates.named(part.node()));
    }

    /** Asks for one of some templates; a form that was sent named none of them. */
    final Reply choice(String page, Map<String, Object> model, Map<String, String> offered, String chosen) {
        model.putAll(Map.of("offered", offered, "chosen", chosen, "wrong", request.sends()));
        return request.page(request.sends() ? 422 : 200, page, model);
    }
}
