package org.definitioncheck.definition;

import static org.definitioncheck.problem.Severity.MINOR;
import static org.definitioncheck.problem.Severity.SEVERE;
import static org.definitioncheck.problem.Severity.SILENT;
import static org.definitioncheck.problem.Severity.UNCHECKED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.definitioncheck.module.ModuleDescriptor;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.Severity;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.definitioncheck.yaml.YamlNode;
import org.definitioncheck.yaml.YamlNode.Mapping;
import org.definitioncheck.yaml.YamlReader;

/** Finds the files that hold definitions and decorations, as Magnolia does; what looks like one and is none is a problem. */
final class ConfigurationSource {

    /** {@code YamlConfigurationSourceBuilder}: where Magnolia looks for definitions. */
    private static final Pattern DEFINITION =
            Pattern.compile("^/([a-zA-Z0-9-_]+)/([a-zA-Z]+)/(.*/)?([a-zA-Z0-9-_.]+)\\.yaml$");

    /** {@code FilePathBasedYamlDefinitionDecoratorResolver}. */
    private static final Pattern DECORATION = Pattern.compile("^/(?<module>[a-zA-Z0-9-_]+)/decorations/"
            + "(?<target>[a-zA-Z0-9-_]+)/(?<folder>[a-zA-Z]+)/(?<path>.*/)?(?<name>.+?)"
            + "(\\.(?<into>[a-zA-Z0-9-_.]*))*\\.yaml$");

    /** {@code ModuleYamlConfigurationSource}. */
    private static final Pattern CONFIG_DECORATION = Pattern.compile("^/(?<module>[a-zA-Z0-9-_]+)/decorations/"
            + "(?<target>[a-zA-Z0-9-_]+)(?<rest>.+?)config(\\.(?<into>[a-zA-Z0-9-_.]*))*\\.yaml$");

    private static final Pattern IN_MODULE = Pattern.compile("^/(?!META-INF/|mgnl-)([^/]+)/([^/]+)(/.+)?\\.ya?ml$");

    private final Modules modules;
    private final MagnoliaFacts facts;
    private final YamlReader yaml;
    private final Problems problems;
    private final Map<DefinitionType, Map<String, DefinitionProvider>> providers = DefinitionType.map(TreeMap::new);
    private final Map<DefinitionType, Map<String, List<DefinitionDecorator>>> decorators =
            DefinitionType.map(TreeMap::new);
    private final Map<String, List<DefinitionDecorator>> configDecorators = new TreeMap<>();

    ConfigurationSource(Resources resources, Modules modules, MagnoliaFacts facts, YamlReader yaml, Problems problems) {
        this.modules = modules;
        this.facts = facts;
        this.yaml = yaml;
        this.problems = problems;
        resources.all().forEach(this::add);
    }

    /** All definitions of a kind, by id. */
    Map<String, DefinitionProvider> providers(DefinitionType type) {
        return providers.get(type);
    }

    /** What decorates definitions of a kind, by their ids, be they there or not. */
    Map<String, List<DefinitionDecorator>> decorators(DefinitionType type) {
        return decorators.get(type);
    }

    /** What decorates the configuration of modules, by their names, be they there or not. */
    Map<String, List<DefinitionDecorator>> configDecorators() {
        return configDecorators;
    }

    private void problem(Resource file, Severity severity, String what) {
        problems.add(Location.of(file.path()), severity, what);
    }

    private void add(Resource file) {
        Matcher within = IN_MODULE.matcher(file.path());
        if (!within.matches()) {
            return;
        }
        String folder = within.group(2);
        if (within.group(3) == null) {
            if (folder.equals("config") && !hasClass(within.group(1))) {
                problem(
                        file,
                        SILENT,
                        "is read only for a module with a Java class that has properties; this one has none");
            }
        } else if (folder.equals("decorations")) {
            decoration(file);
        } else if (facts.unsupportedFolders().contains(folder)) {
            problem(file, UNCHECKED, "is a definition of a kind that is not supported here: " + folder);
        } else {
            DefinitionType.ofFolder(folder).ifPresent(type -> definition(type, file));
        }
    }

    private boolean hasClass(String module) {
        return modules.find(module).flatMap(ModuleDescriptor::moduleClass).isPresent();
    }

    private void definition(DefinitionType type, Resource file) {
        Matcher path = DEFINITION.matcher(file.path());
        if (!path.matches()) {
            problem(
                    file,
                    SILENT,
                    "is not read by Magnolia: the name of a definition ends in .yaml and is made of letters,"
                            + " digits, '-', '_' and '.'");
            return;
        }
        Set<String> topTags = type == DefinitionType.APP
                ? Set.of(DefinitionProvider.INHERIT, DefinitionProvider.CONTENT_TYPE)
                : Set.of(DefinitionProvider.INHERIT);
        Optional<YamlReader.Document> document = yaml.read(file, SEVERE, topTags);
        if (document.isEmpty()) {
            return;
        }
        YamlNode content = document.get().content();
        if (!(content instanceof Mapping written)) {
            problems.add(
                    content.location(),
                    content instanceof YamlNode.Scalar ? SILENT : MINOR,
                    "a definition must be a map");
            return;
        }
        String name = path.group(4);
        String own = type.named() ? written.text("name") : null;
        DefinitionProvider provider = new DefinitionProvider(
                type,
                type.id(path.group(1), path.group(3) == null ? name : path.group(3) + name, own == null ? name : own),
                path.group(1),
                file,
                name,
                document.get().tag(),
                document.get().argument(),
                written);
        DefinitionProvider other = providers.get(type).putIfAbsent(provider.id(), provider);
        if (other != null || facts.ids(type).contains(provider.id())) {
            problems.add(
                    new Location(file.path(), 1),
                    SEVERE,
                    "has the id " + provider.id() + ", which "
                            + (other != null ? other.file().path() + " has already" : "Magnolia itself uses")
                            + "; give it another name");
        }
    }

    private void decoration(Resource file) {
        Matcher config = CONFIG_DECORATION.matcher(file.path());
        Matcher matcher = DECORATION.matcher(file.path());
        if (config.matches() && config.group("rest").equals("/")) {
            add(configDecorators, config.group("target"), file, config);
        } else if (!matcher.matches()) {
            problem(
                    file,
                    SILENT,
                    "decorates nothing: write decorations/<module>/config.yaml or"
                            + " decorations/<module>/<kind>/<path>.yaml");
        } else {
            if (config.matches()) {
                problem(
                        file,
                        SILENT,
                        "ends in 'config': Magnolia would lay it over the configuration of module "
                                + config.group("target") + " as well; give it another name");
            }
            String folder = matcher.group("folder");
            Optional<DefinitionType> type = DefinitionType.ofFolder(folder);
            if (type.isPresent()) {
                String name = matcher.group("name");
                String path = matcher.group("path") == null ? name : matcher.group("path") + name;
                add(decorators.get(type.get()), type.get().id(matcher.group("target"), path, name), file, matcher);
            } else {
                problem(
                        file,
                        facts.unsupportedFolders().contains(folder) ? UNCHECKED : SILENT,
                        "decorates a kind that is not supported here: " + folder);
            }
        }
    }

    private static void add(
            Map<String, List<DefinitionDecorator>> decorators, String decorated, Resource file, Matcher matcher) {
        String into = matcher.group("into") == null ? "" : matcher.group("into");
        decorators
                .computeIfAbsent(decorated, id -> new ArrayList<>())
                .add(new DefinitionDecorator(file, matcher.group("module"), "/" + into.replace('.', '/')));
    }
}
