package org.efcpreview.authoring.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.efcpreview.authoring.Notices;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;

/** Who has signed in to an instance with which browser, kept in the server's sessions. */
public final class Sessions {
    /** How long a session lasts that nobody uses. */
    public static final Duration IDLE = Duration.ofMinutes(60);

    private static final String ATTRIBUTE = Session.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    private final Users users;
    private final InstantSource clock;

    /**
     * @param users of the instance
     * @param clock what the time is
     */
    public Sessions(Users users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    /** What is known of a browser with which somebody has signed in. */
    static final class Session {
        private final String name;
        private final String token;
        private final Notices notices = new Notices();
        private volatile Instant used;
        private volatile Optional<Locale> language;

        private Session(String name, String token, Instant used, Optional<Locale> language) {
            this.name = name;
            this.token = token;
            this.used = used;
            this.language = language;
        }

        /** What each form of the session sends back. */
        String token() {
            return token;
        }

        Notices notices() {
            return notices;
        }

        /** The language the user has chosen, now or for good; empty if none: then it is the browser's. */
        Optional<Locale> language() {
            return language;
        }

        void choose(Locale chosen) {
            language = Optional.of(chosen);
        }
    }

    /**
     * Who has signed in with the browser that sends a request, with the roles of this moment.
     *
     * @return empty if nobody has, the session has ended, or the user may no longer sign in
     * @throws RepositoryException if the repository fails
     */
    public Optional<User> user(HttpServletRequest request) throws RepositoryException {
        Optional<Session> session = find(request);
        return session.isEmpty()
                ? Optional.empty()
                : users.account(session.get().name).map(Users.Account::user);
    }

    /** The session of the browser that sends a request, from now on in use; empty if there is none, or it has ended. */
    Optional<Session> find(HttpServletRequest request) {
        HttpSession kept = request.getSession(false);
        Session session = kept == null ? null : (Session) kept.getAttribute(ATTRIBUTE);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (session.used.plus(IDLE).isBefore(now)) {
            kept.invalidate();
            return Optional.empty();
        }
        session.used = now;
        return Optional.of(session);
    }

    /** Begins a session, with an identifier that nobody has seen before; an earlier one of the browser ends. */
    Session begin(HttpServletRequest request, String name, Optional<Locale> language) {
        end(request);
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        Session session = new Session(
                name, Base64.getUrlEncoder().withoutPadding().encodeToString(token), clock.instant(), language);
        request.getSession().setAttribute(ATTRIBUTE, session);
        return session;
    }

    /** Ends the session, if there is one. */
    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
