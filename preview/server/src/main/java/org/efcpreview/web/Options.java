package org.efcpreview.web;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the server is started with.
 *
 * @param port where it listens there; 0 for any free port
 * @param home the directory that keeps the content; made if it is not there
 * @param fresh whether what the directory keeps is deleted first
 * @param module the module's content: a directory such as {@code target/classes}, or a jar
 * @param light the folder that holds light modules
 * @param config a bootstrap file that is imported into the configuration of both instances first
 * @param behindProxy whether all requests come through a proxy that says in its headers what visitors asked for
 */
public record Options(
        String host,
        int port,
        Path home,
        boolean fresh,
        Path module,
        Path light,
        Optional<Path> config,
        boolean behindProxy) {
    /** A start where only this machine reaches it. */
    public Options(int port, Path home, boolean fresh, Path module, Path light) {
        this("127.0.0.1", port, home, fresh, module, light, Optional.empty(), false);
    }

    /** What is taken where the command line says nothing. */
    public static final Options DEFAULT =
            new Options(8080, Path.of(".preview"), false, Path.of("target/classes"), Path.of("light-modules"));
}
