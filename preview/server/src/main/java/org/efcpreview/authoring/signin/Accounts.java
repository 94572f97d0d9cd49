package org.efcpreview.authoring.signin;

import at.favre.lib.bytes.Bytes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.efcpreview.authoring.Notice;
import org.efcpreview.repository.Users;

/**
 * The users of an instance, how they sign in to it, by a form or by HTTP Basic, and who has signed in with which browser, which
 * is kept in the server's sessions.
 *
 * @param users of the instance
 * @param passwords checks theirs; one for forms and HTTP Basic together, so that neither is a way around the other
 * @param clock what the time is
 */
public record Accounts(Users users, Passwords passwords, InstantSource clock) {
    /** How long a session lasts that nobody uses. */
    public static final Duration IDLE = Duration.ofMinutes(60);

    /** Where Magnolia keeps what each form sends back, for templates, and the field that has it ({@code CsrfTokenFilterBase}). */
    public static final String TOKEN = "csrf";

    private static final String ATTRIBUTE = Session.class.getName(), USED = ATTRIBUTE + ".used";

    /** Nobody has signed in yet. */
    public Accounts(Users users, InstantSource clock) {
        this(users, new Passwords(users, clock), clock);
    }

    /**
     * What is known of a browser with which somebody has signed in.
     *
     * @param name the user's
     * @param token what each form of the session sends back
     * @param notices what the next page says first
     */
    record Session(String name, String token, BlockingQueue<Notice> notices) {}

    /**
     * Who has signed in with the browser that sends a request, with the roles of this moment.
     *
     * @return empty if nobody has, the session has ended, or the user may no longer sign in
     * @throws RepositoryException if the repository fails
     */
    public Optional<Users.Account> account(HttpServletRequest request) throws RepositoryException {
        Optional<Session> session = session(request);
        return session.isPresent() ? users.account(session.get().name()) : Optional.empty();
    }

    /** The session of the browser that sends a request, from now on in use; empty if there is none, or it has ended. */
    Optional<Session> session(HttpServletRequest request) {
        HttpSession kept = request.getSession(false);
        if (kept == null || !(kept.getAttribute(ATTRIBUTE) instanceof Session session)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (((Instant) kept.getAttribute(USED)).plus(IDLE).isBefore(now)) {
            kept.invalidate();
            return Optional.empty();
        }
        kept.setAttribute(USED, now);
        return Optional.of(session);
    }

    /** Checks who sends a request; who is right has a session from now on. */
    Passwords.Attempt signIn(HttpServletRequest request, String name, String password) throws RepositoryException {
        Passwords.Attempt attempt = passwords.check(name, password, request.getRemoteAddr());
        if (attempt.user().isPresent()) {
            // With an identifier that nobody has seen before; an earlier session of the browser ends.
            end(request);
            String token = Bytes.random(32, new SecureRandom()).encodeHex();
            HttpSession session = request.getSession();
            session.setAttribute(USED, clock.instant());
            session.setAttribute(TOKEN, token);
            session.setAttribute(ATTRIBUTE, new Session(name, token, new LinkedBlockingQueue<>(20)));
        }
        return attempt;
    }

    /** Ends the session, if there is one. */
    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
