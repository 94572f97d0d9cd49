package org.efccommand;

import java.util.concurrent.Callable;
import org.efccommand.home.StoredHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether what a preview stores is whole. */
@Command(
        name = "check",
        description = "Looks at everything that a preview stores: nodes, references, and files by their digests.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "preview:HOME",
            converter = Place.Converter.class,
            description = "a preview's home that is not running")
    private Place home;

    @Option(names = "--repair", description = "mend what can be mended without losing anything")
    private boolean repair;

    @Override
    public Integer call() throws Exception {
        boolean whole = new StoredHome(home.home())
                .check(repair, line -> spec.commandLine().getOut().println(line));
        spec.commandLine().getOut().println(whole ? "All is whole." : "Not all is whole.");
        return whole ? 0 : Failure.NOT_RIGHT;
    }
}
