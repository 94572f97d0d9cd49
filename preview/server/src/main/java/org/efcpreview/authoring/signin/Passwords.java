package org.efcpreview.authoring.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;

/**
 * Checks names and passwords, from a form or from HTTP Basic alike: not faster than {@link Throttle} lets it, and a default
 * password only for somebody at this very machine.
 */
public final class Passwords {
    private final Users users;
    private final Throttle throttle;

    /**
     * @param users whose passwords
     * @param clock what the time is
     */
    public Passwords(Users users, InstantSource clock) {
        this.users = users;
        this.throttle = new Throttle(clock);
    }

    /** What came of an attempt. */
    public enum Outcome {
        /** Name and password are right. */
        RIGHT,
        /** The name, the password, or both are wrong, or the user is disabled. */
        WRONG,
        /** Too many attempts failed before this one; it was not looked at. */
        TOO_MANY,
        /** They are right, but the password is the one that everybody knows, and the request comes from elsewhere. */
        DEFAULT_FROM_AFAR
    }

    /**
     * An attempt.
     *
     * @param outcome what came of it
     * @param user who it is; there only if the outcome is {@link Outcome#RIGHT}
     * @param delay how long until the next attempt; zero unless there were {@link Outcome#TOO_MANY}
     */
    public record Attempt(Outcome outcome, Optional<User> user, Duration delay) {
        /** One that was looked at, right if there is a user of that name and password. */
        public static Attempt of(Optional<User> user) {
            return new Attempt(user.isPresent() ? Outcome.RIGHT : Outcome.WRONG, user, Duration.ZERO);
        }

        /** The seconds to wait, not less than one. */
        public long seconds() {
            return Math.max(1, delay.plusMillis(999).toSeconds());
        }

        /** The status of the answer to one that failed: 429 if it came too early. */
        int status(int otherwise) {
            return outcome == Outcome.TOO_MANY ? 429 : otherwise;
        }

        /** That answer, which says when to try again if the attempt came too early. */
        Reply timed(Reply answer) {
            return outcome == Outcome.TOO_MANY ? answer.with("Retry-After", Long.toString(seconds())) : answer;
        }

        /** What to tell whoever failed. */
        String problem(UiTexts texts) {
            return switch (outcome) {
                case TOO_MANY -> texts.get("sign.too-many", seconds());
                case DEFAULT_FROM_AFAR -> texts.get("sign.default");
                default -> texts.get("sign.wrong");
            };
        }
    }

    /**
     * Checks a name and a password.
     *
     * @param name what was typed as the name
     * @param password what was typed as the password
     * @param remoteAddress where the request comes from, an IP address
     * @throws RepositoryException if the repository fails
     */
    public Attempt check(String name, String password, String remoteAddress) throws RepositoryException {
        Duration wait = throttle.attempt(name, remoteAddress);
        if (!wait.isZero()) {
            return new Attempt(Outcome.TOO_MANY, Optional.empty(), wait);
        }
        Optional<User> user = users.authenticate(name, password);
        if (user.isPresent() && Users.isDefaultPassword(name, password) && !isLoopback(remoteAddress)) {
            return new Attempt(Outcome.DEFAULT_FROM_AFAR, Optional.empty(), Duration.ZERO);
        }
        if (user.isPresent()) {
            throttle.succeeded(name, remoteAddress);
        }
        return Attempt.of(user);
    }

    /** Whether an IP address is this machine's own. What is no IP address is not. */
    public static boolean isLoopback(String address) {
        // Anything with a letter but an IPv6 address would be looked up as a name.
        if (!address.matches("[0-9.]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?]?")) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
