package org.efcpreview.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.jcr.RepositoryException;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;

/** Who sends a request, by HTTP Basic (RFC 7617). */
final class Credentials {
    private static final String SCHEME = "basic ";
    private static final int MOST = 100;

    private final Users users;

    /** Hashes of what was accepted, with the name: checking a password takes a good part of a second by design. */
    private final Map<String, String> accepted = new ConcurrentHashMap<>();

    Credentials(Users users) {
        this.users = users;
    }

    /**
     * @param authorization the header; null if the browser sent none
     * @return the user with the roles of this moment, anonymous where none is named; empty if name or password is wrong
     */
    Optional<User> user(String authorization) throws RepositoryException {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(users.anonymous());
        }
        String hash = hash(authorization);
        String known = accepted.get(hash);
        if (known != null) {
            return users.find(known);
        }
        String[] pair = decode(authorization.substring(SCHEME.length()).trim()).split(":", 2);
        if (pair.length < 2) {
            return Optional.empty();
        }
        Optional<User> user = users.authenticate(pair[0], pair[1]);
        if (user.isPresent()) {
            if (accepted.size() >= MOST) {
                accepted.clear();
            }
            accepted.put(hash, pair[0]);
        }
        return user;
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
