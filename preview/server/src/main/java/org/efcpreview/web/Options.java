package org.efcpreview.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the server is started with.
 *
 * @param host the address where it listens
 * @param port where it listens there; 0 for any free port
 * @param home the directory that keeps the content; made if it is not there
 * @param fresh whether what the directory keeps is deleted first
 * @param module the module's content: a directory such as {@code target/classes}, or a jar
 * @param light the folder that holds light modules
 * @param password the user who is to be given a new password instead of a start; empty for a start
 * @param behindProxy whether all requests come through a proxy that says in its headers what visitors asked for
 */
public record Options(
        String host,
        int port,
        Path home,
        boolean fresh,
        Path module,
        Path light,
        Optional<String> password,
        boolean behindProxy) {
    private static final String LOCAL = "127.0.0.1";

    /** A start where only this machine reaches it. */
    public Options(int port, Path home, boolean fresh, Path module, Path light) {
        this(LOCAL, port, home, fresh, module, light, Optional.empty());
    }

    /** Without a proxy. */
    public Options(
            String host, int port, Path home, boolean fresh, Path module, Path light, Optional<String> password) {
        this(host, port, home, fresh, module, light, password, false);
    }

    /** What is taken where the command line says nothing. */
    public static final Options DEFAULT =
            new Options(8080, Path.of(".preview"), false, Path.of("target/classes"), Path.of("light-modules"));

    /** The explanation of the command line. */
    public static final String HELP =
            """
            Starts the preview server: the module's pages and REST without a Magnolia.

              mvn -q -f preview -Dexec.args="OPTIONS"

              --port N      listen on port N (default 8080; 0 takes a free port)
              --home DIR    keep the content in DIR (default .preview)
              --fresh       delete what the home keeps and install anew
              --module DIR  the module's content (default target/classes)
              --light DIR   the light modules (default light-modules)
              --host ADDR   listen on an address that other machines reach (default 127.0.0.1);
                            refused while somebody has a default password
              --behind-proxy  trust the headers Forwarded and X-Forwarded-* of a proxy before it,
                            for addresses, secure cookies and who asks; the same about passwords
              --password U  give the user U a new password, on both instances, and stop:
                            asks for it, or takes the first line of the standard input
              --help        print this and stop

            Stop it with Ctrl-C.
            """;

    /**
     * Reads a command line.
     *
     * @return the options; empty if it asks for help
     * @throws IllegalArgumentException if it cannot be understood; the message is one line
     */
    public static Optional<Options> parse(List<String> arguments) {
        String host = DEFAULT.host;
        int port = DEFAULT.port;
        Path home = DEFAULT.home;
        boolean fresh = DEFAULT.fresh;
        Path module = DEFAULT.module;
        Path light = DEFAULT.light;
        Optional<String> password = DEFAULT.password;
        boolean behindProxy = DEFAULT.behindProxy;
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            // --port=8081 is --port 8081.
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            words.addAll(
                    equals < 0
                            ? List.of(argument)
                            : Arrays.asList(argument.substring(0, equals), argument.substring(equals + 1)));
        }
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--help" -> {
                    return Optional.empty();
                }
                case "--fresh" -> fresh = true;
                case "--behind-proxy" -> behindProxy = true;
                case "--host" -> host = host(value(word, rest));
                case "--port" -> port = port(value(word, rest));
                case "--home" -> home = path(word, rest);
                case "--module" -> module = path(word, rest);
                case "--light" -> light = path(word, rest);
                case "--password" -> password = Optional.of(given(word, rest));
                default -> throw new IllegalArgumentException("Unknown option " + word + " (--help lists the options)");
            }
        }
        return Optional.of(new Options(host, port, home, fresh, module, light, password, behindProxy));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value (--help lists the options)");
        }
        return rest.next();
    }

    private static Path path(String option, Iterator<String> rest) {
        return Path.of(given(option, rest));
    }

    private static String given(String option, Iterator<String> rest) {
        String value = value(option, rest);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("The option " + option + " needs a value (--help lists the options)");
        }
        return value;
    }

    private static String host(String text) {
        try {
            if (!text.isEmpty()) {
                // An empty one would be this machine's own.
                InetAddress.getByName(text);
                return text;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("The host " + text + " is no address of this machine", e);
        }
        throw new IllegalArgumentException("The option --host needs an address, such as 0.0.0.0");
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The port " + text + " is no number from 0 to 65535", e);
        }
        throw new IllegalArgumentException("The port " + text + " is no number from 0 to 65535");
    }
}
