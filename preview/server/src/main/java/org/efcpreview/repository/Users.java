package org.efcpreview.repository;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.lang3.function.FailableBiFunction;
import org.apache.jackrabbit.commons.JcrUtils;

/**
 * The users of one instance, kept as Magnolia keeps them: nodes {@code mgnl:user} in the realms (folders) of the
 * workspace {@code users}, whose sub-nodes {@code roles} and {@code groups} hold identifiers, each as a property of its
 * own; the password as a bcrypt hash in {@code pswd}.
 *
 * @param repository the instance's content, with {@link SystemContent} installed
 */
public record Users(ContentRepository repository) {
    /** The name of the visitor who has not logged in. */
    public static final String ANONYMOUS = "anonymous";

    private static final int SHORTEST = 8;

    /** What bcrypt looks at. */
    private static final int LONGEST = 72;

    /** The hash of something random that nobody has kept: what is compared where there is nothing to compare with. */
    private static final String NOBODYS = "$2a$12$/eKRgof.sNsd09l104yFZugL5CKQ5C0/tGIJFuJ6Ft7vnsciP6rCW";

    /** The visitor who has not logged in, with the roles of this moment. */
    public User anonymous() throws RepositoryException {
        return repository.known(ANONYMOUS, () -> with(ANONYMOUS, Users::user)
                .orElseThrow(() -> new RepositoryException(
                        "The workspace users has no user anonymous: the system content is not installed")));
    }

    /**
     * What the authoring UI knows of somebody.
     *
     * @param user the user with the roles of this moment
     * @param language what the property {@code language} says, such as {@code en}; empty if it is not there
     */
    public record Account(User user, Optional<String> language) {}

    /** A user who may be signed in; empty if there is none of that name, or the user is disabled. */
    public Optional<Account> account(String name) throws RepositoryException {
        return with(name, (node, sessions) -> {
            Optional<String> language = Optional.ofNullable(JcrUtils.getStringProperty(node, "language", null));
            return isEnabled(node) ? new Account(user(node, sessions), language) : null;
        });
    }

    /**
     * Checks a name and a password. Takes a good part of a second by design, for names that are not there, too: keep the
     * answer in the visitor's session.
     *
     * @return the user, if the password is right and the user is not disabled
     */
    public Optional<User> authenticate(String name, String password) throws RepositoryException {
        Optional<String> hash =
                with(name, (node, sessions) -> isEnabled(node) ? JcrUtils.getStringProperty(node, "pswd", null) : null);
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        // No password is that long; hashing something shorter instead takes the same time.
        boolean tooLong = bytes.length > LONGEST;
        boolean accepted = BCrypt.verifyer()
                .verify(
                        tooLong ? new byte[LONGEST] : bytes,
                        hash.orElse(NOBODYS).getBytes(StandardCharsets.UTF_8))
                .verified;
        return accepted && !tooLong && hash.isPresent() ? with(name, Users::user) : Optional.empty();
    }

    /** Whether a password is one that everybody knows: the user's own name, as after Magnolia's installation. */
    public static boolean isDefaultPassword(String name, String password) {
        return password.equals(name);
    }

    /**
     * Everybody who could sign in with {@linkplain #isDefaultPassword the default password}. Takes a good part of a second
     * for each user.
     */
    public Set<String> withDefaultPassword() throws RepositoryException {
        Set<String> names = new HashSet<>();
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            for (Node user : all(sessions.session(ContentRepository.USERS).getRootNode(), "mgnl:user")) {
                if (authenticate(user.getName(), user.getName()).isPresent()) {
                    names.add(user.getName());
                }
            }
        }
        return names;
    }

    /**
     * Gives a user a new password.
     *
     * @param password of {@value #SHORTEST} characters at least and not the user's name
     * @return whether there is a user of that name
     * @throws IllegalArgumentException if the password is too short, too long for bcrypt ({@value #LONGEST} bytes), or the name
     */
    public boolean setPassword(String name, String password) throws RepositoryException {
        if (password.length() < SHORTEST) {
            throw new IllegalArgumentException("A password needs at least " + SHORTEST + " characters");
        }
        if (isDefaultPassword(name, password)) {
            throw new IllegalArgumentException("The name is no password");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("A password has at most " + LONGEST + " bytes");
        }
        return with(name, (user, sessions) -> {
                    // At the cost that Magnolia's have.
                    user.setProperty("pswd", BCrypt.withDefaults().hashToString(12, password.toCharArray()));
                    user.getSession().save();
                    return true;
                })
                .orElse(false);
    }

    /**
     * Whether the user may send a request to an address: the list {@code acl_uri} of the user's roles, as Magnolia's
     * {@code URISecurityFilter} looks at it.
     *
     * @param method the request's; GET and HEAD need less than the others
     * @param uri the path without context path and query, such as {@code /.rest/delivery/efc-events/v1}
     */
    public boolean may(User user, String method, String uri) throws RepositoryException {
        if (user.isSystem()) {
            return true;
        }
        boolean reads = Set.of("GET", "HEAD", "OPTIONS").contains(method);
        AccessList access = repository.accessList(user, "uri");
        return access != null && access.grants(uri, reads ? AccessEntry.READ : AccessEntry.ADD);
    }

    private <T> Optional<T> with(String name, FailableBiFunction<Node, OpenSessions, T, RepositoryException> reading)
            throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            Node user = find(sessions.session(ContentRepository.USERS).getRootNode(), name, "mgnl:user");
            return user == null ? Optional.empty() : Optional.ofNullable(reading.apply(user, sessions));
        }
    }

    private static boolean isEnabled(Node user) throws RepositoryException {
        return JcrUtils.getBooleanProperty(user, "enabled", true);
    }

    /** With the roles of the user and of the user's groups. */
    private static User user(Node node, OpenSessions sessions) throws RepositoryException {
        Set<String> roles = new HashSet<>();
        collect(node, sessions, roles, new HashSet<>());
        return new User(node.getName(), roles);
    }

    /** Adds the names of the roles of a user or a group, and of the groups that it belongs to. */
    private static void collect(Node holder, OpenSessions sessions, Set<String> names, Set<String> seen)
            throws RepositoryException {
        if (!seen.add(holder.getIdentifier())) {
            return; // groups may contain one another
        }
        for (Node role : referred(holder, "roles", sessions.session(ContentRepository.ROLES))) {
            names.add(role.getName());
        }
        for (Node group : referred(holder, "groups", sessions.session(ContentRepository.GROUPS))) {
            collect(group, sessions, names, seen);
        }
    }

    /** The nodes whose identifiers are the properties of a sub-node; one that is gone is passed over, as in Magnolia. */
    private static Set<Node> referred(Node holder, String list, Session target) throws RepositoryException {
        Set<Node> nodes = new HashSet<>();
        Iterable<Property> properties = holder.hasNode(list) ? JcrUtils.getProperties(holder.getNode(list)) : Set.of();
        for (Property property : properties) {
            String name = property.getName();
            if (!name.startsWith("jcr:") && !name.startsWith("mgnl:")) {
                nodes.add(Parts.byIdentifier(target, property.getString()));
            }
        }
        nodes.remove(null);
        return nodes;
    }

    /** The node of that name and type at any depth below folders, the first of several; null if there is none. */
    static Node find(Node folder, String name, String type) throws RepositoryException {
        for (Node node : all(folder, type)) {
            if (node.getName().equals(name)) {
                return node;
            }
        }
        return null;
    }

    /** The nodes of a type at any depth below folders. */
    private static List<Node> all(Node folder, String type) throws RepositoryException {
        List<Node> found = new ArrayList<>();
        for (Node child : JcrUtils.getChildNodes(folder)) {
            if (child.isNodeType(type)) {
                found.add(child);
            } else if (child.isNodeType("mgnl:folder")) {
                found.addAll(all(child, type));
            }
        }
        return found;
    }
}
