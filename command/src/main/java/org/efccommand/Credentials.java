package org.efccommand;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.efccommand.rest.Magnolia;
import picocli.CommandLine.Option;

/** Whom a Magnolia lets in. The password is no argument: those can be read by everybody on the machine. */
final class Credentials {

    @Option(names = "--user", paramLabel = "NAME", description = "who enters Magnolia")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--password-env",
            paramLabel = "VARIABLE",
            defaultValue = "EFC_EVENTS_PASSWORD",
            description = "the environment variable that has the password (default ${DEFAULT-VALUE})")
    private String variable;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "the file whose first line is the password; without it and the variable it is asked for")
    private Optional<Path> file = Optional.empty();

    Magnolia magnolia(URI address) throws Failure, IOException {
        String name = user.orElseThrow(() -> new Failure(Failure.NOT_RIGHT, "Say with --user who enters " + address));
        return new Magnolia(address, name, password(name));
    }

    private String password(String name) throws Failure, IOException {
        if (file.isPresent()) {
            return Files.readAllLines(file.get()).stream().findFirst().orElse("");
        }
        String set = System.getenv(variable);
        if (set != null) {
            return set;
        }
        Console console = System.console();
        if (console == null) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    "There is no password: set " + variable + ", or name a file with --password-file");
        }
        return new String(console.readPassword("Password of %s: ", name));
    }
}
