package org.efcpreview.web;

import at.favre.lib.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
import org.efcpreview.authoring.signin.Accounts;
import org.efcpreview.authoring.signin.Passwords;
import org.efcpreview.repository.Users;

/** Who sends a request, by HTTP Basic (RFC 7617). */
final class Credentials {
    private static final String SCHEME = "basic ";
    private static final int MOST = 100;

    private final Accounts accounts;

    /**
     * Hashes of what was accepted, with the name: checking a password takes a good part of a second by design. What was
     * accepted at this machine is not accepted elsewhere by that.
     */
    private final Map<String, String> accepted = new ConcurrentHashMap<>();

    Credentials(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What comes of the name and the password of a request; empty if it carries none. */
    Optional<Passwords.Attempt> check(HttpServletRequest request) throws RepositoryException {
        String authorization = request.getHeader("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String hash = Passwords.isLoopback(request.getRemoteAddr())
                + Bytes.from(authorization).hashSha256().encodeHex();
        String known = accepted.get(hash);
        if (known != null) {
            return Optional.of(
                    Passwords.Attempt.of(accounts.users().account(known).map(Users.Account::user)));
        }
        String[] pair = decode(authorization.substring(SCHEME.length()).trim()).split(":", 2);
        if (pair.length < 2) {
            return Optional.of(Passwords.Attempt.of(Optional.empty()));
        }
        Passwords.Attempt attempt = accounts.passwords().check(pair[0], pair[1], request.getRemoteAddr());
        if (attempt.user().isPresent()) {
            if (accepted.size() >= MOST) {
                accepted.clear();
            }
            accepted.put(hash, pair[0]);
        }
        return Optional.of(attempt);
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // No Base64: no name and no password.
            return "";
        }
    }
}
