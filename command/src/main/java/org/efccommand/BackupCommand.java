package org.efccommand;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.efccommand.home.StoredHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies all that a preview stores. */
@Command(
        name = "backup",
        description =
                "Copies all that a preview stores, to a folder that is a home then, and looks whether it is whole.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "preview:HOME",
            converter = Place.Converter.class,
            description = "a preview's home that is not running")
    private Place home;

    @Parameters(paramLabel = "DIR", description = "a folder that is not there yet")
    private Path copy;

    @Override
    public Integer call() throws Exception {
        new StoredHome(home.home()).copyTo(copy);
        boolean whole = new StoredHome(copy)
                .check(false, line -> spec.commandLine().getOut().println(line));
        spec.commandLine()
                .getOut()
                .println("Copied to " + copy + (whole ? "; all is whole." : ", with all that is wrong in the home."));
        return whole ? 0 : Failure.NOT_RIGHT;
    }
}
