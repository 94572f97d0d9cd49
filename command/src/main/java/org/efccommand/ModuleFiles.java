package org.efccommand;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.efccommand.preview.PreviewHome;
import org.efcevents.source.EventField;
import picocli.CommandLine.Option;

/** The files of the module, which a preview needs. */
final class ModuleFiles {

    @Option(
            names = "--module",
            paramLabel = "DIR",
            description =
                    "for a preview: the module's content, a directory or a jar (default: the one of this command)")
    private Optional<Path> module = Optional.empty();

    @Option(
            names = "--light",
            paramLabel = "DIR",
            defaultValue = "light-modules",
            description = "for a preview: the light modules (default ${DEFAULT-VALUE})")
    private Path light;

    PreviewHome home(Path folder) {
        return new PreviewHome(folder.normalize(), module(), light);
    }

    Path module() {
        return module.orElseGet(ModuleFiles::ofThisCommand);
    }

    Path light() {
        return light;
    }

    private static Path ofThisCommand() {
        try {
            return Path.of(EventField.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
