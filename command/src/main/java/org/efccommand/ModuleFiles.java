package org.efccommand;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.module.Modules;
import org.definitioncheck.resource.Resources;
import org.efccommand.archive.PreviewHome;
import org.efccommand.archive.Scratch;
import org.efcevents.desk.WrittenFindings;
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

    Scratch scratch() {
        return new Scratch(module(), light);
    }

    /** What the definition of the archive's page says, such as the zone in which days begin. */
    Map<String, Object> archivePage() {
        MagnoliaFacts facts = MagnoliaFacts.read();
        try (Resources resources =
                new Resources(Files.isDirectory(light) ? List.of(light) : List.of(), List.of(module()))) {
            return Definitions.load(resources, Modules.load(resources, facts.modules()), facts)
                    .find(DefinitionType.TEMPLATE, WrittenFindings.PAGE)
                    .orElseThrow()
                    .values();
        }
    }

    private Path module() {
        return module.orElseGet(ModuleFiles::ofThisCommand);
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
