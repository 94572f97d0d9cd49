package org.efcpreview.repository;

import java.security.Principal;
import javax.jcr.Credentials;

/**
 * How {@link ContentRepository} tells Jackrabbit whose session it opens. Nobody else can make one, so that a login
 * with a name and a password does not exist at this level.
 */
final class UserCredentials implements Credentials {
    private static final long serialVersionUID = 1L;

    private final transient UserPrincipal principal;

    UserCredentials(UserPrincipal principal) {
        this.principal = principal;
    }

    UserPrincipal principal() {
        return principal;
    }

    /**
     * What a session knows of its user.
     *
     * @param user whose it is
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
