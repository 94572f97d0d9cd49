package org.efcpreview.authoring.page;

import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.Views;
import org.efcpreview.content.Tree;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.UnpublishedParentException;

/**
 * What a request works with in the workspace {@code website}. What it is refused with is the key of a page that says why.
 *
 * @param request the request
 * @param services what the screens work with
 */
record Desk(Request request, Services services) {
    static final String WORKSPACE = "website";

    /** The address of the browser of pages. */
    static final String BROWSER = "/app/pages-app";

    Session session() throws RepositoryException {
        return request.sessions().session(WORKSPACE);
    }

    Templates templates() {
        return new Templates(services.definitions().get(), services.messages().get(), request.language());
    }

    Outline outline() {
        return new Outline(templates(), request.user().roles());
    }

    PageParts parts() {
        return new PageParts(request.user().name(), Calendar.getInstance());
    }

    /** A text of the authoring UI. */
    String say(String key, Object... arguments) {
        return request.say(key, arguments);
    }

    /** What a field of the form that was sent says, or else a parameter of the address; empty if neither does. */
    String asked(String name) {
        return request.asked(name);
    }

    /** The page at a path; empty if there is none that the user may read. */
    Optional<Node> page(String path) throws RepositoryException {
        Optional<Node> node = Paths.find(session(), path);
        return node.isPresent() && node.get().isNodeType("mgnl:page") ? node : Optional.empty();
    }

    /**
     * The page that the form or the address names as {@code path}, if it does not wait for its deletion.
     *
     * @throws Refusal if there is none
     */
    Node page() throws RepositoryException, Refusal {
        Node page = there(page(asked("path")));
        if (isDeleted(page)) {
            throw gone();
        }
        return page;
    }

    /**
     * As {@link #page()}.
     *
     * @throws AccessDeniedException if the user may not write it
     */
    Node writable() throws RepositoryException, Refusal {
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
    <T> T there(Optional<T> found) throws Refusal {
        return found.orElseThrow(this::gone);
    }

    /** Something is not there: for somebody who sends a form it was a moment ago. */
    Refusal gone() {
        return request.sends() ? changed() : new Refusal("not-found").with(404);
    }

    /** Something is not as the user saw it. */
    static Refusal changed() {
        return new Refusal("page-changed").with(409);
    }

    /** Does something; a page says so if it is refused. */
    Reply unlessRefused(Views views, Refusal.Work work) throws RepositoryException {
        Refusal refusal;
        try {
            return work.run();
        } catch (Refusal e) {
            refusal = e;
        } catch (UnpublishedParentException e) {
            refusal = new Refusal("page-parent").with(409);
        }
        return views.problem(request, refusal.status(), refusal.reasons().get(0).key());
    }

    /** Saves, and leads to a screen that says first what has been done. */
    Reply saved(String screen, String key, Object... arguments) throws RepositoryException {
        session().save();
        return request.seeOther(screen, say(key, arguments));
    }

    /** What a page is called: its title in the language of the user interface, in the site's own, or else its name. */
    String title(Node page) throws RepositoryException {
        String language = request.language().getLanguage();
        boolean other = !language.equals(services.locales().defaultLocale().getLanguage());
        String title = NodeTexts.first(page, other ? "title_" + language : "title", "title");
        if (!title.isEmpty()) {
            return title;
        }
        return page.getDepth() == 0 ? "/" : page.getName();
    }

    static boolean isDeleted(Node page) throws RepositoryException {
        return page.isNodeType("mgnl:deleted");
    }

    /** The address of a page in the browser of pages. */
    static String browser(Node page) throws RepositoryException {
        return page.getDepth() == 0 ? BROWSER : Paths.address(BROWSER, "path", page.getPath());
    }

    /** The address of the editor of the page that a node is a part of, or is. */
    static String editor(Node part) throws RepositoryException {
        return Paths.address("/page", "path", pageOf(part).getPath());
    }

    private static Node pageOf(Node part) throws RepositoryException {
        Node page = Tree.page(part);
        return page == null ? part : page;
    }

    /**
     * What every screen of a page, or of a part of it, is given.
     *
     * @param way to the screen
     */
    Map<String, Object> model(Node part, List<Map<String, String>> way) throws RepositoryException {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", way);
        model.put("page", pageOf(part).getPath());
        model.put("pageTitle", title(pageOf(part)));
        return model;
    }

    /** The way to a screen that the browser of pages leads to. */
    List<Map<String, String>> way() {
        return List.of(request.step(BROWSER, say("pages.title")));
    }

    /** The way to a screen that the editor of a part's page leads to. */
    List<Map<String, String>> way(Node part) throws RepositoryException {
        return List.of(way().get(0), request.step(editor(part), title(pageOf(part))));
    }
}
