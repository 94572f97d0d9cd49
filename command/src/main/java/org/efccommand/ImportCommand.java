package org.efccommand;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.efccommand.archive.BootstrapImport;
import org.efccommand.archive.Comparison;
import org.efccommand.archive.Packages;
import org.efccommand.archive.PreviewImport;
import org.efccommand.bag.Bag;
import org.efccommand.preview.PreviewHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings something into an archive. */
@Command(
        name = "import",
        description =
                "Brings a package into an archive, node for node. Tells what would change; changes it with --write.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BAG", description = "a package that export has made, a folder or a ZIP file")
    private Path file;

    @Option(
            names = "--into",
            required = true,
            paramLabel = "preview:HOME|bootstrap:DIR",
            converter = Place.Converter.class,
            description =
                    "a preview's home that is not running, and that is made if it is not there; or a new folder for files"
                            + " that a Magnolia bootstraps")
    private Place into;

    @Option(names = "--write", description = "do it; without this, it is only told what would be done")
    private boolean write;

    @Option(
            names = "--replace",
            description = "with --write: also change and take away what is there and not in the package")
    private boolean replace;

    @Mixin
    private Credentials credentials;

    @Mixin
    private ModuleFiles files;

    @Override
    public Integer call() throws Failure, IOException {
        if (!Files.exists(file)) {
            throw new Failure(Failure.NOT_RIGHT, "There is no " + file);
        }
        return Packages.with(file, this::bring);
    }

    private int bring(Bag bag) throws Failure, IOException {
        List<String> problems = bag.problems();
        if (!problems.isEmpty()) {
            problems.forEach(spec.commandLine().getErr()::println);
            throw new Failure(Failure.NOT_RIGHT, "The package is not as it was made; nothing was written");
        }
        Progress progress = new Progress(spec.commandLine().getErr(), Place.isTerminal());
        return into.kind() == Place.Kind.PREVIEW
                ? intoPreview(bag, files.home(into.path()), progress)
                : intoBootstrap(bag);
    }

    private int intoPreview(Bag bag, PreviewHome home, Progress progress) throws Failure, IOException {
        PreviewImport archive = new PreviewImport(bag, home, progress);
        boolean made = home.isNew();
        List<Comparison> differences = archive.compare();
        progress.clear();
        PrintWriter out = spec.commandLine().getOut();
        differences.forEach(out::println);
        if (differences.stream().allMatch(Comparison::isNone)) {
            out.println("The archive is as it is in the package: there is nothing to do.");
        } else if (!write) {
            out.println("Nothing was written: --write does it.");
        } else if (!made && !replace && differences.stream().anyMatch(Comparison::loses)) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    "What is there would be changed or taken away; nothing was written. --replace does that too");
        } else {
            if (made) {
                progress.begin("Installing the module");
                home.install();
            }
            archive.write(made ? archive.compare() : differences);
            progress.clear();
            out.println("All of it was written; the archive is as it is in the package.");
        }
        out.flush();
        return 0;
    }

    private int intoBootstrap(Bag bag) throws Failure, IOException {
        PrintWriter out = spec.commandLine().getOut();
        BootstrapImport archive = new BootstrapImport(bag, into.path());
        archive.names().forEach((name, nodes) -> out.println(name + ": " + nodes + " nodes"));
        if (write) {
            archive.write();
        }
        out.println(write ? "Written into " + into.path() : "Nothing was written: --write does it.");
        out.flush();
        return 0;
    }
}
