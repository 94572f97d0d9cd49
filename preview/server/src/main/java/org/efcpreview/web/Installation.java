package org.efcpreview.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.definitioncheck.module.ModuleDescriptor;
import org.definitioncheck.module.Modules;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.efcpreview.repository.Bootstrap;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Home;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.Publication;
import org.efcpreview.repository.SystemContent;

/**
 * Installs modules as Magnolia does when it first meets them: workspaces and node types of all modules, then each
 * module's bootstrap files (rules: {@code info.magnolia.module.DefaultModuleVersionHandler}). What is installed is not
 * touched again: an update of a module imports nothing.
 *
 * <p>Samples go to the author instance and are published from there. And what an administrator does on a public Magnolia
 * is done: the user anonymous gets the role {@code <module>-visitor} of each module that brings one, and the user member also
 * {@code <module>-member}.
 */
final class Installation {
    private final Resources resources;
    private final Modules modules;

    Installation(Resources resources, Modules modules) {
        this.resources = resources;
        this.modules = modules;
    }

    /**
     * The content of both instances.
     *
     * @param author what authors work on
     * @param visible what visitors see
     */
    record Content(ContentRepository author, ContentRepository visible) implements AutoCloseable {
        @Override
        public void close() {
            try {
                author.close();
            } finally {
                visible.close();
            }
        }
    }

    /**
     * Opens the content of both instances, and installs what is not installed yet: all of it, or nothing if that fails or the
     * process is killed on the way. A publication that a kill has interrupted is carried through.
     *
     * @throws RepositoryException if content is missing that was there, something cannot be installed, or a repository fails
     */
    Content open(Home home) throws RepositoryException {
        if (!home.isNew()) {
            Content content = openBoth(home);
            if (isInstalled(content)) {
                return content;
            }
            content.close();
        }
        home.begin();
        try (Content content = openBoth(home)) {
            install(content);
        }
        home.finish();
        // Jackrabbit lists properties in another order while it still has in memory what was just written. Read from
        // the
        // disk, they come in the order that every later start, and Magnolia, gives them.
        return openBoth(home);
    }

    private Content openBoth(Home home) throws RepositoryException {
        ContentRepository author = open(home.author());
        ContentRepository visible = null;
        try {
            visible = open(home.visible());
            new Publication(author, visible).resume();
            return new Content(author, visible);
        } catch (RepositoryException | RuntimeException e) {
            author.close();
            if (visible != null) {
                visible.close();
            }
            throw e;
        }
    }

    private ContentRepository open(Path directory) throws RepositoryException {
        ContentRepository repository = ContentRepository.open(directory);
        try {
            for (ModuleDescriptor module : modules.inOrder()) {
                for (ModuleDescriptor.Repository declared : module.repositories()) {
                    if (declared.nodeTypeFile().isPresent()) {
                        registerNodeTypes(repository, module, declared);
                    }
                }
            }
            return repository;
        } catch (RepositoryException | RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    private void registerNodeTypes(
            ContentRepository repository, ModuleDescriptor module, ModuleDescriptor.Repository declared)
            throws RepositoryException {
        String file = declared.nodeTypeFile().orElseThrow();
        Resource types = resources
                .find(file)
                .orElseThrow(() -> new RepositoryException(
                        module.file() + ":" + declared.line() + ": there is no nodeTypeFile " + file));
        repository.registerNodeTypes(file, types.reader());
    }

    private boolean isInstalled(Content content) throws RepositoryException {
        for (ContentRepository repository : List.of(content.author(), content.visible())) {
            if (!SystemContent.isInstalled(repository)) {
                return false;
            }
            for (ModuleDescriptor module : modules.inOrder()) {
                if (!isInstalled(repository, module) || !repository.workspaces().containsAll(module.workspaces())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Imports what is not installed yet, and publishes what of it is public. */
    private void install(Content content) throws RepositoryException {
        ContentRepository author = content.author();
        ContentRepository visible = content.visible();
        SystemContent.install(author, SystemContent.Instance.AUTHOR);
        SystemContent.install(visible, SystemContent.Instance.PUBLIC);
        for (ModuleDescriptor module : modules.inOrder()) {
            for (String workspace : module.workspaces()) {
                SystemContent.addWorkspace(author, workspace);
                SystemContent.addWorkspace(visible, workspace);
            }
        }
        for (ModuleDescriptor module : modules.inOrder()) {
            List<Bootstrap.File> files = files("/mgnl-bootstrap/" + module.name() + "/", module);
            if (!isInstalled(author, module)) {
                Bootstrap.run(author, files);
                Bootstrap.run(author, files("/mgnl-bootstrap-samples/" + module.name() + "/", module));
                setInstalled(author, module);
            }
            if (!isInstalled(visible, module)) {
                Bootstrap.run(visible, files);
                giveRole(visible, "/system/anonymous", module.name() + "-visitor");
                giveRole(visible, "/public/member", module.name() + "-visitor");
                giveRole(visible, "/public/member", module.name() + "-member");
                setInstalled(visible, module);
            }
        }
        Publication publication = new Publication(author, visible);
        for (String workspace : published()) {
            publication.publishInstalled(workspace);
        }
    }

    private List<String> published() {
        List<String> workspaces = new ArrayList<>(List.of("dam"));
        modules.inOrder().forEach(module -> workspaces.addAll(module.workspaces()));
        workspaces.add("website");
        return workspaces;
    }

    private List<Bootstrap.File> files(String folder, ModuleDescriptor module) throws RepositoryException {
        List<Bootstrap.File> files = new ArrayList<>();
        if (module.light()) {
            // Magnolia never imports anything of a light module.
            return files;
        }
        for (Resource resource : resources.all().toList()) {
            if (!resource.path().startsWith(folder)) {
                continue;
            }
            if (resource.path().endsWith(".xml")) {
                throw new RepositoryException(
                        resource.path() + ": bootstrap files in XML are not supported here; write YAML");
            }
            if (resource.path().endsWith(".yaml")) {
                files.add(new Bootstrap.File(resource.path(), resource.text()));
            }
        }
        return files;
    }

    /** As Magnolia: the version stands in the module's node of the configuration once everything has been imported. */
    private static boolean isInstalled(ContentRepository repository, ModuleDescriptor module)
            throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            return sessions.session("config").propertyExists("/modules/" + module.name() + "/version");
        }
    }

    private static void setInstalled(ContentRepository repository, ModuleDescriptor module) throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            Session config = sessions.session("config");
            Node modules = JcrUtils.getOrAddNode(config.getRootNode(), "modules", "mgnl:content");
            JcrUtils.getOrAddNode(modules, module.name(), "mgnl:content").setProperty("version", module.version());
            config.save();
        }
    }

    private static void giveRole(ContentRepository repository, String user, String role) throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            Session roles = sessions.session("userroles");
            Session users = sessions.session("users");
            if (roles.nodeExists("/" + role)) {
                JcrUtils.getOrAddNode(users.getNode(user), "roles", "mgnl:contentNode")
                        .setProperty(role, roles.getNode("/" + role).getIdentifier());
                users.save();
            }
        }
    }
}
