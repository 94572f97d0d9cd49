package org.efcpreview;

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
     * it could not be started, 2 when the command line is wrong.
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
            run(options.get());
        } catch (StartException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
                  Authors         %2$sevents.html   (superuser / superuser)
                %n""",
                server.address(), server.authorAddress());
        System.out.flush();
        server.join();
    }
}
