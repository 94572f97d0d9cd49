package org.efccommand;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efccommand.bag.Packages;
import org.efccommand.source.NewNodes;
import org.efccommand.source.SourceImport;
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
                "Brings a package into an archive, node for node, or the events that a file states, such as an old page."
                        + " Tells what would change; changes it with --write.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "BAG|FILE",
            description = "a package that export has made, a folder or a ZIP file; or a file that states events")
    private Path file;

    @Option(
            names = "--into",
            required = true,
            paramLabel = "preview:HOME|bootstrap:DIR|ADDRESS",
            converter = Place.Converter.class,
            description =
                    "a preview's home that is not running, and that is made if it is not there; or a new folder for files"
                            + " that a Magnolia bootstraps; or the address of a Magnolia's author instance")
    private Place into;

    @Option(names = "--write", description = "do it; without this, it is only told what would be done")
    private boolean write;

    @Option(
            names = "--replace",
            description = "a package into a preview: also change and take away what is there and not in the package")
    private boolean replace;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description =
                    "a file into a Magnolia: where its events are kept until all are sent (default: FILE.journal)")
    private Optional<Path> journal = Optional.empty();

    @Option(
            names = "--title",
            paramLabel = "TITLE",
            description =
                    "what a file is called where its events say where they come from (default: what it calls itself)")
    private Optional<String> title = Optional.empty();

    @Option(names = "--address", paramLabel = "ADDRESS", description = "where a file was on the Web")
    private Optional<URI> address = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "superuser",
            description = "the editor who is said to have brought a file into a preview (default ${DEFAULT-VALUE})")
    private String by;

    @Mixin
    private ReadingOptions how;

    @Mixin
    private Credentials credentials;

    @Mixin
    private ModuleFiles files;

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(file)) {
            throw new Failure(Failure.NOT_RIGHT, "There is no " + file);
        }
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr(), Place.isTerminal());
        try {
            Optional<Integer> status =
                    Packages.with(file, bag -> ofPackage(new PackageBringing(bag, write, out, progress)));
            return status.isPresent() ? status.get() : ofFile(out, progress);
        } finally {
            progress.clear();
            out.flush();
        }
    }

    private int ofPackage(PackageBringing bringing) throws Exception {
        return switch (into.kind()) {
            case PREVIEW -> bringing.intoPreview(files.home(into.path()), replace);
            case BOOTSTRAP -> bringing.intoBootstrap(into.path(), files.scratch());
            case ADDRESS -> bringing.intoMagnolia(credentials.magnolia(into.address()));
        };
    }

    private int ofFile(PrintWriter out, Progress progress) throws Exception {
        SourceImport source = new SourceImport(file, title, address.map(URI::toString), how.reading(), by);
        FileBringing bringing = new FileBringing(source, new NewNodes(files.scratch()), write, out, progress);
        return switch (into.kind()) {
            case PREVIEW -> bringing.intoPreview(files.home(into.path()));
            case BOOTSTRAP -> bringing.intoBootstrap(into.path());
            case ADDRESS -> bringing.intoMagnolia(
                    credentials.magnolia(into.address()),
                    journal.orElseGet(() -> file.toAbsolutePath().resolveSibling(file.getFileName() + ".journal")));
        };
    }
}
