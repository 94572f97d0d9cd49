package org.efccommand;

import java.io.PrintWriter;
import java.util.Locale;
import org.efcpreview.repository.RepositoryInUseException;
import org.efcpreview.web.StartException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brings events into an archive, and takes the archive out, from the command line. */
@Command(
        name = "efc-events",
        header = "Reads old pages, tables and calendars, takes an archive out as a package, and brings either in.",
        description = {
            "",
            "Nothing is written to an archive without --write. What it does is told on the standard error, what it finds on"
                    + " the standard output."
        },
        footerHeading = "%nExit statuses:%n",
        footer = {
            "  0  done, or nothing to do",
            "  1  something is not right; the message names it",
            "  2  the command line cannot be meant",
            "  3  the target, or the source, has refused",
            "  4  it broke on the way: no answer, no room on the disk"
        },
        mixinStandardHelpOptions = true,
        version = "efc-events-command 0.1.0-SNAPSHOT",
        subcommands = {
            ReadCommand.class,
            ExportCommand.class,
            ValidateCommand.class,
            ImportCommand.class,
            BackupCommand.class,
            CheckCommand.class
        })
public final class EfcEvents implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Ends with the status that the help tells. */
    public static void main(String[] arguments) {
        int status = commandLine().execute(arguments);
        // Threads of a client or a server need not be waited for.
        System.exit(status);
    }

    /** Reads the command line and does what it says. */
    public static CommandLine commandLine() {
        return new CommandLine(new EfcEvents())
                .registerConverter(
                        Locale.class,
                        tag -> new Locale.Builder().setLanguageTag(tag).build())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    CommandLine command = wrong.getCommandLine();
                    command.getErr().println(wrong.getMessage() + " (--help lists the options)");
                    return command.getCommandSpec().exitCodeOnInvalidInput();
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    PrintWriter err = command.getErr();
                    if (failure instanceof Failure known) {
                        err.println(known.getMessage());
                        return known.status();
                    }
                    err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
                    boolean refused = failure instanceof StartException || failure instanceof RepositoryInUseException;
                    return refused ? Failure.REFUSED : Failure.BROKEN;
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do");
    }
}
