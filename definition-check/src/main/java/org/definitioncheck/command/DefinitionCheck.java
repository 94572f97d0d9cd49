package org.definitioncheck.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.Severity;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks modules from the command line. */
@Command(
        name = "definition-check",
        header = "Finds in modules what Magnolia would report or stumble over, without a Magnolia.",
        synopsisHeading = "%n  ",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = DefinitionCheck.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no problem of that severity", "1:at least one", "2:wrong usage, or a file cannot be read"},
        exitCodeOnExecutionException = CommandLine.ExitCode.USAGE)
public final class DefinitionCheck implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|JAR",
            description = "what to check: a Maven project, a jar or what is in one, a light module or a folder of such")
    private List<Path> checked;

    @Option(
            names = "--with",
            paramLabel = "DIR|JAR",
            description = "what that needs: modules, or a jar with classes of definitions; read, but not checked")
    private List<Path> libraries = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "SILENT",
            description = "the least severity that counts (default ${DEFAULT-VALUE}), of ${COMPLETION-CANDIDATES}")
    private Severity failOn;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Report.Format format;

    @Option(
            names = "--facts",
            paramLabel = "FILE",
            description = "what another Magnolia knows, written as magnolia-6.2.yaml in this program's sources")
    private Path facts;

    /** Runs the command in a process of its own. */
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != CommandLine.ExitCode.OK) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new DefinitionCheck())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    String what = wrong.getMessage().replaceAll("\\s*\n\\s*", " ");
                    wrong.getCommandLine().getErr().println(what + " (--help lists the options)");
                    return CommandLine.ExitCode.USAGE;
                });
    }

    /** @return 1 if there is a problem that counts, else 0 */
    @Override
    public Integer call() {
        try (Resources own = new ModuleFolders().withModules(checked).resources()) {
            ModuleFolders folders = new ModuleFolders().withModules(checked).withLibraries(libraries);
            Report report = report(folders, own);
            report.print(format, spec.commandLine().getOut());
            return report.problems().stream()
                            .anyMatch(problem -> problem.severity().compareTo(failOn) <= 0)
                    ? 1
                    : 0;
        } catch (IllegalArgumentException | IOException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Report report(ModuleFolders folders, Resources own) throws IOException {
        MagnoliaFacts known = facts == null ? MagnoliaFacts.read() : MagnoliaFacts.read(facts);
        try (Resources resources = folders.resources();
                Resources code = folders.code()) {
            Check check = Check.of(resources, code, known);
            List<Problem> problems = check.problems().stream()
                    .filter(problem -> own.find(problem.file()).isPresent()
                            || resources.find(problem.file()).isEmpty())
                    .map(problem -> named(problem, own))
                    .toList();
            return new Report(check.modules(), problems);
        }
    }

    private static Problem named(Problem problem, Resources own) {
        String file =
                own.find(problem.file()).map(Resource::file).map(Report::name).orElse(problem.file());
        return new Problem(file, problem.line(), problem.severity(), problem.what());
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            try (BufferedReader text = new BufferedReader(new InputStreamReader(
                    DefinitionCheck.class.getResourceAsStream("version.txt"), StandardCharsets.UTF_8))) {
                return new String[] {
                    "definition-check " + text.readLine(),
                    "knows Magnolia " + MagnoliaFacts.read().version()
                };
            }
        }
    }
}
