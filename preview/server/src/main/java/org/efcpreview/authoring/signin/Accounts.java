package org.efcpreview.authoring.signin;

import java.time.InstantSource;
import org.efcpreview.repository.Users;

/**
 * The users of an instance, and how they sign in to it, by a form or by HTTP Basic.
 *
 * @param users of the instance
 * @param passwords checks theirs; one for forms and HTTP Basic together, so that neither is a way around the other
 * @param sessions of those who have signed in by a form
 */
public record Accounts(Users users, Passwords passwords, Sessions sessions) {
    /**
     * Nobody has signed in yet.
     *
     * @param clock what the time is
     */
    public static Accounts of(Users users, InstantSource clock) {
        return new Accounts(users, new Passwords(users, clock), new Sessions(users, clock));
    }
}
