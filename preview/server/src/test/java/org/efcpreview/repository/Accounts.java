package org.efcpreview.repository;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** Users and roles that tests sign in with, besides those that are there. */
public final class Accounts {
    private Accounts() {}

    /**
     * Lets a role do something; the role is made if it is not there.
     *
     * @param list such as {@code acl_uri}
     * @param path a pattern of Magnolia's
     * @param permissions 8 reads, 63 is everything
     */
    public static void grant(ContentRepository repository, String role, String list, String path, long permissions)
            throws RepositoryException {
        Session roles = repository.login("userroles", User.SYSTEM);
        Node root = roles.getRootNode();
        Node entry = (root.hasNode(role) ? root.getNode(role) : root.addNode(role, "mgnl:role"))
                .addNode(list, "mgnl:contentNode")
                .addNode("0", "mgnl:contentNode");
        entry.setProperty("path", path);
        entry.setProperty("permissions", permissions);
        roles.save();
        roles.logout();
    }

    /** Adds somebody who may sign in to the author instance and has the roles of these names. */
    public static void add(ContentRepository repository, String name, String password, String... roles)
            throws RepositoryException {
        Session known = repository.login("userroles", User.SYSTEM);
        Session users = repository.login("users", User.SYSTEM);
        Node user = users.getNode("/admin").addNode(name, "mgnl:user");
        user.setProperty("enabled", "true");
        Node given = user.addNode("roles", "mgnl:contentNode");
        for (int i = 0; i < roles.length; i++) {
            given.setProperty(String.valueOf(i), known.getNode("/" + roles[i]).getIdentifier());
        }
        users.save();
        users.logout();
        known.logout();
        new Users(repository).setPassword(name, password);
    }
}
