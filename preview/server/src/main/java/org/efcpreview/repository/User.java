package org.efcpreview.repository;

import java.security.Principal;
import java.util.Set;

/**
 * Who a session belongs to. What the user may do follows from the roles alone (and from the access control lists that
 * the user's own node in the workspace {@code users} may have).
 *
 * @param name the user's name, as in {@code anonymous}
 * @param roles names of the roles, direct ones and those of the user's groups; never null
 */
public record User(String name, Set<String> roles) {
    /**
     * Reads and writes everything: what Magnolia calls its system context, whose sessions are those of "admin". Whoever
     * else has that name is not it.
     */
    public static final User SYSTEM = new User("admin", Set.of());

    /** The name in the dates of what the system writes while modules are installed. */
    static final String SYSTEM_NAME = "superuser";

    /** Copies the roles. */
    public User {
        roles = Set.copyOf(roles);
    }

    /** {@return whether this very object is {@link #SYSTEM}} */
    public boolean isSystem() {
        return this == SYSTEM;
    }

    /** {@return whether it is the user who may do everything, whatever roles it has} */
    boolean isSuperuser() {
        return name.equals(SYSTEM_NAME);
    }

    /**
     * What a session knows of its user.
     *
     * @param access what the user may do in the session's workspace; null: nobody allows anything, which lets it see
     *     the root node and nothing else
     */
    record UserPrincipal(User user, AccessList access) implements Principal {
        @Override
        public String getName() {
            return user.name();
        }
    }
}
