package org.efcpreview.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What the server is started with.
 *
 * @param port where it listens on 127.0.0.1; 0 for any free port
 * @param home the directory that keeps the content; made if it is not there
 * @param fresh whether what the directory keeps is deleted first
 * @param module the module's content: a directory such as {@code target/classes}, or a jar
 * @param light the folder that holds light modules
 */
public record Options(int port, Path home, boolean fresh, Path module, Path light) {
    /** What is taken where the command line says nothing. */
    public static final Options DEFAULT =
            new Options(8080, Path.of(".preview"), false, Path.of("target/classes"), Path.of("light-modules"));

    /** The explanation of the command line. */
    public static final String HELP =
            """
            Starts the preview server: the module's pages and REST without a Magnolia.

              mvn -q -P preview -Dexec.args="OPTIONS"

              --port N      listen on 127.0.0.1:N (default 8080; 0 takes a free port)
              --home DIR    keep the content in DIR (default .preview)
              --fresh       delete what the home keeps and install anew
              --module DIR  the module's content (default target/classes)
              --light DIR   the light modules (default light-modules)
              --help        print this and stop

            Stop it with Ctrl-C.
            """;

    /**
     * Reads a command line.
     *
     * @return the options; empty if it asks for help
     * @throws IllegalArgumentException if it cannot be understood; the message is one line
     */
    public static java.util.Optional<Options> parse(List<String> arguments) {
        Options options = DEFAULT;
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
                    return java.util.Optional.empty();
                }
                case "--fresh" -> options =
                        new Options(options.port, options.home, true, options.module, options.light);
                case "--port" -> options = new Options(
                        port(value(word, rest)), options.home, options.fresh, options.module, options.light);
                case "--home" -> options =
                        new Options(options.port, path(word, rest), options.fresh, options.module, options.light);
                case "--module" -> options =
                        new Options(options.port, options.home, options.fresh, path(word, rest), options.light);
                case "--light" -> options =
                        new Options(options.port, options.home, options.fresh, options.module, path(word, rest));
                default -> throw new IllegalArgumentException("Unknown option " + word + " (--help lists the options)");
            }
        }
        return java.util.Optional.of(options);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value (--help lists the options)");
        }
        return rest.next();
    }

    private static Path path(String option, Iterator<String> rest) {
        String value = value(option, rest);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("The option " + option + " needs a value (--help lists the options)");
        }
        return Path.of(value);
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
