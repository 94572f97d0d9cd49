package org.efcpreview.authoring.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.efcpreview.authoring.Notices;

/**
 * Somebody who has signed in with a browser, kept in the session that the server has with it. It ends when unused for {@link
 * #IDLE}, and with the server.
 */
final class SignedIn {
    static final Duration IDLE = Duration.ofMinutes(60);

    private static final String ATTRIBUTE = SignedIn.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    private final String name;
    private final String token;
    private final Notices notices = new Notices();
    private volatile Instant used;
    private volatile Optional<Locale> language;

    private SignedIn(String name, String token, Instant used, Optional<Locale> language) {
        this.name = name;
        this.token = token;
        this.used = used;
        this.language = language;
    }

    /** Begins a session, with an identifier that nobody has seen before; an earlier one of the browser ends. */
    static SignedIn begin(HttpServletRequest request, String name, Optional<Locale> language, Instant now) {
        end(request);
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        SignedIn signedIn =
                new SignedIn(name, Base64.getUrlEncoder().withoutPadding().encodeToString(token), now, language);
        request.getSession().setAttribute(ATTRIBUTE, signedIn);
        return signedIn;
    }

    /** Who has signed in with the browser that sends a request, from now on in use; empty if nobody has, or not any more. */
    static Optional<SignedIn> of(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        SignedIn signedIn = session == null ? null : (SignedIn) session.getAttribute(ATTRIBUTE);
        if (signedIn == null) {
            return Optional.empty();
        }
        if (signedIn.used.plus(IDLE).isBefore(now)) {
            session.invalidate();
            return Optional.empty();
        }
        signedIn.used = now;
        return Optional.of(signedIn);
    }

    /** Ends the session, if there is one. */
    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The user's name. */
    String name() {
        return name;
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
