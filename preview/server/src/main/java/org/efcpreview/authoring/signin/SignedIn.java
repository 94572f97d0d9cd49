package org.efcpreview.authoring.signin;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.efcpreview.authoring.Notices;

/** A session: somebody who has signed in with a browser. */
final class SignedIn {
    private final String id;
    private final String name;
    private final String token;
    private final Notices notices = new Notices();
    private volatile Instant used;
    private volatile Optional<Locale> language;

    SignedIn(String id, String name, String token, Instant used, Optional<Locale> language) {
        this.id = id;
        this.name = name;
        this.token = token;
        this.used = used;
        this.language = language;
    }

    /** What the browser's cookie holds. */
    String id() {
        return id;
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

    Instant used() {
        return used;
    }

    void use(Instant now) {
        used = now;
    }

    /** The language the user has chosen, now or for good; empty if none: then it is the browser's. */
    Optional<Locale> language() {
        return language;
    }

    void choose(Locale chosen) {
        language = Optional.of(chosen);
    }
}
