package org.efcpreview.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
record Installation(Resources resources, Modules modules) {
    /** What authors work on, and what visitors see. */
    record Content(ContentRepository author, ContentRepository visible) implements AutoCloseable {
        @Override
        public void close() {
            try (visible) {
                author.close();
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
        // the disk, they come in the order that every later start, and Magnolia, gives them.
        return openBoth(home);
    }

    /** Reads what is going to be registered. @throws IllegalArgumentException if it cannot be read; it has file and line */
    void check() {
        for (ModuleDescriptor module : modules.inOrder()) {
            for (Resource types : nodeTypes(module)) {
                ContentRepository.checkNodeTypes(types.path(), types.text());
            }
        }
    }

    private Content openBoth(Home home) throws RepositoryException {
        List<ContentRepository> opened = new ArrayList<>();
        try {
            for (Path directory : List.of(home.author(), home.visible())) {
                opened.add(ContentRepository.open(directory));
                registerNodeTypes(opened.get(opened.size() - 1));
            }
            new Publication(opened.get(0), opened.get(1)).resume();
            return new Content(opened.get(0), opened.get(1));
        } catch (RepositoryException | RuntimeException e) {
            opened.forEach(ContentRepository::close);
            throw e;
        }
    }

    private void registerNodeTypes(ContentRepository repository) throws RepositoryException {
        for (ModuleDescriptor module : modules.inOrder()) {
            for (Resource types : nodeTypes(module)) {
                repository.registerNodeTypes(types.path(), types.reader());
            }
        }
    }

    private List<Resource> nodeTypes(ModuleDescriptor module) {
        List<Resource> files = new ArrayList<>();
        for (ModuleDescriptor.Repository declared : module.repositories()) {
            if (declared.nodeTypeFile().isPresent()) {
                String file = declared.nodeTypeFile().get();
                files.add(resources
                        .find(file)
                        .orElseThrow(() -> new IllegalArgumentException(
                                module.file() + ":" + declared.line() + ": there is no nodeTypeFile " + file)));
            }
        }
        return files;
    }

    private boolean isInstalled(Content content) throws RepositoryException {
        for (ContentRepository repository : List.of(content.author(), content.visible())) {
            boolean installed = SystemContent.isInstalled(repository);
            for (ModuleDescriptor module : modules.inOrder()) {
                installed &= isInstalled(repository, module)
                        && repository.workspaces().containsAll(module.workspaces());
            }
            if (!installed) {
                return false;
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
        List<String> published = new ArrayList<>(List.of("dam"));
        modules.inOrder().forEach(module -> published.addAll(module.workspaces()));
        published.add("website");
        for (String workspace : published) {
            new Publication(author, visible).publishInstalled(workspace);
        }
    }

    private List<Bootstrap.File> files(String folder, ModuleDescriptor module) throws RepositoryException {
        List<Bootstrap.File> files = new ArrayList<>();
        if (module.light()) {
            // Magnolia never imports anything of a light module.
            return files;
        }
        for (Resource resource : resources.all().toList()) {
            String path = resource.path();
            if (path.startsWith(folder) && path.endsWith(".xml")) {
                throw new RepositoryException(path + ": bootstrap files in XML are not supported here; write YAML");
            }
            if (path.startsWith(folder) && path.endsWith(".yaml")) {
                files.add(new Bootstrap.File(path, resource.text()));
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
            JcrUtils.getOrCreateByPath("/modules/" + module.name(), "mgnl:content", config)
                    .setProperty("version", module.version());
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
