package org.efcpreview.authoring.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.efcpreview.rendering.PageRequest;

/** The sessions of those who have signed in. They end when unused for {@link #IDLE}, and with the server. */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(60);

    private static final int MOST = 1000;
    private static final int BYTES = 32;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SignedIn> byId = new ConcurrentHashMap<>();

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** A new session, with an identifier that nobody has seen before. */
    SignedIn begin(String name, Optional<Locale> language) {
        Instant now = clock.instant();
        byId.values().removeIf(session -> isOver(session, now));
        while (byId.size() >= MOST) {
            byId.values().stream().min(Comparator.comparing(SignedIn::used)).ifPresent(this::end);
        }
        SignedIn session = new SignedIn(secret(), name, secret(), now, language);
        byId.put(session.id(), session);
        return session;
    }

    /** The session of an identifier, from now on in use; empty if there is none or it has ended. */
    Optional<SignedIn> find(String id) {
        SignedIn session = byId.get(id);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (isOver(session, now)) {
            end(session);
            return Optional.empty();
        }
        session.use(now);
        return Optional.of(session);
    }

    /** The session whose identifier a browser sends in a cookie, from now on in use; empty if there is none or it has ended. */
    Optional<SignedIn> of(PageRequest.Http http, String cookie) {
        return cookie(http, cookie).flatMap(this::find);
    }

    /** What a browser sends in a cookie; empty if it has none of that name. */
    static Optional<String> cookie(PageRequest.Http http, String name) {
        String wanted = name + "=";
        return http.headers("Cookie").stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(wanted))
                // RFC 6265, 4.1.1: a value may stand in quotes.
                .map(pair -> pair.substring(wanted.length()).replaceAll("^\"(.*)\"$", "$1"))
                .findFirst();
    }

    /**
     * The header that makes a browser keep a cookie, which no script can read and no form of another site sends along.
     *
     * @param path the part of the server that it is for
     * @param more further attributes, each with {@code "; "} before it
     */
    static String setCookie(PageRequest.Http http, String path, String name, String value, String more) {
        return name + "=" + value + "; Path=" + path + "; HttpOnly; SameSite=Lax"
                + (http.scheme().equals("https") ? "; Secure" : "") + more;
    }

    void end(SignedIn session) {
        byId.remove(session.id());
    }

    private static boolean isOver(SignedIn session, Instant now) {
        return session.used().plus(IDLE).isBefore(now);
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
