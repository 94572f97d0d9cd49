package org.efcpreview.authoring.signin;

import at.favre.lib.bytes.Bytes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.efcpreview.authoring.Notices;
import org.efcpreview.authoring.UiLanguage;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;

/** Who has signed in to an instance with which browser, kept in the server's sessions. */
public final class Sessions {
    /** How long a session lasts that nobody uses. */
    public static final Duration IDLE = Duration.ofMinutes(60);

    private static final String ATTRIBUTE = Session.class.getName();
    private static final String USED = ATTRIBUTE + ".used";
    private static final String LANGUAGE = ATTRIBUTE + ".language";
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

    /**
     * What is known of a browser with which somebody has signed in.
     *
     * @param name the user's
     * @param token what each form of the session sends back
     */
    record Session(String name, String token, Notices notices) {}

    /**
     * Who has signed in with the browser that sends a request, with the roles of this moment.
     *
     * @return empty if nobody has, the session has ended, or the user may no longer sign in
     * @throws RepositoryException if the repository fails
     */
    public Optional<User> user(HttpServletRequest request) throws RepositoryException {
        return account(request).map(Users.Account::user);
    }

    /** As {@link #user}. */
    Optional<Users.Account> account(HttpServletRequest request) throws RepositoryException {
        Optional<Session> session = find(request);
        return session.isEmpty()
                ? Optional.empty()
                : users.account(session.get().name());
    }

    /** The session of the browser that sends a request, from now on in use; empty if there is none, or it has ended. */
    Optional<Session> find(HttpServletRequest request) {
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

    /** Begins a session, with an identifier that nobody has seen before; an earlier one of the browser ends. */
    void begin(HttpServletRequest request, String name) {
        end(request);
        String token = Bytes.random(TOKEN_BYTES, new SecureRandom()).encodeHex();
        request.getSession().setAttribute(USED, clock.instant());
        request.getSession().setAttribute(ATTRIBUTE, new Session(name, token, new Notices()));
    }

    /** The language that the user has chosen since the session began; empty if none. */
    static Optional<Locale> language(HttpServletRequest request) {
        return Optional.ofNullable((Locale) request.getSession().getAttribute(LANGUAGE));
    }

    /** Keeps the choice of a language of the UI for the session; what is none is no choice. */
    static void choose(HttpServletRequest request, String language) {
        UiLanguage.known(language).ifPresent(known -> request.getSession().setAttribute(LANGUAGE, known));
    }

    /** Ends the session, if there is one. */
    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
