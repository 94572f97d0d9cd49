package org.definitioncheck.module;

import static org.definitioncheck.problem.Severity.SEVERE;
import static org.definitioncheck.problem.Severity.SILENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.definitioncheck.yaml.YamlNode;
import org.definitioncheck.yaml.YamlNode.Mapping;
import org.definitioncheck.yaml.YamlReader;

/** Reads the {@code module.yaml} of a light module (Magnolia: {@code LightModuleDefinitionReader}). */
final class LightDescriptorReader {

    private final YamlReader yaml;
    private final Problems problems;

    LightDescriptorReader(Resources resources, Problems problems) {
        this.yaml = new YamlReader(resources, problems);
        this.problems = problems;
    }

    /** Empty if no module can be made of the file, which has then been reported. */
    Optional<ModuleDescriptor> read(Resource file) {
        Optional<YamlNode> content = yaml.read(file, SEVERE, Set.of()).map(YamlReader.Document::content);
        if (content.isPresent() && !(content.get() instanceof Mapping)) {
            problems.add(content.get().location(), SEVERE, "holds no map; it needs at least a version");
        }
        return content.filter(Mapping.class::isInstance).map(map -> descriptor(file.path(), (Mapping) map));
    }

    private ModuleDescriptor descriptor(String file, Mapping map) {
        checkKeys(map, Set.of("name", "version", "dependencies"));
        String folder = file.substring(1, file.lastIndexOf('/'));
        String name = Objects.requireNonNullElse(map.text("name"), folder);
        if (!name.equals(folder)) {
            Location place = map.entries().get("name").key();
            problems.add(
                    place,
                    SILENT,
                    "names the module '" + name + "' but lies in the folder '" + folder + "'; name both alike");
        }
        List<ModuleDescriptor.Dependency> dependencies = new ArrayList<>();
        YamlNode listed = map.get("dependencies");
        if (listed instanceof YamlNode.Sequence list) {
            list.items().forEach(item -> dependency(item).ifPresent(dependencies::add));
        } else if (!YamlNode.isNothing(listed)) {
            problems.add(listed.location(), SEVERE, "dependencies must be a list");
        }
        return new ModuleDescriptor(
                name,
                Objects.requireNonNullElse(map.text("version"), ""),
                file,
                true,
                Optional.empty(),
                Map.of(),
                dependencies,
                List.of(),
                List.of());
    }

    private Optional<ModuleDescriptor.Dependency> dependency(YamlNode item) {
        if (!(item instanceof Mapping map)) {
            problems.add(item.location(), SEVERE, "is no dependency; write name: and version:");
            return Optional.empty();
        }
        checkKeys(map, Set.of("name", "version", "optional"));
        return Optional.of(new ModuleDescriptor.Dependency(
                Objects.requireNonNullElse(map.text("name"), ""),
                Objects.requireNonNullElse(map.text("version"), "*"),
                Boolean.parseBoolean(map.text("optional")),
                item.location().line()));
    }

    private void checkKeys(Mapping map, Set<String> known) {
        map.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.add(entry.key(), SILENT, "'" + key + "' is unknown in module.yaml" + Problems.known(known));
            }
        });
    }
}
