package org.efcpreview.web;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.RepositoryException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.efcpreview.authoring.EmbeddedPages;
import org.efcpreview.authoring.Launcher;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.StaticFiles;
import org.efcpreview.authoring.UiLanguage;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.asset.AssetDialogs;
import org.efcpreview.authoring.browser.Browser;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.authoring.form.FormScreen;
import org.efcpreview.authoring.page.PageEditor;
import org.efcpreview.authoring.page.PagesApp;
import org.efcpreview.authoring.signin.Accounts;
import org.efcpreview.authoring.signin.Authentication;
import org.efcpreview.http.Address;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Submission;
import org.efcpreview.repository.OpenSessions;

/** The authoring UI as a whole: lets people in, and hands each request to the screen that its first segment names. */
final class AdminCentral {
    /** By first segment; of several the first that has an answer gives it. */
    private final Map<String, List<Screen>> screens;

    private final Object changes = new Object();
    private final Services services;
    private final Authentication authentication;
    private final Lifecycle lifecycle;

    AdminCentral(Services services, Accounts accounts) throws RepositoryException {
        this.services = services;
        this.authentication = new Authentication(services, accounts);
        this.lifecycle = Lifecycle.of(services);
        this.screens = Map.of(
                "", List.of(Launcher::answer),
                "app",
                        List.of(
                                request -> new PagesApp(request).answer(),
                                AssetDialogs::answer,
                                EmbeddedPages::answer,
                                FormScreen::answer,
                                new Browser(lifecycle)),
                "page", List.of(request -> new PageEditor(request, lifecycle).answer()));
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException, RepositoryException {
        // Sessions are closed once the reply has been sent, which may read from the repository.
        Deque<OpenSessions> opened = new ArrayDeque<>();
        List<String> path = Request.path(Address.decoded(request)).orElseThrow();
        boolean sends = request.getMethod().equals("POST");
        try {
            Reply reply;
            if (!sends && !LoginFilter.isReading(request)) {
                reply = Reply.error(405, "This address can be read and sent forms to.")
                        .with("Allow", "GET, HEAD, POST");
            } else if (!path.isEmpty() && path.get(0).equals(StaticFiles.SEGMENT)) {
                reply = sends
                        ? Reply.error(405, "").with("Allow", "GET, HEAD")
                        : services.views().files().answer(request, path);
            } else {
                Submission submission = SentForm.read(request);
                reply = authentication.answer(
                        request,
                        path,
                        submission,
                        user -> {
                            opened.push(new OpenSessions(services.content(), user));
                            return opened.peek();
                        },
                        sends ? this::change : this::answer);
            }
            safe(reply).sendTo(response);
        } finally {
            opened.forEach(OpenSessions::close);
        }
    }

    /**
     * One change after the other: what a screen has looked at, such as whether somebody else saved the same, still holds
     * when it writes.
     */
    private Reply change(Request request) throws RepositoryException {
        synchronized (changes) {
            return answer(request);
        }
    }

    private Reply answer(Request request) throws RepositoryException {
        String address = Request.PREFIX
                + request.path().stream().map(segment -> "/" + segment).reduce("", String::concat);
        if (!services.users().may(request.user(), request.servlet().getMethod(), address)) {
            return services.views().problem(request, 403, "no-access");
        }
        try {
            for (Screen screen : screens.getOrDefault(request.segment(0), List.of())) {
                Optional<Reply> reply = screen.answer(request);
                if (reply.isPresent()) {
                    return reply.get();
                }
            }
        } catch (Refusal e) {
            return services.views()
                    .problem(request, e.status(), e.reasons().get(0).key());
        } catch (AccessDeniedException e) {
            return services.views().problem(request, 403, "not-allowed");
        }
        return services.views().problem(request, 404, "not-found");
    }

    /** A page of the UI for an error that no screen has answered, with the texts {@code error.<status>} of the UI. */
    Reply error(HttpServletRequest request, int status, String detail) {
        return safe(services.views()
                .open(
                        request,
                        UiLanguage.of(request),
                        status,
                        "error.ftl",
                        Map.of("error", UiTexts.error(status), "detail", detail)));
    }

    /** What tells browsers not to do what no page here needs. */
    private static Reply safe(Reply reply) {
        return reply.with(
                        "Content-Security-Policy",
                        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors"
                                + " 'self'")
                .with("Referrer-Policy", "same-origin");
    }
}
