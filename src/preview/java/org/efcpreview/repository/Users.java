package org.efcpreview.repository;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * The users of one instance, kept as Magnolia keeps them: nodes {@code mgnl:user} in the realms (folders) of the
 * workspace {@code users}, whose sub-nodes {@code roles} and {@code groups} hold identifiers, each as a property of its
 * own; the password as a bcrypt hash in {@code pswd}.
 */
public final class Users {
    /** The name of the visitor who has not logged in. */
    public static final String ANONYMOUS = "anonymous";

    private final ContentRepository repository;

    /**
     * @param repository the instance's content, with {@link SystemContent} installed
     */
    public Users(ContentRepository repository) {
        this.repository = repository;
    }

    /**
     * The visitor who has not logged in.
     *
     * @return the user with the roles that content gives it at this moment
     * @throws RepositoryException if the user has no node, or the repository fails
     */
    public User anonymous() throws RepositoryException {
        return find(ANONYMOUS)
                .orElseThrow(() -> new RepositoryException(
                        "The workspace users has no user anonymous: the system content is not installed"));
    }

    /**
     * Looks a user up.
     *
     * @param name the user's name
     * @return the user with the roles of the user and of the user's groups; empty if there is none of that name
     * @throws RepositoryException if the repository fails
     */
    public Optional<User> find(String name) throws RepositoryException {
        return with(name, node -> new User(name, roles(node)));
    }

    /**
     * Checks a name and a password. Takes a good part of a second by design: keep the answer in the visitor's session.
     *
     * @param name the user's name
     * @param password what was typed
     * @return the user, if the password is right and the user is not disabled
     * @throws RepositoryException if the repository fails
     */
    public Optional<User> authenticate(String name, String password) throws RepositoryException {
        return with(name, node -> accepts(node, password) ? new User(name, roles(node)) : null);
    }

    /**
     * Whether the user may get an address: the list {@code acl_uri} of the user's roles, as Magnolia's
     * {@code URISecurityFilter} looks at it for GET and HEAD.
     *
     * @param user who asks
     * @param uri the path without context path and query, such as {@code /.rest/delivery/efc-events/v1}
     * @return whether it is allowed
     * @throws RepositoryException if the repository fails
     */
    public boolean mayRead(User user, String uri) throws RepositoryException {
        return may(user, uri, AccessEntry.READ);
    }

    /**
     * Whether the user may send something to an address, with any method but GET and HEAD.
     *
     * @param user who asks
     * @param uri the path without context path and query
     * @return whether it is allowed
     * @throws RepositoryException if the repository fails
     */
    public boolean maySend(User user, String uri) throws RepositoryException {
        return may(user, uri, AccessEntry.ADD);
    }

    private boolean may(User user, String uri, long permission) throws RepositoryException {
        if (user.isSystem()) {
            return true;
        }
        AccessList access = repository.accessList(user, "uri");
        return access != null && access.grants(uri, permission);
    }

    /** What is done with a user's node. */
    private interface Reading<T> {
        T read(Node user) throws RepositoryException;
    }

    private <T> Optional<T> with(String name, Reading<T> reading) throws RepositoryException {
        Session session = repository.login(ContentRepository.USERS, User.SYSTEM);
        try {
            Node user = find(session, name, "mgnl:user");
            return user == null ? Optional.empty() : Optional.ofNullable(reading.read(user));
        } finally {
            session.logout();
        }
    }

    private static boolean accepts(Node user, String password) throws RepositoryException {
        boolean enabled =
                !user.hasProperty("enabled") || user.getProperty("enabled").getBoolean();
        if (!enabled || !user.hasProperty("pswd")) {
            return false;
        }
        return BCrypt.verifyer()
                .verify(
                        password.getBytes(StandardCharsets.UTF_8),
                        user.getProperty("pswd").getString().getBytes(StandardCharsets.UTF_8))
                .verified;
    }

    private Set<String> roles(Node user) throws RepositoryException {
        Session groups = repository.login(ContentRepository.GROUPS, User.SYSTEM);
        Session roles = repository.login(ContentRepository.ROLES, User.SYSTEM);
        try {
            Set<String> names = new HashSet<>();
            collect(user, groups, roles, names, new HashSet<>());
            return names;
        } finally {
            groups.logout();
            roles.logout();
        }
    }

    /** Adds the names of the roles of a user or a group, and of the groups that it belongs to. */
    private static void collect(Node holder, Session groups, Session roles, Set<String> names, Set<String> seen)
            throws RepositoryException {
        if (!seen.add(holder.getIdentifier())) {
            return; // groups may contain one another
        }
        for (Node role : referred(holder, "roles", roles)) {
            names.add(role.getName());
        }
        for (Node group : referred(holder, "groups", groups)) {
            collect(group, groups, roles, names, seen);
        }
    }

    /** The nodes whose identifiers are the properties of a sub-node; one that is gone is passed over, as in Magnolia. */
    private static Set<Node> referred(Node holder, String list, Session target) throws RepositoryException {
        Set<Node> nodes = new HashSet<>();
        if (!holder.hasNode(list)) {
            return nodes;
        }
        for (PropertyIterator properties = holder.getNode(list).getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            String name = property.getName();
            if (!name.startsWith("jcr:") && !name.startsWith("mgnl:")) {
                try {
                    nodes.add(target.getNodeByIdentifier(property.getString()));
                } catch (ItemNotFoundException e) {
                    continue;
                }
            }
        }
        return nodes;
    }

    /** The node of that name and type at any depth below folders; null if there is none. */
    static Node find(Session session, String name, String type) throws RepositoryException {
        return find(session.getRootNode(), name, type);
    }

    private static Node find(Node folder, String name, String type) throws RepositoryException {
        if (!name.contains("/") && !name.isEmpty() && folder.hasNode(name)) {
            Node node = folder.getNode(name);
            if (node.isNodeType(type)) {
                return node;
            }
        }
        for (NodeIterator children = folder.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:folder")) {
                Node found = find(child, name, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
