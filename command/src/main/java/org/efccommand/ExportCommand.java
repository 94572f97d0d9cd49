package org.efccommand;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efccommand.archive.Export;
import org.efccommand.rest.Magnolia;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes a whole archive out. */
@Command(
        name = "export",
        description = "Takes a whole archive out into a preservation package (BagIt, RFC 8493).",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "preview:HOME|ADDRESS",
            converter = Place.Converter.class,
            description = "a preview's home that is not running, or the address of a site's pages for visitors")
    private Place from;

    @Option(
            names = "--author",
            paramLabel = "ADDRESS",
            description = "with an address: the author instance, whose nodes REST gives the content for the way back;"
                    + " without it, pages and channels only")
    private Optional<URI> author = Optional.empty();

    @Option(names = "--to", required = true, paramLabel = "BAG", description = "where the package will be")
    private Path to;

    @Option(names = "--zip", description = "as one ZIP file in place of a folder")
    private boolean zip;

    @Option(
            names = "--organisation",
            paramLabel = "NAME",
            description = "whose archive it is (Source-Organization in bag-info.txt)")
    private Optional<String> organisation = Optional.empty();

    @Option(
            names = "--start",
            split = ",",
            paramLabel = "PAGE",
            defaultValue = "events.html,speakers.html,work-packages.html",
            description = "the pages that lead to all others (default ${DEFAULT-VALUE})")
    private List<String> starts;

    @Option(names = "--date", paramLabel = "DAY", description = "Bagging-Date (default: today)")
    private Optional<LocalDate> day = Optional.empty();

    @Mixin
    private Credentials credentials;

    @Mixin
    private ModuleFiles files;

    @Override
    public Integer call() throws Exception {
        Progress progress = new Progress(spec.commandLine().getErr(), Place.isTerminal());
        Export export =
                new Export(starts, organisation, day.orElseGet(() -> LocalDate.now(Clock.systemUTC())), progress);
        Export.Result result;
        if (from.kind() == Place.Kind.PREVIEW) {
            result = export.of(files.home(from.path()), to, zip);
        } else if (from.kind() == Place.Kind.ADDRESS) {
            Optional<Magnolia> content = Optional.empty();
            if (author.isPresent()) {
                content = Optional.of(credentials.magnolia(Place.slashed(author.get())));
            }
            result = export.of(from.address(), content, to, zip);
        } else {
            throw new ParameterException(spec.commandLine(), "--from is preview:HOME or an address");
        }
        result.missing().forEach(missing -> spec.commandLine().getErr().println("Not for visitors: " + missing));
        spec.commandLine().getOut().println(result.place());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
