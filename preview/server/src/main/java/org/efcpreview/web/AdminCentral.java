package org.efcpreview.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.jcr.AccessDeniedException;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
import org.efcpreview.authoring.Launcher;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.StaticFiles;
import org.efcpreview.authoring.UiLanguage;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.asset.AssetScreen;
import org.efcpreview.authoring.browser.Browser;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.authoring.form.FormScreen;
import org.efcpreview.authoring.page.PageScreen;
import org.efcpreview.authoring.page.PagesScreen;
import org.efcpreview.authoring.signin.Accounts;
import org.efcpreview.authoring.signin.Authentication;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Submission;
import org.efcpreview.rendering.PageSessions;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;

/** The authoring UI as a whole: lets people in, and hands each request to the screen that its first segment names. */
final class AdminCentral {
    /** By first segment; of several the first that has an answer gives it. */
    private final Map<String, List<Screen>> screens = new LinkedHashMap<>();

    private final Views views;
    private final Users users;
    private final Authentication authentication;

    /**
     * @param services what the screens work with
     * @param accounts of the services' users
     * @param views prints the pages
     * @throws RepositoryException if a screen cannot make the place that it needs
     */
    AdminCentral(Services services, Accounts accounts, Views views) throws RepositoryException {
        this.users = services.users();
        this.views = views;
        this.authentication = new Authentication(accounts, views);
        screens.put("", List.of(new Launcher(services, views, screens.keySet())));
        Lifecycle lifecycle = Lifecycle.of(services);
        screens.put("app", List.of(new FormScreen(services, views), new Browser(services, views, lifecycle)));
        screens.put("page", List.of(new PageScreen(services, views)));
        screens.put("pages", List.of(new PagesScreen(services, views, lifecycle)));
        screens.put("assets", List.of(new AssetScreen(services, views)));
    }

    /**
     * Answers a request.
     *
     * @param path as {@link Request#path(String)} found it
     * @param submission what the body held
     * @param open repository sessions of a user, to be closed when the reply has been sent
     * @throws RepositoryException if the repository fails; what a user may not do is an answer and no failure
     */
    Reply answer(
            HttpServletRequest request, List<String> path, Submission submission, Function<User, PageSessions> open)
            throws RepositoryException {
        Reply reply;
        if (!List.of("GET", "HEAD", "POST").contains(request.getMethod())) {
            reply = Reply.error(405, "This address can be read and sent forms to.")
                    .with("Allow", "GET, HEAD, POST");
        } else if (!path.isEmpty() && path.get(0).equals(StaticFiles.SEGMENT)) {
            reply = request.getMethod().equals("POST")
                    ? Reply.error(405, "").with("Allow", "GET, HEAD")
                    : views.files().answer(request, path);
        } else {
            reply = authentication.answer(request, path, submission, open, this::answer);
        }
        return safe(reply);
    }

    /** A page of the UI for an error that no screen has answered, with the texts {@code error.<status>} of the UI. */
    Reply error(HttpServletRequest request, int status, String detail) {
        return safe(views.open(
                request,
                UiLanguage.of(request),
                status,
                "error.ftl",
                Map.of("error", UiTexts.in(UiLanguage.of(request)).error(status), "detail", detail)));
    }

    /** What tells browsers not to do what no page here needs. */
    private static Reply safe(Reply reply) {
        return reply.with(
                        "Content-Security-Policy",
                        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors"
                                + " 'self'")
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin");
    }

    private Reply answer(Request request) throws RepositoryException {
        String address = Request.PREFIX
                + request.path().stream().map(segment -> "/" + segment).reduce("", String::concat);
        boolean allowed =
                request.sends() ? users.maySend(request.user(), address) : users.mayRead(request.user(), address);
        if (!allowed) {
            return views.problem(request, 403, "no-access");
        }
        Optional<Reply> reply = Optional.empty();
        try {
            for (Screen screen : screens.getOrDefault(request.segment(0), List.of())) {
                reply = screen.answer(request);
                if (reply.isPresent()) {
                    break;
                }
            }
        } catch (AccessDeniedException e) {
            return views.problem(request, 403, "not-allowed");
        }
        return reply.orElseGet(() -> views.problem(request, 404, "not-found"));
    }
}
