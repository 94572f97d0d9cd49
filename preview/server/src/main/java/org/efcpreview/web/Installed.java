package org.efcpreview.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.RepositoryException;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Damage;
import org.definitioncheck.resource.Resources;
import org.efcpreview.repository.Bootstrap;
import org.efcpreview.repository.Home;
import org.efcpreview.repository.Users;

/**
 * What a server shows: the modules' files, and the content of both instances, in which the modules have been installed.
 *
 * @param home where the content is, for this server alone
 */
record Installed(
        Resources resources,
        LiveModules modules,
        Home home,
        Installation.Content content,
        Users authors,
        Users visitors)
        implements AutoCloseable {

    /**
     * Opens it all, and installs what is not installed yet. Nothing stays open if that fails.
     *
     * @throws ProblemsException if a module is not as Magnolia wants it: everything that is wrong at once
     */
    static Installed open(Options options) throws RepositoryException {
        Resources resources = new Resources(
                Files.isDirectory(options.light()) || !options.light().equals(Options.DEFAULT.light())
                        ? List.of(options.light())
                        : List.of(),
                List.of(options.module()));
        Home home = null;
        Installation.Content content = null;
        try {
            LiveModules modules = new LiveModules(resources);
            Installation installation = new Installation(
                    modules.current().files(), modules.current().modules());
            List<Bootstrap.File> config = new ArrayList<>();
            if (options.config().isPresent()) {
                Path file = options.config().get();
                config.add(new Bootstrap.File(file.getFileName().toString(), Damage.text(file)));
                Bootstrap.names(config.get(0));
            }
            home = Home.enter(options.home());
            if (options.fresh()) {
                home.clear();
            }
            content = installation.open(home);
            Bootstrap.run(content.author(), config);
            Bootstrap.run(content.visible(), config);
            return new Installed(
                    resources, modules, home, content, new Users(content.author()), new Users(content.visible()));
        } catch (RepositoryException | RuntimeException e) {
            if (content != null) {
                content.close();
            }
            if (home != null) {
                home.close();
            }
            resources.close();
            throw e;
        }
    }

    /** The names of those who have the password that everybody knows, on either instance. */
    Set<String> withDefaultPassword() throws RepositoryException {
        Set<String> names = new TreeSet<>(authors.withDefaultPassword());
        names.addAll(visitors.withDefaultPassword());
        return names;
    }

    /** Closes the content before others may have its home. */
    @Override
    public void close() {
        try (resources;
                home) {
            content.close();
        }
    }
}
