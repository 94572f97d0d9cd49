package org.efcpreview.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.site.SiteLocales;

/**
 * What an instance has before any module of ours is installed: the workspaces of Magnolia Community Edition and its
 * users and roles, as far as they matter to visitors and editors.
 */
public final class SystemContent {
    /** The workspaces that every instance has. */
    private static final List<String> WORKSPACES = List.of("config", "website", "dam", Versions.WORKSPACE);

    private static final List<String> OF_BOTH = List.of(
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
        AUTHOR("author/userroles.anonymous.yaml"),
        /** What visitors see; with a user {@code member}, for whoever wants to see what members see. */
        PUBLIC("public/userroles.anonymous.yaml", "public/users.public.member.yaml");

        private final List<String> files;

        Instance(String... files) {
            this.files = List.of(files);
        }
    }

    /** Whether the system content is there. */
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
     * @param instance which kind it is: {@code anonymous} may do more on a public one
     */
    public static void install(ContentRepository repository, Instance instance) throws RepositoryException {
        for (String workspace : WORKSPACES) {
            repository.createWorkspace(workspace);
        }
        List<String> names = new ArrayList<>();
        if (!has(repository, "config", SiteLocales.PATH)) {
            names.add(LOCALES);
        }
        if (!has(repository, ContentRepository.USERS, "/system")) {
            names.addAll(OF_BOTH);
            names.addAll(instance.files);
        }
        Bootstrap.run(repository, names.stream().map(SystemContent::read).toList());
    }

    private static Bootstrap.File read(String name) {
        try {
            return new Bootstrap.File(name, ContentRepository.text("bootstrap/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a workspace that a module declares, and lets the role {@code superuser} do everything in it, as Magnolia's
     * {@code SetupModuleRepositoriesTask} does. Both only if it is not so already. The system content must be installed.
     */
    public static void addWorkspace(ContentRepository repository, String workspace) throws RepositoryException {
        repository.createWorkspace(workspace);
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            Session roles = sessions.session(ContentRepository.ROLES);
            String list = "/superuser/acl_" + workspace;
            if (!roles.nodeExists(list)) {
                Node entry = JcrUtils.getOrCreateByPath(list + "/0", "mgnl:contentNode", roles);
                entry.setProperty("path", "/*");
                entry.setProperty("permissions", 63);
                roles.save();
            }
        }
    }
}
