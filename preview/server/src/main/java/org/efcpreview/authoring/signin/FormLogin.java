package org.efcpreview.authoring.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Submission;
import org.efcpreview.rendering.PageRequest;
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
    private static final String USER = "mgnlUserId";
    private static final String PASSWORD = "mgnlUserPSWD";
    private static final String RETURN_TO = "mgnlReturnTo";
    private static final String LOGOUT = "mgnlLogout";

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;

    /**
     * @param users of the public instance
     * @param clock what the time is: sessions end when they have not been used for an hour
     */
    public FormLogin(Users users, Passwords passwords, InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = new Sessions(clock);
    }

    /** Who has signed in with the browser that sends a request; empty if nobody has, or not any more. */
    public Optional<User> user(PageRequest.Http http) throws RepositoryException {
        Optional<SignedIn> session = sessions.of(http, cookieName(http));
        return session.isEmpty()
                ? Optional.empty()
                : users.account(session.get().name()).map(Users.Account::user);
    }

    /** Ends the session if the address says so, and leads back to the page; empty if it does not say so. */
    public Optional<Reply> signOut(PageRequest.Http http) {
        if (!http.parameters().containsKey(LOGOUT)) {
            return Optional.empty();
        }
        sessions.of(http, cookieName(http)).ifPresent(sessions::end);
        return Optional.of(back(http, "").with("Set-Cookie", cookie(http, "", "; Max-Age=0")));
    }

    /** Answers the form; empty if what was sent is none. */
    public Optional<Reply> signIn(PageRequest.Http http, Submission submission) throws RepositoryException {
        String name = submission.text(USER);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (Entrance.isFromElsewhere(http)) {
            return Optional.of(Reply.error(
                    403, "Not allowed", "This form was sent by a page of another server, so nothing was done."));
        }
        Passwords.Attempt attempt = passwords.check(name, submission.text(PASSWORD), http.remoteAddress());
        if (attempt.user().isEmpty()) {
            UiTexts texts = UiTexts.in(Entrance.browserLanguage(http));
            return Optional.of(
                    switch (attempt.outcome()) {
                        case TOO_MANY -> form(http, 429, texts.get("sign.too-many", attempt.seconds()), name)
                                .with("Retry-After", Long.toString(attempt.seconds()));
                        case DEFAULT_FROM_AFAR -> form(http, 403, texts.get("sign.default"), name);
                        default -> form(http, 403, texts.get("sign.wrong"), name);
                    });
        }
        SignedIn session = sessions.begin(name, Optional.empty());
        return Optional.of(back(http, submission.text(RETURN_TO)).with("Set-Cookie", cookie(http, session.id(), "")));
    }

    /** The form, for a page that answers 403 to somebody who has not signed in. */
    public Reply form(PageRequest.Http http) {
        return form(http, 403, "", "");
    }

    private static Reply form(PageRequest.Http http, int status, String problem, String name) {
        Locale language = Entrance.browserLanguage(http);
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
    private static Reply back(PageRequest.Http http, String wanted) {
        String own = http.contextPath() + http.path();
        return Reply.empty(302).with("Location", isHere(wanted) ? wanted : own).with("Cache-Control", "no-store");
    }

    private static boolean isHere(String address) {
        try {
            URI uri = new URI(address);
            return address.startsWith("/") && uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private static String cookieName(PageRequest.Http http) {
        return "public-session-" + http.serverPort();
    }

    private static String cookie(PageRequest.Http http, String value, String more) {
        return Sessions.setCookie(http, "/", cookieName(http), value, more);
    }
}
