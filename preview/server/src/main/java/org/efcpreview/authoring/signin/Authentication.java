package org.efcpreview.authoring.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.lang3.function.FailableFunction;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.UiLanguage;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Submission;
import org.efcpreview.http.Upload;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;

/**
 * Signing in to the authoring UI and out of it, the token of forms, and the language.
 *
 * <p>A form whose session has ended is not lost. It is answered with the sign-in form, which carries along what was typed
 * and has the same address; after signing in, a button sends it once more ({@link Request#again()}).
 *
 * <p>Against forms on other sites: the session's cookie is {@code SameSite=Lax} (not {@code Strict}, or somebody who follows
 * a link from a mail would have to sign in once more); a form from another origin is refused whatever it carries, also the
 * sign-in form; and every form but that one needs the token of the session.
 *
 * @param services what the screens work with
 * @param accounts of those who may sign in
 */
public record Authentication(Services services, Accounts accounts) {
    /** The segment of the sign-in form. */
    public static final String SIGN_IN = "sign-in";

    private static final String SIGN_OUT = "sign-out";
    private static final String LANGUAGE = "language";

    /** Fields of the sign-in form where it carries another form's; no form has fields of these names. */
    private static final String AGAIN_NAME = "_sign-in-name";

    private static final String AGAIN_PASSWORD = "_sign-in-password";

    /**
     * Answers a request to the authoring UI.
     *
     * @param path the segments of its address
     * @param submission what the body held
     * @param open the repository sessions of whoever it turns out to be
     * @param inside answers somebody who has signed in if nothing is to be said here
     * @throws RepositoryException if the repository fails
     */
    public Reply answer(
            HttpServletRequest request,
            List<String> path,
            Submission submission,
            Function<User, OpenSessions> open,
            FailableFunction<Request, Reply, RepositoryException> inside)
            throws RepositoryException {
        boolean sends = request.getMethod().equals("POST");
        if (sends && isFromElsewhere(request)) {
            return Reply.error(403, "This form was sent by a page of another server, so nothing was done.");
        }
        Optional<Users.Account> account = accounts.account(request);
        if (path.equals(List.of(SIGN_IN))) {
            String to = Objects.toString(request.getParameter("to"), "");
            return sends
                    ? signIn(request, submission)
                    : account.isPresent()
                            ? seeOther(destination(request, to))
                            : form(request, UiLanguage.of(request), 200, Map.of("to", to));
        }
        if (account.isEmpty()) {
            if (!sends || path.equals(List.of(SIGN_OUT)) || path.equals(List.of(LANGUAGE))) {
                String here = sends ? "" : Request.here(request);
                String wanted = here.matches(Pattern.quote(launcher(request)) + "/?") ? "" : here;
                return seeOther(launcher(request) + Paths.address("/" + SIGN_IN, "to", wanted));
            }
            if (!submission.has(AGAIN_PASSWORD)) {
                // Not any more, most likely.
                return form(request, UiLanguage.of(request), 403, kept(request, submission));
            }
            String name = submission.text(AGAIN_NAME).strip();
            Passwords.Attempt attempt = accounts.signIn(request, name, submission.text(AGAIN_PASSWORD));
            if (attempt.user().isEmpty()) {
                Map<String, Object> typed = kept(request, submission);
                typed.put("name", name);
                return refused(request, UiLanguage.of(request), attempt, typed);
            }
            account = accounts.users().account(name);
        }
        Users.Account known = account.orElseThrow();
        Accounts.Session session = accounts.session(request).orElseThrow();
        Request signedIn = new Request(
                request,
                path,
                known.user(),
                open.apply(known.user()),
                submission,
                UiLanguage.chosenBefore(request)
                        .or(() -> known.language().flatMap(UiLanguage::known))
                        .orElseGet(() -> UiLanguage.of(request)),
                session.token(),
                session.notices(),
                services);
        if (submission.has(AGAIN_PASSWORD)) {
            // Also if somebody has signed in meanwhile, in another window: the password must not reach a screen.
            return confirm(signedIn, 200, "signed-in");
        }
        if (sends && !session.token().equals(submission.text(Request.TOKEN))) {
            return confirm(signedIn, 403, "other-session");
        }
        if (sends && path.equals(List.of(SIGN_OUT))) {
            Accounts.end(request);
            return signedIn.seeOther("/" + SIGN_IN + "?out=true");
        }
        if (sends && path.equals(List.of(LANGUAGE))) {
            Reply back = seeOther(destination(request, submission.text("to")));
            return UiLanguage.remember(back, request, submission.text("language"));
        }
        return inside.apply(signedIn);
    }

    /** Every browser names the origin of a form that it sends (Fetch, 3.1); what names none is no browser's page. */
    static boolean isFromElsewhere(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        // Without the scheme, which a proxy may change.
        return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader("Host"))
                || site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static Reply seeOther(String address) {
        return Reply.empty(303).with("Location", address).with("Cache-Control", "no-store");
    }

    private Reply signIn(HttpServletRequest request, Submission submission) throws RepositoryException {
        String name = submission.text("name").strip();
        String to = submission.text("to");
        Passwords.Attempt attempt = accounts.signIn(request, name, submission.text("password"));
        String chosen = submission.text("language");
        if (attempt.user().isEmpty()) {
            Locale language = UiLanguage.known(chosen).orElseGet(() -> UiLanguage.of(request));
            return refused(request, language, attempt, Map.of("name", name, "to", to));
        }
        return UiLanguage.remember(seeOther(destination(request, to)), request, chosen);
    }

    private Reply refused(
            HttpServletRequest request, Locale language, Passwords.Attempt attempt, Map<String, ?> typed) {
        Map<String, Object> model = new LinkedHashMap<>(typed);
        model.put("problem", attempt.problem(UiTexts.in(language)));
        return attempt.timed(form(request, language, attempt.status(422), model));
    }

    private Reply form(HttpServletRequest request, Locale language, int status, Map<String, ?> given) {
        Map<String, Object> model = new LinkedHashMap<>(Map.of("to", "", "name", "", "problem", ""));
        model.putAll(given);
        model.put("out", "true".equals(request.getParameter("out")));
        return services.views().open(request, language, status, "signin/sign-in.ftl", model);
    }

    /** Shows somebody who is signed in what was typed, to be sent with the token of the session. */
    private Reply confirm(Request signedIn, int status, String why) {
        Map<String, Object> model = kept(signedIn.servlet(), signedIn.submission());
        model.put("why", why);
        return signedIn.page(status, "signin/again.ftl", model);
    }

    /** What was typed, for a form that sends it once more. */
    private static Map<String, Object> kept(HttpServletRequest request, Submission submission) {
        Map<String, List<String>> fields = new LinkedHashMap<>(submission.fields());
        fields.keySet().removeAll(Set.of(AGAIN_NAME, AGAIN_PASSWORD, Request.TOKEN, Request.AGAIN));
        List<String> files = submission.uploads().values().stream()
                .flatMap(List::stream)
                .map(Upload::fileName)
                .toList();
        return new LinkedHashMap<>(Map.of("fields", fields, "lost", files, "action", Request.here(request)));
    }

    private static String launcher(HttpServletRequest request) {
        return request.getContextPath() + Request.PREFIX;
    }

    /** Where to go after signing in: only to a page of the author instance; anything else is the launcher. */
    private static String destination(HttpServletRequest request, String wanted) {
        return leadsHere(request, wanted) ? wanted : launcher(request);
    }

    /** Whether an address leads to a page of the instance that the request was sent to. */
    static boolean leadsHere(HttpServletRequest request, String address) {
        String here = request.getContextPath() + "/";
        try {
            URI uri = new URI(address).normalize();
            return address.startsWith(here)
                    && address.matches("/(?!/)[!-~]*")
                    && uri.getRawAuthority() == null
                    && uri.getRawPath().startsWith(here);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
