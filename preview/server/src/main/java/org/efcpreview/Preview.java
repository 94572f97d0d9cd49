package org.efcpreview;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;
import org.efcpreview.web.StartException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the preview server from the command line. */
@Command(
        name = "preview",
        header = "Starts the preview server: the module's pages and REST without a Magnolia.",
        synopsisHeading = "%n  mvn -q -f preview -Dexec.args=\"OPTIONS\"%n",
        customSynopsis = "",
        footer = "%nStop it with Ctrl-C.",
        sortOptions = false,
        subcommands = AutoComplete.GenerateCompletion.class)
public final class Preview implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "listen on port N (default ${DEFAULT-VALUE}; 0 takes a free port)")
    private int port;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:preview.root:-}.preview",
            description = "keep the content in DIR (default ${DEFAULT-VALUE})")
    private Path home;

    @Option(names = "--fresh", description = "delete what the home keeps and install anew")
    private boolean fresh;

    @Option(
            names = "--module",
            paramLabel = "DIR",
            defaultValue = "${sys:preview.root:-}target/classes",
            description = "the module's content, a directory or a jar (default ${DEFAULT-VALUE})")
    private Path module;

    @Option(
            names = "--light",
            paramLabel = "DIR",
            defaultValue = "${sys:preview.root:-}light-modules",
            description = "the light modules (default ${DEFAULT-VALUE})")
    private Path light;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "import FILE, a bootstrap file such as config.modules.site.config.site.i18n.yaml, into both instances")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "ADDR",
            defaultValue = "127.0.0.1",
            description = "listen there (default ${DEFAULT-VALUE}); no default passwords where other machines reach it")
    private String host;

    @Option(
            names = "--behind-proxy",
            description =
                    "trust X-Forwarded-For, -Proto, -Host and -Port of a proxy before it; the same about passwords")
    private boolean behindProxy;

    @Option(
            names = "--password",
            paramLabel = "USER",
            description = "give the user a new password and stop: asks for it, or takes a line of the standard input")
    private String password;

    @Option(names = "--help", usageHelp = true, description = "print this and stop")
    private boolean help;

    /** Exit codes: 0 when it has ended or was asked for help only, 1 when it could not be started, 2 for a wrong line. */
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Reads the command line, and tells in one line what is wrong with it. */
    static CommandLine commandLine() {
        return new CommandLine(new Preview())
                .setParameterExceptionHandler((wrong, arguments) -> {
                    CommandLine command = wrong.getCommandLine();
                    command.getErr().println(wrong.getMessage() + " (--help lists the options)");
                    return command.getCommandSpec().exitCodeOnInvalidInput();
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    @Override
    public Integer call() throws IOException, StartException, InterruptedException {
        Options options = options();
        if (password != null) {
            setPassword(options, password);
        } else {
            run(options);
        }
        return 0;
    }

    /** What the command line says, unless an option has a value that cannot be meant ({@link ParameterException}). */
    Options options() {
        for (OptionSpec option : spec.options()) {
            if (option.stringValues().contains("")) {
                throw wrong("The option " + option.longestName() + " needs a value");
            }
        }
        if (port < 0 || port > 65535) {
            throw wrong("The port " + port + " is no number from 0 to 65535");
        }
        if (config.isPresent() && !config.get().getFileName().toString().matches("config\\..+\\.yaml")) {
            throw wrong("The name of " + config.get() + " does not say where in the configuration its content goes:"
                    + " config.<path with dots>.yaml");
        }
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw wrong("The host " + host + " is no address of this machine");
        }
        return new Options(
                host, port, home.normalize(), fresh, module.normalize(), light.normalize(), config, behindProxy);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The password is never an argument: those can be read by everybody on the machine. */
    private static void setPassword(Options options, String user) throws StartException, IOException {
        Console console = System.console();
        String password;
        if (console == null) {
            password = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } else {
            char[] typed = console.readPassword("New password of %s: ", user);
            char[] repeated = console.readPassword("Once more: ");
            if (!Arrays.equals(typed, repeated)) {
                throw new IOException("The two passwords differ; nothing was changed");
            }
            password = typed == null ? null : new String(typed);
        }
        if (password == null) {
            throw new IOException("There is no password on the standard input; nothing was changed");
        }
        PreviewServer.setPassword(options, user, password);
        System.out.println("The password of " + user + " has been changed.");
    }

    private static void run(Options options) throws StartException, InterruptedException {
        PreviewServer server = PreviewServer.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "preview-stop"));
        System.out.printf(
                """
                The preview server is running. Stop it with Ctrl-C.

                  Events          %1$sevents.html
                  Speakers        %1$sspeakers.html
                  Work packages   %1$swork-packages.html
                  REST            %1$s.rest/delivery/efc-events/v1
                  Authors         %2$s.magnolia/admincentral
                %n""",
                server.address(), server.authorAddress());
        System.out.flush();
        server.join();
    }
}
