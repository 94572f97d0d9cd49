package org.efccommand;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.jcr.Session;
import org.efccommand.archive.PreviewHome;
import org.efccommand.bag.Bag;
import org.efccommand.bag.Packages;
import org.efcevents.desk.WrittenFindings;
import org.efcpreview.site.SiteLocales;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether something is as it should be. */
@Command(
        name = "validate",
        description = "Looks whether a package is complete and unchanged, or what is missing or wrong in an archive.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "BAG|preview:HOME",
            description = "a package, which is a folder or a ZIP file; or a preview's home that is not running")
    private String what;

    @Option(names = "--csv", description = "of a preview's archive: as a table for spreadsheets")
    private boolean csv;

    @Mixin
    private ModuleFiles files;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        boolean wrong = what.startsWith("preview:")
                ? isWrong(files.home(new Place.Converter().convert(what).path()), out)
                : isWrong(Path.of(what), out);
        out.flush();
        return wrong ? Failure.NOT_RIGHT : 0;
    }

    private boolean isWrong(PreviewHome home, PrintWriter out) throws Exception {
        if (home.isNew()) {
            throw new Failure(Failure.NOT_RIGHT, "There is no preview's home at " + home.folder());
        }
        return home.read(sessions -> {
            SiteLocales site = SiteLocales.read(sessions.of("author", "config"));
            Session archive = sessions.of("author", "efc-events");
            return WrittenFindings.write(archive, files.archivePage(), site.defaultLocale(), site.locales(), csv, out);
        });
    }

    private static boolean isWrong(Path bag, PrintWriter out) throws Exception {
        if (Files.notExists(bag)) {
            throw new Failure(Failure.NOT_RIGHT, "There is no " + bag);
        }
        List<String> problems = Packages.with(bag, Bag::problems).orElse(List.of("There is no package in " + bag));
        problems.forEach(out::println);
        if (problems.isEmpty()) {
            out.println("The package is complete and unchanged.");
        }
        return !problems.isEmpty();
    }
}
