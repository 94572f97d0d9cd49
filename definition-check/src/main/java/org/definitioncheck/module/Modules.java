package org.definitioncheck.module;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The modules among the resources, in the order in which Magnolia installs them and in which it applies their decorations:
 * by depth of dependencies, then by name ({@code info.magnolia.module.model.reader.DependencyLevelComparator}).
 */
public final class Modules {

    private static final Pattern DESCRIPTOR = Pattern.compile("/META-INF/magnolia/[^/]+\\.xml");
    private static final Pattern LIGHT_DESCRIPTOR = Pattern.compile("/[^/]+/module\\.yaml");
    private static final Set<String> LIGHT_KEYS = Set.of("name", "version", "dependencies");
    private static final Set<String> DEPENDENCY_KEYS = Set.of("name", "version", "optional");

    private final List<ModuleDescriptor> ordered;
    private final Map<String, Known> known;

    private Modules(List<ModuleDescriptor> ordered, Map<String, Known> known) {
        this.ordered = List.copyOf(ordered);
        this.known = Map.copyOf(known);
    }

    /**
     * A module that Magnolia itself brings and that is not among the resources.
     *
     * @param version its version in the Magnolia that is stood in for
     * @param depth the longest way down its dependencies; 0 depends on nothing
     */
    public record Known(String version, int depth) {}

    /**
     * Reads all descriptors and checks what Magnolia checks at startup: their form, that dependencies are there and of a
     * version that is accepted, and that none goes in a circle.
     *
     * @param known Magnolia's own modules by name
     * @throws ProblemsException if Magnolia would not start with these modules
     */
    public static Modules load(Resources resources, Map<String, Known> known) {
        List<Problem> problems = new ArrayList<>();
        Map<String, ModuleDescriptor> modules = new LinkedHashMap<>();
        DescriptorReader reader = new DescriptorReader(problems);
        for (Resource resource : resources.all().toList()) {
            Optional<ModuleDescriptor> module = Optional.empty();
            if (DESCRIPTOR.matcher(resource.path()).matches()) {
                module = reader.read(resource);
            } else if (LIGHT_DESCRIPTOR.matcher(resource.path()).matches() && isLight(resources, resource)) {
                module = readLight(resource, problems);
            }
            if (module.isPresent()) {
                ModuleDescriptor earlier = modules.putIfAbsent(module.get().name(), module.get());
                if (earlier != null) {
                    problems.add(new Problem(
                            resource.path(),
                            1,
                            "defines module '" + earlier.name() + "', which " + earlier.file() + " defines too"));
                } else if (known.containsKey(module.get().name())) {
                    problems.add(new Problem(
                            resource.path(),
                            1,
                            "takes the name '" + module.get().name() + "' of a module of Magnolia"));
                }
            }
        }
        checkDependencies(modules, known, problems);
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        Map<String, Integer> depths = new HashMap<>();
        modules.keySet()
                .forEach(name -> depths.put(name, depth(name, modules, known, new LinkedHashSet<>(), problems)));
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        List<ModuleDescriptor> ordered = new ArrayList<>(modules.values());
        ordered.sort(Comparator.<ModuleDescriptor>comparingInt(m -> depths.get(m.name()))
                .thenComparing(ModuleDescriptor::name));
        return new Modules(ordered, known);
    }

    private static boolean isLight(Resources resources, Resource resource) {
        Path file = resource.file();
        return resources.lightModuleFolders().stream()
                .anyMatch(root -> root.getFileSystem() == file.getFileSystem() && file.startsWith(root));
    }

    /** All modules, those that others depend on first. */
    public List<ModuleDescriptor> inOrder() {
        return ordered;
    }

    /** One of {@link #inOrder()} by name. */
    public Optional<ModuleDescriptor> find(String name) {
        return ordered.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** The place of a module in {@link #inOrder()}; -1 for a folder that is no module, which Magnolia puts first. */
    public int position(String name) {
        for (int i = 0; i < ordered.size(); i++) {
            if (ordered.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a module of that name is here or comes with Magnolia. */
    public boolean exists(String name) {
        return known.containsKey(name) || find(name).isPresent();
    }

    /** Whether the module's descriptor names the other as a dependency. */
    public boolean dependsOn(String module, String other) {
        return find(module)
                .map(m -> m.dependencies().stream().anyMatch(d -> d.name().equals(other)))
                .orElse(false);
    }

    private static void checkDependencies(
            Map<String, ModuleDescriptor> modules, Map<String, Known> known, List<Problem> problems) {
        for (ModuleDescriptor module : modules.values()) {
            checkVersion(module, problems);
            for (ModuleDescriptor.Dependency dependency : module.dependencies()) {
                String version;
                if (modules.containsKey(dependency.name())) {
                    version = modules.get(dependency.name()).version();
                } else if (known.containsKey(dependency.name())) {
                    version = known.get(dependency.name()).version();
                } else {
                    if (!dependency.optional()) {
                        problems.add(new Problem(
                                module.file(),
                                dependency.line(),
                                "depends on module '" + dependency.name()
                                        + "', which is neither here nor a module of Magnolia"));
                    }
                    continue;
                }
                checkRange(module, dependency, version, problems);
            }
        }
    }

    private static void checkVersion(ModuleDescriptor module, List<Problem> problems) {
        if (module.version().isEmpty()) {
            return;
        }
        if (module.version().startsWith("${")) {
            problems.add(new Problem(
                    module.file(),
                    1,
                    "has the version " + module.version()
                            + " unreplaced: build the module, so that Maven fills it in"));
            return;
        }
        try {
            Version.parse(module.version());
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(module.file(), 1, "its version " + e.getMessage()));
        }
    }

    private static void checkRange(
            ModuleDescriptor module, ModuleDescriptor.Dependency dependency, String version, List<Problem> problems) {
        VersionRange range;
        try {
            range = VersionRange.parse(dependency.versions());
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(module.file(), dependency.line(), e.getMessage()));
            return;
        }
        try {
            if (!version.isEmpty() && !version.startsWith("${") && !range.contains(Version.parse(version))) {
                problems.add(new Problem(
                        module.file(),
                        dependency.line(),
                        "accepts only " + range + " of module '" + dependency.name() + "', which is " + version
                                + " here (a bare 6.2 means exactly 6.2.0; write 6.2/*)"));
            }
        } catch (IllegalArgumentException e) {
            // The version of that module has been reported where it is written.
            return;
        }
    }

    private static int depth(
            String name,
            Map<String, ModuleDescriptor> modules,
            Map<String, Known> known,
            Set<String> way,
            List<Problem> problems) {
        ModuleDescriptor module = modules.get(name);
        if (module == null) {
            return known.containsKey(name) ? known.get(name).depth() : -1;
        }
        if (!way.add(name)) {
            problems.add(new Problem(
                    module.file(), 1, "depends on itself: " + String.join(" needs ", way) + " needs " + name));
            return 0;
        }
        int deepest = -1;
        for (ModuleDescriptor.Dependency dependency : module.dependencies()) {
            deepest = Math.max(deepest, depth(dependency.name(), modules, known, way, problems));
        }
        way.remove(name);
        return deepest + 1;
    }

    private static Optional<ModuleDescriptor> readLight(Resource file, List<Problem> problems) {
        Node root;
        try {
            root = new Yaml().compose(file.reader());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(file.path(), line, "is no YAML: " + e.getProblem()));
            return Optional.empty();
        } catch (YAMLException e) {
            problems.add(new Problem(file.path(), 0, "is no YAML: " + e.getMessage()));
            return Optional.empty();
        }
        String folder = file.path().substring(1, file.path().lastIndexOf('/'));
        if (!(root instanceof MappingNode map)) {
            problems.add(new Problem(file.path(), 1, "holds no map; it needs at least a version"));
            return Optional.empty();
        }
        Map<String, Node> entries = entries(file, map, LIGHT_KEYS, problems);
        String name = entries.containsKey("name") ? text(entries.get("name")) : folder;
        if (!name.equals(folder)) {
            problems.add(new Problem(
                    file.path(),
                    line(entries.get("name")),
                    "names the module '" + name + "' but lies in the folder '" + folder + "'; name both alike"));
        }
        List<ModuleDescriptor.Dependency> dependencies = new ArrayList<>();
        if (entries.get("dependencies") instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                if (item instanceof MappingNode dependency) {
                    Map<String, Node> keys = entries(file, dependency, DEPENDENCY_KEYS, problems);
                    dependencies.add(new ModuleDescriptor.Dependency(
                            keys.containsKey("name") ? text(keys.get("name")) : "",
                            keys.containsKey("version") ? text(keys.get("version")) : "*",
                            keys.containsKey("optional") && Boolean.parseBoolean(text(keys.get("optional"))),
                            line(item)));
                } else {
                    problems.add(new Problem(file.path(), line(item), "is no dependency; write name: and version:"));
                }
            }
        } else if (entries.containsKey("dependencies")) {
            problems.add(new Problem(file.path(), line(entries.get("dependencies")), "dependencies must be a list"));
        }
        return Optional.of(new ModuleDescriptor(
                name,
                entries.containsKey("version") ? text(entries.get("version")) : "",
                file.path(),
                true,
                Optional.empty(),
                Map.of(),
                dependencies,
                List.of(),
                List.of()));
    }

    private static Map<String, Node> entries(Resource file, MappingNode map, Set<String> keys, List<Problem> problems) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple entry : map.getValue()) {
            String key = text(entry.getKeyNode());
            if (!keys.contains(key)) {
                problems.add(new Problem(
                        file.path(),
                        line(entry.getKeyNode()),
                        "'" + key + "' is unknown in module.yaml; known: "
                                + String.join(", ", keys.stream().sorted().toList())));
            }
            entries.put(key, entry.getValueNode());
        }
        return entries;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
