package org.efcpreview.repository;

import at.favre.lib.bytes.Bytes;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.jcr.NamespaceRegistry;
import javax.jcr.NoSuchWorkspaceException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Workspace;
import javax.jcr.nodetype.NoSuchNodeTypeException;
import javax.security.auth.Subject;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.function.FailableSupplier;
import org.apache.jackrabbit.commons.JcrUtils;
import org.apache.jackrabbit.commons.cnd.CndImporter;
import org.apache.jackrabbit.commons.cnd.CompactNodeTypeDefReader;
import org.apache.jackrabbit.commons.cnd.ParseException;
import org.apache.jackrabbit.core.RepositoryImpl;
import org.apache.jackrabbit.core.config.RepositoryConfig;
import org.apache.jackrabbit.core.observation.SynchronousEventListener;
import org.apache.jackrabbit.spi.commons.nodetype.QDefinitionBuilderFactory;
import org.apache.jackrabbit.util.Text;
import org.efcpreview.repository.User.UserPrincipal;

/**
 * One instance's content (an author's or a public one's): the same kind of repository that Magnolia keeps, in one
 * directory, with Magnolia's node types. Sessions belong to a {@link User} and show what the user's roles allow.
 *
 * <p>May be used by many threads; a {@link Session} by one at a time.
 */
public final class ContentRepository implements AutoCloseable {
    /**
     * The namespace of the prefix {@code mgnl} within a repository. Files may give it the address that Magnolia shows,
     * {@code https://www.magnolia-cms.com/jcr/mgnl}, which Magnolia, too, replaces by this one.
     */
    public static final String MGNL = "http://www.magnolia.info/jcr/mgnl";

    private static final Pattern SHOWN_MGNL = Pattern.compile("https?://www\\.magnolia-cms\\.com/jcr/mgnl");

    /** All bits of the mask. */
    private static final int EVERY_EVENT = -1;

    /** Where users, groups and roles lie. */
    static final String USERS = "users", GROUPS = "usergroups", ROLES = "userroles";

    private final Path directory;
    private final Opened repository;
    private final DirectoryLock lock;
    private final Session system;
    /** What follows from users, groups and roles, of which none has changed since this was made. */
    private volatile Map<Object, Object> known = new ConcurrentHashMap<>();

    private final List<Session> observers = new ArrayList<>();

    /** A repository that is entered by whom {@link #login} names. Whoever enters it otherwise sees nothing but roots. */
    private static final class Opened extends RepositoryImpl {
        Opened(RepositoryConfig configuration) throws RepositoryException {
            super(configuration);
        }

        Session login(UserPrincipal user, String workspace) throws RepositoryException {
            sanityCheck();
            return createSession(new Subject(true, Set.of(user), Set.of(), Set.of()), workspace);
        }
    }

    private ContentRepository(Path directory, Opened repository, DirectoryLock lock) throws RepositoryException {
        this.directory = directory;
        this.repository = repository;
        this.lock = lock;
        this.system = login("default", User.SYSTEM);
    }

    /**
     * Opens the repository in a directory, makes it on first use, and registers Magnolia's node types.
     *
     * @throws RepositoryInUseException if another process, or this one, has it open
     */
    @SuppressWarnings("try") // the connection is there to be open
    public static ContentRepository open(Path home) throws RepositoryException {
        DirectoryLock lock = DirectoryLock.take(home);
        Opened repository = null;
        StoredContent stored = new StoredContent(home);
        try {
            // The lock above tells for certain; a lock file of Jackrabbit's is left by a process that was killed.
            Files.deleteIfExists(home.resolve(".lock"));
            boolean made = stored.isMade();
            try (Connection checked = made ? stored.check() : null) {
                repository = new Opened(stored.configuration(made));
            }
            ContentRepository opened = new ContentRepository(home, repository, lock);
            opened.start();
            return opened;
        } catch (IOException | SQLException | RepositoryException | RuntimeException e) {
            if (repository != null) {
                repository.shutdown();
            }
            lock.close();
            throw new RepositoryException("Cannot open the repository " + home + ": " + e.getMessage(), e);
        }
    }

    private void start() throws RepositoryException, IOException {
        NamespaceRegistry namespaces = system.getWorkspace().getNamespaceRegistry();
        if (!List.of(namespaces.getPrefixes()).contains("mgnl")) {
            namespaces.registerNamespace("mgnl", MGNL);
        }
        registerNodeTypes("magnolia.cnd", new StringReader(text("magnolia.cnd")));
        for (String workspace : List.of(USERS, GROUPS, ROLES)) {
            createWorkspace(workspace);
            Session observer = login(workspace, User.SYSTEM);
            observers.add(observer);
            // Called within the save that changes a role, so that the next login already obeys it.
            SynchronousEventListener forget = events -> known = new ConcurrentHashMap<>();
            observer.getWorkspace()
                    .getObservationManager()
                    .addEventListener(forget, EVERY_EVENT, "/", true, null, null, false);
        }
    }

    /** {@return a resource beside this class} */
    static String text(String name) throws IOException {
        return IOUtils.resourceToString("/org/efcpreview/repository/" + name, StandardCharsets.UTF_8);
    }

    /** {@return where it lies} */
    Path directory() {
        return directory;
    }

    /** {@return the names of all workspaces, sorted} */
    public Set<String> workspaces() throws RepositoryException {
        synchronized (system) {
            return new TreeSet<>(List.of(system.getWorkspace().getAccessibleWorkspaceNames()));
        }
    }

    /** Makes a workspace, unless it is there. */
    public void createWorkspace(String name) throws RepositoryException {
        synchronized (system) {
            if (!workspaces().contains(name)) {
                system.getWorkspace().createWorkspace(name);
                // Jackrabbit makes its root not before the first use.
                login(name, User.SYSTEM).logout();
            }
        }
    }

    /** Reads node types without registering them. @throws IllegalArgumentException if that fails; it has file and line */
    public static void checkNodeTypes(String name, String cnd) {
        try {
            // Within the first line, so that the others keep their numbers.
            StringReader types = new StringReader(
                    "<mgnl='" + MGNL + "'> " + SHOWN_MGNL.matcher(cnd).replaceAll(MGNL));
            new CompactNodeTypeDefReader<>(types, name, new QDefinitionBuilderFactory());
        } catch (ParseException e) {
            // Jackrabbit says "what (file, line N)".
            String what = e.getMessage().replaceAll("(?s)(.*) \\((.*), line (\\d+)\\)", "$2:$3: $1");
            throw new IllegalArgumentException(what, e);
        }
    }

    /**
     * Registers the node types and namespaces of a CND file. The prefixes of the repository (mgnl, nt, mix, jcr) are
     * known without a declaration. What is registered already and has not changed stays as it is.
     *
     * @param name the file's name, for messages
     * @throws RepositoryException if it cannot be parsed (the message names file and line), uses unknown types or
     *     prefixes, or changes a type in a way that does not fit content that may exist
     */
    public void registerNodeTypes(String name, Reader cnd) throws RepositoryException {
        synchronized (system) {
            Workspace workspace = system.getWorkspace();
            try {
                String types = SHOWN_MGNL.matcher(IOUtils.toString(cnd)).replaceAll(MGNL);
                // Jackrabbit takes most types for changed that are not, and writes them anew.
                String digest = Bytes.from(types).hashSha256().encodeHex();
                Node root = system.getRootNode();
                String known = Text.escapeIllegalJcrChars("types of " + name);
                if (JcrUtils.getStringProperty(root, known, "").equals(digest)) {
                    return;
                }
                CndImporter.registerNodeTypes(
                        new StringReader(types),
                        name,
                        workspace.getNodeTypeManager(),
                        workspace.getNamespaceRegistry(),
                        system.getValueFactory(),
                        true);
                root.setProperty(known, digest);
                system.save();
            } catch (ParseException | IOException e) {
                throw new RepositoryException("Cannot read the node types of " + name + ": " + e.getMessage(), e);
            } catch (NoSuchNodeTypeException e) {
                String type = String.valueOf(e.getMessage()).replace("{" + MGNL + "}", "mgnl:");
                throw new RepositoryException("The node types of " + name + " use an unknown one: " + type, e);
            } catch (RepositoryException e) {
                throw new RepositoryException(
                        "Cannot register the node types of " + name + ": " + e.getMessage()
                                + " (a type that content was made with cannot be changed in every way: start with a new"
                                + " directory if you do not need that content)",
                        e);
            }
        }
    }

    /**
     * Opens a session. It is cheap, meant for one request, and to be logged out by the caller.
     *
     * @return the session, which shows and allows what the user's roles say at this moment
     * @throws NoSuchWorkspaceException if there is no such workspace
     */
    public Session login(String workspace, User user) throws RepositoryException {
        return repository.login(
                new UserPrincipal(user, user.isSystem() ? null : accessList(user, workspace)), workspace);
    }

    /**
     * What a user may do with addresses, or in a workspace.
     *
     * @param about a workspace, or {@code uri}
     * @return the entries {@code acl_<about>} of all the user's roles and of the user's own node; null if none of them
     *     has any such node
     */
    AccessList accessList(User user, String about) throws RepositoryException {
        return known(List.of(user, about), () -> Optional.ofNullable(readAccessList(user, "acl_" + about))
                        .map(list -> about.equals("uri") ? list : list.withSystemPart()))
                .orElse(null);
    }

    /** What was read, or is now, of users, groups and roles alone. */
    @SuppressWarnings("unchecked") // what is one thing is of one type
    <T> T known(Object what, FailableSupplier<T, RepositoryException> reading) throws RepositoryException {
        Map<Object, Object> present = known;
        if (!present.containsKey(what)) {
            present.put(what, reading.get());
        }
        return (T) present.get(what);
    }

    private AccessList readAccessList(User user, String listName) throws RepositoryException {
        List<AccessEntry> entries = new ArrayList<>();
        boolean any = false;
        try (OpenSessions sessions = OpenSessions.ofSystem(this)) {
            for (String role : user.roles()) {
                any |= read(Users.find(sessions.session(ROLES).getRootNode(), role, "mgnl:role"), listName, entries);
            }
            any |= read(Users.find(sessions.session(USERS).getRootNode(), user.name(), "mgnl:user"), listName, entries);
        }
        return any ? new AccessList(entries) : null;
    }

    /** Adds the entries of {@code holder/listName}, as {@code RepositoryBackedSecurityManager.getACLs} reads them. */
    private static boolean read(Node holder, String listName, List<AccessEntry> entries) throws RepositoryException {
        if (holder == null || !holder.hasNode(listName)) {
            return false;
        }
        for (Node entry : JcrUtils.getChildNodes(holder.getNode(listName))) {
            if (entry.isNodeType("mgnl:contentNode")) {
                entries.add(AccessEntry.of(
                        entry.getProperty("path").getString(),
                        entry.getProperty("permissions").getLong()));
            }
        }
        return true;
    }

    /** Closes the repository and lets go of its directory; open sessions end. */
    @Override
    public void close() {
        observers.forEach(Session::logout);
        system.logout();
        repository.shutdown();
        lock.close();
    }
}
