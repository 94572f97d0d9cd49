package org.efccommand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.efccommand.archive.Packages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether a package is complete and unchanged. */
@Command(
        name = "validate",
        description = "Looks whether a package is complete and unchanged.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BAG", description = "a folder or a ZIP file")
    private Path bag;

    @Override
    public Integer call() throws Failure, IOException {
        if (Files.notExists(bag)) {
            throw new Failure(Failure.NOT_RIGHT, "There is no " + bag);
        }
        List<String> problems = Packages.with(bag, opened -> opened.problems());
        problems.forEach(problem -> spec.commandLine().getOut().println(problem));
        if (problems.isEmpty()) {
            spec.commandLine().getOut().println("The package is complete and unchanged.");
        }
        spec.commandLine().getOut().flush();
        return problems.isEmpty() ? 0 : Failure.NOT_RIGHT;
    }
}
