package org.efcpreview;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;
import org.efcpreview.web.StartException;

/** Starts the preview server from the command line. */
public final class Preview {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Preview() {}

    /**
     * Starts a server and runs until it is stopped. Exit codes: 0 when it has ended or was asked for help only, 1 when
     * it, or the change of a password, could not be started, 2 when the command line is wrong.
     *
     * @param arguments see {@link Options#HELP}
     */
    public static void main(String[] arguments) {
        Optional<Options> options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(MISUSED);
            return;
        }
        if (options.isEmpty()) {
            System.out.print(Options.HELP);
            return;
        }
        try {
            if (options.get().password().isPresent()) {
                setPassword(options.get(), options.get().password().get());
            } else {
                run(options.get());
            }
        } catch (IOException | StartException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
                  In French       %1$sfr/events.html
                  REST            %1$s.rest/delivery/efc-events/v1
                  Authors         %2$s.magnolia/admincentral
                %n""",
                server.address(), server.authorAddress());
        System.out.flush();
        server.join();
    }
}
