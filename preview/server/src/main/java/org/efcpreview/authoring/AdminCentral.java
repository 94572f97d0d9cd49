package org.efcpreview.authoring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.jcr.AccessDeniedException;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
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

/** The authoring UI as a whole: lets people in, and hands each visit to the screen that its first segment names. */
public final class AdminCentral {
    /** Where it is found in the author instance, as in Magnolia. */
    public static final String PREFIX = "/.magnolia/admincentral";

    /** By first segment; of several the first that has an answer gives it. */
    private final Map<String, List<Screen>> screens = new LinkedHashMap<>();

    private final Views views;
    private final Users users;
    private final Authentication authentication;

    /**
     * @param premises what the screens work with
     * @param accounts of the premises' users
     * @param views prints the pages
     * @throws RepositoryException if a screen cannot make the place that it needs
     */
    public AdminCentral(Premises premises, Accounts accounts, Views views) throws RepositoryException {
        this.users = premises.users();
        this.views = views;
        this.authentication = new Authentication(accounts, views);
        screens.put("", List.of(new Launcher(premises, views, screens.keySet())));
        Lifecycle lifecycle = Lifecycle.of(premises);
        screens.put("app", List.of(new FormScreen(premises, views), new Browser(premises, views, lifecycle)));
        screens.put("page", List.of(new PageScreen(premises, views)));
        screens.put("pages", List.of(new PagesScreen(premises, views, lifecycle)));
        screens.put("assets", List.of(new AssetScreen(premises, views)));
    }

    /** The segments of a decoded address after {@link #PREFIX}; empty for another address. */
    public static Optional<List<String>> path(String uri) {
        if (uri.equals(PREFIX)) {
            return Optional.of(List.of());
        }
        return uri.startsWith(PREFIX + "/")
                ? Optional.of(Arrays.stream(uri.substring(PREFIX.length() + 1).split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .toList())
                : Optional.empty();
    }

    /**
     * Answers a request.
     *
     * @param path as {@link #path} found it
     * @param submission what the body held
     * @param open repository sessions of a user, to be closed when the reply has been sent
     * @throws RepositoryException if the repository fails; what a user may not do is an answer and no failure
     */
    public Reply answer(
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
    public Reply error(HttpServletRequest request, int status, String detail) {
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

    private Reply answer(Visit visit) throws RepositoryException {
        String address =
                PREFIX + visit.path().stream().map(segment -> "/" + segment).reduce("", String::concat);
        boolean allowed = visit.sends() ? users.maySend(visit.user(), address) : users.mayRead(visit.user(), address);
        if (!allowed) {
            return views.problem(visit, 403, "no-access");
        }
        Optional<Reply> reply = Optional.empty();
        try {
            for (Screen screen : screens.getOrDefault(visit.segment(0), List.of())) {
                reply = screen.answer(visit);
                if (reply.isPresent()) {
                    break;
                }
            }
        } catch (AccessDeniedException e) {
            return views.problem(visit, 403, "not-allowed");
        }
        return reply.orElseGet(() -> views.problem(visit, 404, "not-found"));
    }
}
