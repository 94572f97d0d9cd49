package org.definitioncheck.bootstrap;

import static org.definitioncheck.problem.Severity.SEVERE;
import static org.definitioncheck.problem.Severity.SILENT;

import java.util.Set;
import java.util.regex.Pattern;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.definitioncheck.yaml.YamlNode;
import org.definitioncheck.yaml.YamlNode.Mapping;
import org.definitioncheck.yaml.YamlReader;

/** Whether the files of content that Magnolia imports when it installs a module can be read, and whether roles say something. */
public final class BootstrapFiles {

    private static final Pattern FILE = Pattern.compile("/mgnl-bootstrap(-samples)?/.+\\.yaml");
    private static final Pattern ROLE = Pattern.compile(".*/userroles\\.[^/]+");
    private static final Set<String> TAGS = Set.of("!path", "!uri", "!reference", "!weakreference", "!binary");

    private final Problems problems;

    private BootstrapFiles(Problems problems) {
        this.problems = problems;
    }

    /** Looks at all of them. */
    public static void check(Resources resources, Problems problems) {
        BootstrapFiles files = new BootstrapFiles(problems);
        YamlReader yaml = new YamlReader(resources, problems, TAGS);
        resources.all().filter(file -> FILE.matcher(file.path()).matches()).forEach(file -> yaml.read(
                        file, SEVERE, Set.of())
                .ifPresent(document -> files.check(file, document.content())));
    }

    private void check(Resource file, YamlNode content) {
        if (!(content instanceof Mapping nodes)) {
            problems.add(content.location(), SEVERE, "must be a map of a node's name to the node");
        } else if (ROLE.matcher(file.path()).matches()) {
            nodes.entries().values().forEach(role -> role(YamlNode.toMap(role.value())));
        }
    }

    /** Each list of a role has entries, and each entry says where and what: of one that is cut short nothing else can be told. */
    private void role(Mapping role) {
        role.entries().forEach((name, list) -> {
            if (!name.startsWith("acl_")) {
                return;
            }
            long entries = YamlNode.toMap(list.value()).entries().values().stream()
                    .map(YamlNode.Entry::value)
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .filter(this::entry)
                    .count();
            if (entries == 0) {
                problems.add(list.key(), SILENT, "'" + name + "' has no entry; is the file whole?");
            }
        });
    }

    private boolean entry(Mapping entry) {
        if (entry.text("path") == null || entry.text("permissions") == null) {
            problems.add(entry.location(), SILENT, "needs a path and permissions; is the file whole?");
        }
        return true;
    }
}
