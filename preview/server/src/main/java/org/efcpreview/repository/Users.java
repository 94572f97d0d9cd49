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
import org.apache.jackrabbit.commons.JcrUtils;

/**
 * The users of one instance, kept as Magnolia keeps them: nodes {@code mgnl:user} in the realms (folders) of the
 * workspace {@code users}, whose sub-nodes {@code roles} and {@code groups} hold identifiers, each as a property of its
 * own; the password as a bcrypt hash in {@code pswd}.
 */
public final class Users {
    /** The name of the visitor who has not logged in. */
    public static final String ANONYMOUS = "anonymous";

    private static final int SHORTEST = 8;

    /** What bcrypt looks at. */
    private static final int LONGEST = 72;

    /** As Magnolia's. */
    private static final int COST = 12;

    /** The hash of something random that nobody has kept: what is compared where there is nothing to compare with. */
    private static final String NOBODYS = "$2a$12$/eKRgof.sNsd09l104yFZugL5CKQ5C0/tGIJFuJ6Ft7vnsciP6rCW";

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

    /** With the roles of the user and of the user's groups; empty if there is none of that name. */
    private Optional<User> find(String name) throws RepositoryException {
        return with(name, node -> new User(name, roles(node)));
    }

    /**
     * What the authoring UI knows of somebody.
     *
     * @param user the user with the roles of this moment
     * @param language what the property {@code language} says, such as {@code en}; empty if it is not there
     */
    public record Account(User user, Optional<String> language) {}

    /**
     * Looks up a user who may be signed in.
     *
     * @param name the user's name
     * @return empty if there is none of that name, or the user is disabled
     * @throws RepositoryException if the repository fails
     */
    public Optional<Account> account(String name) throws RepositoryException {
        return with(name, node -> {
            Optional<String> language = Optional.ofNullable(JcrUtils.getStringProperty(node, "language", null));
            return isEnabled(node) ? new Account(new User(name, roles(node)), language) : null;
        });
    }

    /**
     * Checks a name and a password. Takes a good part of a second by design, for names that are not there, too: keep the
     * answer in the visitor's session.
     *
     * @param name the user's name
     * @param password what was typed
     * @return the user, if the password is right and the user is not disabled
     * @throws RepositoryException if the repository fails
     */
    public Optional<User> authenticate(String name, String password) throws RepositoryException {
        Optional<String> hash =
                with(name, node -> isEnabled(node) ? JcrUtils.getStringProperty(node, "pswd", null) : null);
        boolean accepted = verify(password, hash.orElse(NOBODYS));
        return accepted && hash.isPresent() ? find(name) : Optional.empty();
    }

    /** Whether a password is one that everybody knows: the user's own name, as after Magnolia's installation. */
    public static boolean isDefaultPassword(String name, String password) {
        return password.equals(name);
    }

    /**
     * Everybody who could sign in with {@linkplain #isDefaultPassword the default password}. Takes a good part of a second
     * for each user.
     *
     * @return the names, sorted
     * @throws RepositoryException if the repository fails
     */
    public List<String> withDefaultPassword() throws RepositoryException {
        List<String> names = new ArrayList<>();
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            collectUsers(sessions.session(ContentRepository.USERS).getRootNode(), names);
        }
        List<String> found = new ArrayList<>();
        for (String name : names) {
            if (authenticate(name, name).isPresent()) {
                found.add(name);
            }
        }
        return found.stream().sorted().distinct().toList();
    }

    private static void collectUsers(Node folder, List<String> names) throws RepositoryException {
        for (Node child : JcrUtils.getChildNodes(folder)) {
            if (child.isNodeType("mgnl:user")) {
                names.add(child.getName());
            } else if (child.isNodeType("mgnl:folder")) {
                collectUsers(child, names);
            }
        }
    }

    /**
     * Gives a user a new password.
     *
     * @param name the user's name
     * @param password the new password, of {@value #SHORTEST} characters at least and not the user's name
     * @return whether there is a user of that name
     * @throws IllegalArgumentException if the password is too short, too long for bcrypt ({@value #LONGEST} bytes), or the name
     * @throws RepositoryException if the repository fails
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
        return with(name, user -> {
                    user.setProperty("pswd", BCrypt.withDefaults().hashToString(COST, password.toCharArray()));
                    user.getSession().save();
                    return true;
                })
                .orElse(false);
    }

    /**
     * Whether the user may send a request to an address: the list {@code acl_uri} of the user's roles, as Magnolia's
     * {@code URISecurityFilter} looks at it.
     *
     * @param user who asks
     * @param method the request's; GET and HEAD need less than the others
     * @param uri the path without context path and query, such as {@code /.rest/delivery/efc-events/v1}
     * @return whether it is allowed
     * @throws RepositoryException if the repository fails
     */
    public boolean may(User user, String method, String uri) throws RepositoryException {
        if (user.isSystem()) {
            return true;
        }
        boolean reads = method.equals("GET") || method.equals("HEAD");
        AccessList access = repository.accessList(user, "uri");
        return access != null && access.grants(uri, reads ? AccessEntry.READ : AccessEntry.ADD);
    }

    /** What is done with a user's node. */
    private interface Reading<T> {
        T read(Node user) throws RepositoryException;
    }

    private <T> Optional<T> with(String name, Reading<T> reading) throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            Node user = find(sessions.session(ContentRepository.USERS).getRootNode(), name, "mgnl:user");
            return user == null ? Optional.empty() : Optional.ofNullable(reading.read(user));
        }
    }

    private static boolean isEnabled(Node user) throws RepositoryException {
        return !user.hasProperty("enabled") || user.getProperty("enabled").getBoolean();
    }

    private static boolean verify(String password, String hash) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        // No password is that long; hashing something shorter instead takes the same time.
        boolean tooLong = bytes.length > LONGEST;
        return BCrypt.verifyer()
                        .verify(tooLong ? new byte[LONGEST] : bytes, hash.getBytes(StandardCharsets.UTF_8))
                        .verified
                && !tooLong;
    }

    private Set<String> roles(Node user) throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            Set<String> names = new HashSet<>();
            collect(user, sessions, names, new HashSet<>());
            return names;
        }
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

    /** The node of that name and type at any depth below folders; null if there is none. */
    static Node find(Node folder, String name, String type) throws RepositoryException {
        if (!name.contains("/") && !name.isEmpty() && folder.hasNode(name)) {
            Node node = folder.getNode(name);
            if (node.isNodeType(type)) {
                return node;
            }
        }
        for (Node child : JcrUtils.getChildNodes(folder)) {
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
