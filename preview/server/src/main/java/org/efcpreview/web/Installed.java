package org.efcpreview.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.RepositoryException;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Resources;
import org.efcpreview.rendering.TemplateCheck;
import org.efcpreview.repository.Bootstrap;
import org.efcpreview.repository.Home;
import org.efcpreview.repository.Users;
import org.efcpreview.templating.ContextAttributes;

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
    static Installed open(Options options) throws RepositoryException, IOException {
        Resources resources = new Resources(
                Files.isDirectory(options.light()) || !options.light().equals(Options.DEFAULT.light())
                        ? List.of(options.light())
                        : List.of(),
                List.of(options.module()));
        Home home = null;
        Installation.Content content = null;
        try {
            LiveModules modules = modules(resources);
            home = Home.enter(options.home());
            if (options.fresh()) {
                home.clear();
            }
            content = new Installation(resources, modules.current().modules()).open(home);
            if (options.config().isPresent()) {
                Path file = options.config().get();
                List<Bootstrap.File> files =
                        List.of(new Bootstrap.File(file.getFileName().toString(), Files.readString(file)));
                Bootstrap.run(content.author(), files);
                Bootstrap.run(content.visible(), files);
            }
            return new Installed(
                    resources, modules, home, content, new Users(content.author()), new Users(content.visible()));
        } catch (RepositoryException | IOException | RuntimeException e) {
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

    /** The definitions, checked together with the scripts. */
    private static LiveModules modules(Resources resources) {
        List<Problem> problems =
                new TemplateCheck(new ContextAttributes(Map.of(), Optional.empty())).problems(resources);
        try {
            LiveModules modules = new LiveModules(resources);
            if (problems.isEmpty()) {
                return modules;
            }
        } catch (ProblemsException e) {
            problems.addAll(e.problems());
        }
        throw new ProblemsException(problems);
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
