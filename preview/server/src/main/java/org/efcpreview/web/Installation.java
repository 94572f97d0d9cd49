package org.efcpreview.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.definitioncheck.module.ModuleDescriptor;
import org.definitioncheck.module.Modules;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.efcpreview.repository.Bootstrap;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Publication;
import org.efcpreview.repository.SystemContent;
import org.efcpreview.repository.User;

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

    /** Opens both instances' content in a home directory, and makes what Magnolia itself brings on first use. */
    Content open(Path home) throws RepositoryException {
        ContentRepository author = open(home.resolve("author"), SystemContent.Instance.AUTHOR);
        try {
            return new Content(author, open(home.resolve("public"), SystemContent.Instance.PUBLIC));
        } catch (RepositoryException | RuntimeException e) {
            author.close();
            throw e;
        }
    }

    private ContentRepository open(Path home, SystemContent.Instance kind) throws RepositoryException {
        ContentRepository repository = ContentRepository.open(home);
        try {
            SystemContent.install(repository, kind);
            for (ModuleDescriptor module : modules.inOrder()) {
                for (ModuleDescriptor.Repository declared : module.repositories()) {
                    for (String workspace : declared.workspaces()) {
                        SystemContent.addWorkspace(repository, workspace);
                    }
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

    /**
     * Imports what is not installed yet, and publishes what of it is public.
     *
     * @return whether there was anything to install
     */
    boolean install(Content content) throws RepositoryException {
        ContentRepository author = content.author();
        ContentRepository visible = content.visible();
        boolean installed = false;
        for (ModuleDescriptor module : modules.inOrder()) {
            List<Bootstrap.File> files = files("/mgnl-bootstrap/" + module.name() + "/", module);
            if (!isInstalled(author, module)) {
                Bootstrap.run(author, files);
                Bootstrap.run(author, files("/mgnl-bootstrap-samples/" + module.name() + "/", module));
                installed = true;
                setInstalled(author, module);
            }
            if (!isInstalled(visible, module)) {
                Bootstrap.run(visible, files);
                giveRole(visible, "/system/anonymous", module.name() + "-visitor");
                giveRole(visible, "/public/member", module.name() + "-visitor");
                giveRole(visible, "/public/member", module.name() + "-member");
                installed = true;
                setInstalled(visible, module);
            }
        }
        if (installed) {
            Publication publication = new Publication(author, visible);
            for (String workspace : published()) {
                publication.publishInstalled(workspace);
            }
        }
        return installed;
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
        Session config = repository.login("config", User.SYSTEM);
        try {
            return config.propertyExists("/modules/" + module.name() + "/version");
        } finally {
            config.logout();
        }
    }

    private static void setInstalled(ContentRepository repository, ModuleDescriptor module) throws RepositoryException {
        Session config = repository.login("config", User.SYSTEM);
        try {
            Node modules = child(config.getRootNode(), "modules");
            child(modules, module.name()).setProperty("version", module.version());
            config.save();
        } finally {
            config.logout();
        }
    }

    private static Node child(Node parent, String name) throws RepositoryException {
        return parent.hasNode(name) ? parent.getNode(name) : parent.addNode(name, "mgnl:content");
    }

    private static void giveRole(ContentRepository repository, String user, String role) throws RepositoryException {
        Session roles = repository.login("userroles", User.SYSTEM);
        Session users = repository.login("users", User.SYSTEM);
        try {
            if (roles.nodeExists("/" + role)) {
                Node node = users.getNode(user);
                Node given = node.hasNode("roles") ? node.getNode("roles") : node.addNode("roles", "mgnl:contentNode");
                given.setProperty(role, roles.getNode("/" + role).getIdentifier());
                users.save();
            }
        } finally {
            roles.logout();
            users.logout();
        }
    }
}
