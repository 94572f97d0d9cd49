package org.efcpreview.authoring.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
import org.efcpreview.authoring.UiLanguage;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;
import org.jsoup.nodes.Entities;

/**
 * The door of the public instance, for members: what Magnolia's {@code FormLogin}, {@code LogoutFilter} and {@code
 * FormClientCallback} do. A page that answers 403 to somebody who has not signed in is followed by the form, which is sent to the
 * page's own address; who has signed in is led back there. The parameter {@code mgnlLogout} signs out, on any page.
 *
 * <p>Otherwise than there, a form from another origin is refused by its origin and not by a token, and a page that is asked for
 * with a wrong password is not made once more: the form alone comes again.
 */
public final class FormLogin {
    /** How long a session lasts that nobody uses. */
    public static final Duration IDLE = SignedIn.IDLE;

    private static final String USER = "mgnlUserId";
    private static final String PASSWORD = "mgnlUserPSWD";
    private static final String RETURN_TO = "mgnlReturnTo";
    private static final String LOGOUT = "mgnlLogout";

    private final Users users;
    private final Passwords passwords;
    private final InstantSource clock;

    /**
     * @param users of the public instance
     * @param clock what the time is: sessions end when they have not been used for an hour
     */
    public FormLogin(Users users, Passwords passwords, InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Who has signed in with the browser that sends a request; empty if nobody has, or not any more. */
    public Optional<User> user(HttpServletRequest request) throws RepositoryException {
        Optional<SignedIn> session = SignedIn.of(request, clock.instant());
        return session.isEmpty()
                ? Optional.empty()
                : users.account(session.get().name()).map(Users.Account::user);
    }

    /** Lets a member in or out if the request says so, and leads back to the page; empty if it does not say so. */
    public Optional<Reply> answer(HttpServletRequest request) throws RepositoryException {
        if (request.getParameter(LOGOUT) != null) {
            SignedIn.end(request);
            return Optional.of(back(request, ""));
        }
        String name = request.getParameter(USER);
        if (!request.getMethod().equals("POST") || name == null || name.isEmpty()) {
            return Optional.empty();
        }
        if (Entrance.isFromElsewhere(request)) {
            return Optional.of(
                    Reply.error(403, "This form was sent by a page of another server, so nothing was done."));
        }
        String password = Optional.ofNullable(request.getParameter(PASSWORD)).orElse("");
        Passwords.Attempt attempt = passwords.check(name, password, request.getRemoteAddr());
        if (attempt.user().isPresent()) {
            SignedIn.begin(request, name, Optional.empty(), clock.instant());
            return Optional.of(back(request, request.getParameter(RETURN_TO)));
        }
        String problem = attempt.problem(UiTexts.in(UiLanguage.of(request)));
        return Optional.of(
                attempt.outcome() == Passwords.Outcome.TOO_MANY
                        ? form(request, 429, problem, name).with("Retry-After", Long.toString(attempt.seconds()))
                        : form(request, 403, problem, name));
    }

    /** The form, for a page that answers 403 to somebody who has not signed in; empty for somebody who has. */
    public Optional<Reply> form(HttpServletRequest request) {
        return SignedIn.of(request, clock.instant()).isPresent()
                ? Optional.empty()
                : Optional.of(form(request, 403, "", ""));
    }

    private static Reply form(HttpServletRequest request, int status, String problem, String name) {
        Locale language = UiLanguage.of(request);
        UiTexts texts = UiTexts.in(language);
        String html =
                """
                <!DOCTYPE html>
                <html lang="%1$s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s</title>
                <style>:root{color-scheme:light dark}body{font:1.1em/1.5 system-ui,sans-serif;max-width:24em;margin:3em auto;\
                padding:0 1em}label{display:block;margin-top:1em}input{font:inherit;width:100%%;box-sizing:border-box}\
                button{font:inherit;margin-top:1.5em;padding:.3em 1em}</style></head>
                <body><main><h1>%2$s</h1>
                %6$s<form method="post">
                <label for="name">%3$s</label><input id="name" name="mgnlUserId" autocomplete="username" value="%7$s" required>
                <label for="password">%4$s</label><input id="password" name="mgnlUserPSWD" type="password" \
                autocomplete="current-password" required>
                <button>%5$s</button>
                </form></main></body>
                </html>
                """
                        .formatted(
                                language.getLanguage(),
                                Entities.escape(texts.get("sign.title")),
                                Entities.escape(texts.get("sign.name")),
                                Entities.escape(texts.get("sign.password")),
                                Entities.escape(texts.get("sign.submit")),
                                problem.isEmpty() ? "" : "<p role=\"alert\">" + Entities.escape(problem) + "</p>\n",
                                Entities.escape(name));
        return Reply.of(status, "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
    }

    /** To where somebody wanted to be, if that is on this server, else to the page itself; without its parameters. */
    private static Reply back(HttpServletRequest request, String wanted) {
        return Reply.empty(302)
                .with("Location", isHere(wanted) ? wanted : request.getRequestURI())
                .with("Cache-Control", "no-store");
    }

    private static boolean isHere(String address) {
        try {
            return address != null && address.startsWith("/") && new URI(address).getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
