package org.efcevents.index;

import java.util.Collection;
import java.util.TreeSet;

/**
 * What a reader may do in the workspace {@code efc-events}. Readers with equal rights see the same events.
 *
 * <p>A session of Magnolia is given the permissions of whoever asks at the beginning of a request, and keeps them
 * ({@code info.magnolia.jaas.sp.jcr.JackrabbitAuthenticationModule}, {@code
 * info.magnolia.cms.core.MagnoliaAccessProvider}): all of them are in this value, so that a change of roles, groups or
 * users is another value.
 *
 * @param key the permissions in a fixed order
 */
public record Rights(String key) {

    /** Whoever has this name may do everything, whatever the permissions say ({@code JackrabbitAuthenticationModule}). */
    private static final String SUPERUSER = "superuser";

    /**
     * @param user the reader's name
     * @param permissions each as the sum of its rights, a space and the pattern of its paths, in any order, such as {@code
     *     8 /events/*}: what {@code ctx.getAccessManager("efc-events").permissionList} has
     */
    public static Rights of(String user, Collection<String> permissions) {
        // No pattern of a path contains a line break.
        return new Rights(user.equals(SUPERUSER) ? SUPERUSER : "of\n" + String.join("\n", new TreeSet<>(permissions)));
    }
}
