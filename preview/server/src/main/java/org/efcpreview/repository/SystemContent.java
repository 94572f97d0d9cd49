package org.efcpreview.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.site.SiteLocales;

/**
 * What an instance has before any module of ours is installed: the workspaces of Magnolia Community Edition and its
 * users and roles, as far as they matter to visitors and editors.
 */
public final class SystemContent {
    /** The workspaces that every instance has. */
    private static final List<String> WORKSPACES = List.of("config", "website", "dam", Versions.WORKSPACE);

    private static final List<String> FILES = List.of(
            "users.system.yaml",
            "users.admin.yaml",
            "users.public.yaml",
            "users.system.anonymous.yaml",
            "users.system.superuser.yaml",
            "userroles.superuser.yaml",
            "userroles.rest-anonymous.yaml");

    /** What a site of Magnolia's Community Edition does not have at first, and this one has: English and French. */
    private static final String LOCALES = "config.modules.site.config.site.i18n.yaml";

    private SystemContent() {}

    /** The two kinds of instance. */
    public enum Instance {
        /** Where editors work: visitors who have not logged in get no page, only what the REST endpoints let out. */
        AUTHOR,
        /** What visitors see; with a user {@code member}, for whoever wants to see what members see. */
        PUBLIC
    }

    /**
     * Whether the system content is there.
     *
     * @param repository an instance's content
     * @throws RepositoryException if the repository fails
     */
    public static boolean isInstalled(ContentRepository repository) throws RepositoryException {
        return repository.workspaces().containsAll(WORKSPACES)
                && has(repository, ContentRepository.USERS, "/system")
                && has(repository, "config", SiteLocales.PATH);
    }

    private static boolean has(ContentRepository repository, String workspace, String path) throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            return sessions.session(workspace).nodeExists(path);
        }
    }

    /**
     * Installs the system content, unless it is there.
     *
     * @param repository the instance's content
     * @param instance which kind it is: {@code anonymous} may do more on a public one
     * @throws RepositoryException if the repository fails
     */
    public static void install(ContentRepository repository, Instance instance) throws RepositoryException {
        for (String workspace : WORKSPACES) {
            repository.createWorkspace(workspace);
        }
        if (!has(repository, "config", SiteLocales.PATH)) {
            Bootstrap.run(repository, List.of(new Bootstrap.File(LOCALES, read(LOCALES))));
        }
        if (has(repository, ContentRepository.USERS, "/system")) {
            return;
        }
        List<Bootstrap.File> files = new ArrayList<>();
        for (String name : FILES) {
            files.add(new Bootstrap.File(name, read(name)));
        }
        String kind = instance == Instance.AUTHOR ? "author" : "public";
        files.add(new Bootstrap.File("userroles.anonymous.yaml", read(kind + "/userroles.anonymous.yaml")));
        if (instance == Instance.PUBLIC) {
            files.add(new Bootstrap.File("users.public.member.yaml", read("public/users.public.member.yaml")));
        }
        Bootstrap.run(repository, files);
    }

    private static String read(String name) {
        try (InputStream stream = ContentRepository.resource("bootstrap/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a workspace that a module declares, and lets the role {@code superuser} do everything in it, as Magnolia's
     * {@code SetupModuleRepositoriesTask} does. Both only if it is not so already.
     *
     * @param repository the instance's content, with the system content installed
     * @param workspace the workspace's name
     * @throws RepositoryException if the repository fails
     */
    public static void addWorkspace(ContentRepository repository, String workspace) throws RepositoryException {
        repository.createWorkspace(workspace);
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            Session roles = sessions.session(ContentRepository.ROLES);
            Node superuser = roles.getNode("/superuser");
            if (!superuser.hasNode("acl_" + workspace)) {
                Node entry = superuser
                        .addNode("acl_" + workspace, "mgnl:contentNode")
                        .addNode("0", "mgnl:contentNode");
                entry.setProperty("path", "/*");
                entry.setProperty("permissions", 63);
                roles.save();
            }
        }
    }
}
