package org.efcpreview.authoring.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.AdminCentral;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.Visit;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Submission;
import org.efcpreview.http.Upload;
import org.efcpreview.rendering.PageRequest;
import org.efcpreview.rendering.PageSessions;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;

/**
 * The door of the authoring UI: signing in and out, the cookie, the token of forms, and the language.
 *
 * <p>A form whose session has ended is not lost. It is answered with the sign-in form, which carries along what was typed
 * and has the same address; after signing in, a button sends it once more ({@link Visit#again()}).
 *
 * <p>Against forms on other sites: the cookie is {@code SameSite=Lax} (not {@code Strict}, or somebody who follows a link
 * from a mail would have to sign in once more); a form from another origin is refused whatever it carries, also the
 * sign-in form; and every form but that one needs the token of the session.
 */
public final class Entrance {
    /** The segment of the sign-in form. */
    public static final String SIGN_IN = "sign-in";

    private static final String SIGN_OUT = "sign-out";
    private static final String LANGUAGE = "language";
    private static final String LANGUAGE_COOKIE = "author-language";

    /** Fields of the sign-in form where it carries another form's; no form has fields of these names. */
    private static final String AGAIN_NAME = "_sign-in-name";

    private static final String AGAIN_PASSWORD = "_sign-in-password";

    private static final Set<String> OWN = Set.of(AGAIN_NAME, AGAIN_PASSWORD, Visit.TOKEN, Visit.AGAIN);
    private static final List<String> LANGUAGES = List.of("en", "fr");

    private final Users users;
    private final Views views;
    private final Passwords passwords;
    private final Sessions sessions;

    /**
     * @param users who may sign in
     * @param passwords checks their passwords
     * @param views prints the pages
     * @param clock what the time is: sessions end when they have not been used for an hour
     */
    public Entrance(Users users, Passwords passwords, Views views, InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.views = views;
        this.sessions = new Sessions(clock);
    }

    /** What lies behind the door. */
    public interface Inside {
        /** Answers somebody who may come in. */
        Reply answer(Visit visit) throws RepositoryException;
    }

    /**
     * Who has signed in with the browser that sends a request.
     *
     * @return empty if nobody has, the session has ended, or the user may no longer sign in
     * @throws RepositoryException if the repository fails
     */
    public Optional<User> user(PageRequest.Http http) throws RepositoryException {
        Optional<SignedIn> session = session(http);
        return session.isEmpty()
                ? Optional.empty()
                : users.account(session.get().name()).map(Users.Account::user);
    }

    /**
     * Answers a request to the authoring UI.
     *
     * @param path the segments of its address
     * @param submission what the body held
     * @param open the repository sessions of whoever it turns out to be
     * @param inside who answers if nothing is to be said here
     * @throws RepositoryException if the repository fails
     */
    public Reply answer(
            PageRequest.Http http,
            List<String> path,
            Submission submission,
            Function<User, PageSessions> open,
            Inside inside)
            throws RepositoryException {
        boolean sends = !isReading(http);
        if (sends && isFromElsewhere(http)) {
            return Reply.error(
                    403, "Not allowed", "This form was sent by a page of another server, so nothing was done.");
        }
        Optional<SignedIn> session = session(http);
        Optional<User> user = session.isEmpty()
                ? Optional.empty()
                : users.account(session.get().name()).map(Users.Account::user);
        if (path.equals(List.of(SIGN_IN))) {
            return sends
                    ? signIn(http, submission, session)
                    : user.isPresent()
                            ? Reply.empty(303).with("Location", destination(http, parameter(http, "to")))
                            : form(http, browserLanguage(http), 200, Map.of("to", parameter(http, "to")));
        }
        if (user.isEmpty()) {
            return sends ? withoutSession(http, path, submission) : redirect(http);
        }
        SignedIn own = session.get();
        if (submission.has(AGAIN_PASSWORD)) {
            // Signed in meanwhile, in another window; the password must not reach a screen.
            return confirm(visit(http, path, user.get(), open, submission, own), "signed-in");
        }
        Visit visit = visit(http, path, user.get(), open, submission, own);
        if (sends && !own.token().equals(submission.text(Visit.TOKEN))) {
            return confirm(visit, "other-session");
        }
        if (path.equals(List.of(SIGN_OUT)) && sends) {
            sessions.end(own);
            return Reply.empty(303)
                    .with("Location", visit.address("/" + SIGN_IN + "?out=true"))
                    .with("Set-Cookie", cookie(http, "", "; Max-Age=0"));
        }
        if (path.equals(List.of(LANGUAGE)) && sends) {
            Optional<Locale> chosen = known(submission.text("language"));
            chosen.ifPresent(own::choose);
            Reply back = Reply.empty(303).with("Location", destination(http, submission.text("to")));
            // It outlives the session, so that who signs in again goes on in it.
            return chosen.isEmpty()
                    ? back
                    : back.with(
                            "Set-Cookie",
                            Sessions.setCookie(
                                    http,
                                    http.contextPath(),
                                    LANGUAGE_COOKIE,
                                    chosen.get().getLanguage(),
                                    "; Max-Age=31536000"));
        }
        return inside.answer(visit);
    }

    private static boolean isReading(PageRequest.Http http) {
        return http.method().equals("GET") || http.method().equals("HEAD");
    }

    /** Every browser names the origin of a form that it sends (Fetch, 3.1); what names none is no browser's page. */
    static boolean isFromElsewhere(PageRequest.Http http) {
        String origin = http.header("Origin");
        String site = http.header("Sec-Fetch-Site");
        // Without the scheme, which a proxy may change.
        return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(http.header("Host"))
                || site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private Visit visit(
            PageRequest.Http http,
            List<String> path,
            User user,
            Function<User, PageSessions> open,
            Submission submission,
            SignedIn session) {
        return new Visit(
                http,
                path,
                user,
                open.apply(user),
                submission,
                session.language().orElseGet(() -> browserLanguage(http)),
                session.token(),
                session.notices());
    }

    private Reply redirect(PageRequest.Http http) {
        String here = http.contextPath() + http.path() + (http.query() == null ? "" : "?" + http.query());
        String start = http.contextPath() + AdminCentral.PREFIX;
        return Reply.empty(303)
                .with(
                        "Location",
                        start + "/" + SIGN_IN
                                + (here.equals(start) || here.equals(start + "/")
                                        ? ""
                                        : "?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8)))
                .with("Cache-Control", "no-store");
    }

    private Reply signIn(PageRequest.Http http, Submission submission, Optional<SignedIn> old)
            throws RepositoryException {
        String name = submission.text("name").strip();
        Passwords.Attempt attempt = passwords.check(name, submission.text("password"), http.remoteAddress());
        Optional<Locale> chosen = known(submission.text("language"));
        if (attempt.user().isEmpty()) {
            return refused(
                    http,
                    chosen.orElseGet(() -> browserLanguage(http)),
                    attempt,
                    name,
                    submission.text("to"),
                    Map.of());
        }
        old.ifPresent(sessions::end);
        SignedIn session = begin(name, chosen, chosenBefore(http));
        return Reply.empty(303)
                .with("Location", destination(http, submission.text("to")))
                .with("Set-Cookie", cookie(http, session.id(), ""))
                .with("Cache-Control", "no-store");
    }

    /**
     * @param chosen the language that was chosen just now
     * @param before and the one that was chosen in an earlier session
     */
    private SignedIn begin(String name, Optional<Locale> chosen, Optional<Locale> before) throws RepositoryException {
        Optional<Locale> own =
                users.account(name).flatMap(Users.Account::language).flatMap(Entrance::known);
        return sessions.begin(name, chosen.isPresent() ? chosen : before.isPresent() ? before : own);
    }

    /** A form came in, and nobody is signed in: not any more, most likely. */
    private Reply withoutSession(PageRequest.Http http, List<String> path, Submission submission)
            throws RepositoryException {
        Locale language = browserLanguage(http);
        if (path.equals(List.of(SIGN_OUT)) || path.equals(List.of(LANGUAGE))) {
            return redirect(new PageRequest.Http(
                    http.method(),
                    http.protocol(),
                    http.scheme(),
                    http.serverName(),
                    http.serverPort(),
                    http.remoteAddress(),
                    http.contextPath(),
                    AdminCentral.PREFIX,
                    null,
                    Map.of(),
                    http.headers()));
        }
        if (!submission.has(AGAIN_PASSWORD)) {
            return form(http, language, 403, kept(http, submission));
        }
        String name = submission.text(AGAIN_NAME).strip();
        Passwords.Attempt attempt = passwords.check(name, submission.text(AGAIN_PASSWORD), http.remoteAddress());
        if (attempt.user().isEmpty()) {
            return refused(http, language, attempt, name, "", kept(http, submission));
        }
        SignedIn session = begin(name, Optional.empty(), chosenBefore(http));
        Visit visit = new Visit(
                http,
                path,
                attempt.user().get(),
                NO_SESSIONS,
                submission,
                session.language().orElse(language),
                session.token(),
                session.notices());
        return confirm(visit, "signed-in").with("Set-Cookie", cookie(http, session.id(), ""));
    }

    /** For pages that read nothing. */
    private static final PageSessions NO_SESSIONS = new PageSessions() {
        @Override
        public javax.jcr.Session session(String workspace) throws RepositoryException {
            throw new RepositoryException("No workspace is open while somebody signs in: " + workspace);
        }

        @Override
        public javax.jcr.Session system(String workspace) throws RepositoryException {
            return session(workspace);
        }
    };

    private Reply refused(
            PageRequest.Http http,
            Locale language,
            Passwords.Attempt attempt,
            String name,
            String to,
            Map<String, Object> kept) {
        UiTexts texts = UiTexts.in(language);
        Map<String, Object> model = new LinkedHashMap<>(kept);
        model.put("name", name);
        model.put("to", to);
        return switch (attempt.outcome()) {
            case TOO_MANY -> {
                model.put("problem", texts.get("sign.too-many", attempt.seconds()));
                yield form(http, language, 429, model).with("Retry-After", Long.toString(attempt.seconds()));
            }
            case DEFAULT_FROM_AFAR -> {
                model.put("problem", texts.get("sign.default"));
                yield form(http, language, 422, model);
            }
            default -> {
                model.put("problem", texts.get("sign.wrong"));
                yield form(http, language, 422, model);
            }
        };
    }

    private Reply form(PageRequest.Http http, Locale language, int status, Map<String, ?> given) {
        Map<String, Object> model = new LinkedHashMap<>(given);
        model.putIfAbsent("to", "");
        model.putIfAbsent("name", "");
        model.putIfAbsent("problem", "");
        model.put("out", parameter(http, "out").equals("true"));
        return views.open(http, language, status, "signin/sign-in.ftl", model);
    }

    /** Shows somebody who is signed in what was typed, to be sent with the token of the session. */
    private Reply confirm(Visit visit, String why) {
        Map<String, Object> model = new LinkedHashMap<>(kept(visit.http(), visit.submission()));
        model.put("why", why);
        return views.page(visit, why.equals("signed-in") ? 200 : 403, "signin/again.ftl", model);
    }

    /**
     * A field that is sent once more.
     *
     * @param name its name
     * @param value its text
     */
    public record Field(String name, String value) {}

    private static Map<String, Object> kept(PageRequest.Http http, Submission submission) {
        List<Field> fields = new ArrayList<>();
        submission.fields().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                values.forEach(value -> fields.add(new Field(name, value)));
            }
        });
        List<String> files = submission.uploads().values().stream()
                .flatMap(List::stream)
                .map(Upload::fileName)
                .toList();
        return Map.of(
                "fields",
                fields,
                "lost",
                files,
                "action",
                http.contextPath() + http.path() + (http.query() == null ? "" : "?" + http.query()));
    }

    private Optional<SignedIn> session(PageRequest.Http http) {
        return sessions.of(http, cookieName(http));
    }

    /** With the port: browsers give the cookies of one port to all others of the same host. */
    private static String cookieName(PageRequest.Http http) {
        return "author-session-" + http.serverPort();
    }

    private static String cookie(PageRequest.Http http, String value, String more) {
        return Sessions.setCookie(http, http.contextPath(), cookieName(http), value, more);
    }

    /** Where to go after signing in: only to a page of the author instance; anything else is the launcher. */
    private static String destination(PageRequest.Http http, String wanted) {
        boolean local = wanted.startsWith(http.contextPath() + "/") && wanted.matches("[!-~&&[^\\\\]]*");
        try {
            if (local && URI.create(wanted).normalize().getRawPath().startsWith(http.contextPath() + "/")) {
                return wanted;
            }
        } catch (IllegalArgumentException e) {
            // No address: as if nothing had been wanted.
        }
        return http.contextPath() + AdminCentral.PREFIX;
    }

    private static String parameter(PageRequest.Http http, String name) {
        return http.parameters().getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("");
    }

    private static Optional<Locale> known(String language) {
        return LANGUAGES.contains(language) ? Optional.of(Locale.forLanguageTag(language)) : Optional.empty();
    }

    private static Optional<Locale> chosenBefore(PageRequest.Http http) {
        return Sessions.cookie(http, LANGUAGE_COOKIE).flatMap(Entrance::known);
    }

    static Locale browserLanguage(PageRequest.Http http) {
        Optional<Locale> wanted = known(parameter(http, "language")).or(() -> chosenBefore(http));
        if (wanted.isPresent()) {
            return wanted.get();
        }
        String header = http.header("Accept-Language");
        try {
            String best = header == null ? null : Locale.lookupTag(Locale.LanguageRange.parse(header), LANGUAGES);
            return best == null ? Locale.ENGLISH : Locale.forLanguageTag(best);
        } catch (IllegalArgumentException e) {
            // RFC 9110, 12.5.4: the header is a wish; one that cannot be understood is none.
            return Locale.ENGLISH;
        }
    }
}
