package org.efcevents.magnolia;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.magnolia.InsideMagnolia.Work;

/** Gives roles to users, as an administrator does in the Security app. */
final class Accounts {

    private final InsideMagnolia magnolia;

    Accounts(InsideMagnolia magnolia) {
        this.magnolia = magnolia;
    }

    /**
     * Adds a role to a user who is there.
     *
     * @param user path in the workspace {@code users}; Magnolia reads the roles of {@code /system/anonymous} once,
     *     before it answers its first request
     */
    void give(String role, String user) {
        String identifier = identifier(role);
        change(users -> add(users.getNode(user), identifier));
    }

    /** Makes a user with the roles named, whose password is the name. */
    void create(String name, String... roles) {
        change(users -> {
            Node user = users.getNode("/admin").addNode(name, "mgnl:user");
            user.setProperty("name", name);
            user.setProperty("pswd", magnolia.passwordHash(name));
            user.setProperty("enabled", "true");
            return user.setProperty("language", "en");
        });
        for (String role : roles) {
            give(role, "/admin/" + name);
        }
    }

    /** Makes a role that may do everything with everything of a kind, such as {@code acl_uri}, and nothing else. */
    void role(String name, String kind) {
        magnolia.in("userroles", roles -> {
            Node all = roles.getRootNode()
                    .addNode(name, "mgnl:role")
                    .addNode(kind, "mgnl:contentNode")
                    .addNode("0", "mgnl:contentNode");
            all.setProperty("path", "/*");
            return all.setProperty("permissions", 63);
        });
    }

    private static Node add(Node user, String role) throws RepositoryException {
        Node roles = user.hasNode("roles") ? user.getNode("roles") : user.addNode("roles", "mgnl:contentNode");
        int next = 0;
        while (roles.hasProperty(Integer.toString(next))) {
            next++;
        }
        roles.setProperty(Integer.toString(next), role);
        return roles;
    }

    private void change(Work<Object> work) {
        magnolia.in("users", work);
    }

    private String identifier(String role) {
        return magnolia.in("userroles", roles -> roles.getNode("/" + role).getIdentifier());
    }
}
