package org.efcpreview.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
import org.efcpreview.authoring.signin.Accounts;
import org.efcpreview.authoring.signin.Passwords;
import org.efcpreview.repository.User;
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

    /** Whether a request carries a name and a password. */
    static boolean areIn(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * Checks the name and the password of a request that carries them.
     *
     * @return what came of it, and who it is, with the roles of this moment
     */
    Passwords.Attempt check(HttpServletRequest request) throws RepositoryException {
        String authorization = request.getHeader("Authorization");
        String hash = (Passwords.isLoopback(request.getRemoteAddr()) ? "here " : "afar ") + hash(authorization);
        String known = accepted.get(hash);
        if (known != null) {
            Optional<User> user = accounts.users().account(known).map(Users.Account::user);
            return new Passwords.Attempt(
                    user.isPresent() ? Passwords.Outcome.RIGHT : Passwords.Outcome.WRONG, user, Duration.ZERO);
        }
        String[] pair = decode(authorization.substring(SCHEME.length()).trim()).split(":", 2);
        if (pair.length < 2) {
            return new Passwords.Attempt(Passwords.Outcome.WRONG, Optional.empty(), Duration.ZERO);
        }
        Passwords.Attempt attempt = accounts.passwords().check(pair[0], pair[1], request.getRemoteAddr());
        if (attempt.user().isPresent()) {
            if (accepted.size() >= MOST) {
                accepted.clear();
            }
            accepted.put(hash, pair[0]);
        }
        return attempt;
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // No Base64: no name and no password.
            return "";
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
