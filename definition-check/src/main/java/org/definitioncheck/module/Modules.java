package org.definitioncheck.module;

import static org.definitioncheck.problem.Severity.SEVERE;
import static org.definitioncheck.problem.Severity.SILENT;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;

/**
 * The modules among the resources, in the order in which Magnolia installs them and in which it applies their decorations:
 * by depth of dependencies, then by name ({@code info.magnolia.module.model.reader.DependencyLevelComparator}).
 */
public final class Modules {

    private static final Pattern DESCRIPTOR = Pattern.compile("/META-INF/magnolia/[^/]+\\.xml");
    private static final Pattern LIGHT_DESCRIPTOR = Pattern.compile("/[^/]+/module\\.yaml");

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
        Problems problems = new Problems();
        Modules modules = read(resources, known, problems);
        modules.ordered.stream()
                .filter(module -> isUnreplaced(module.version()))
                .forEach(module -> problems.add(
                        new Location(module.file(), 1),
                        SILENT,
                        "has the version " + module.version()
                                + " unreplaced: build the module, so that Maven fills it in"));
        problems.throwIfAny();
        return modules;
    }

    private static boolean isUnreplaced(String version) {
        return version.startsWith("${");
    }

    /**
     * As {@link #load}, but takes down what is wrong and gives the modules that there are all the same. A version that
     * Maven would fill in is well then: sources can be read without a build.
     */
    public static Modules read(Resources resources, Map<String, Known> known, Problems problems) {
        Reading reading = new Reading(known, problems);
        XmlDescriptorReader descriptors = new XmlDescriptorReader(problems);
        LightDescriptorReader lightDescriptors = new LightDescriptorReader(resources, problems);
        resources.all().forEach(file -> {
            if (DESCRIPTOR.matcher(file.path()).matches()) {
                descriptors.read(file).ifPresent(reading::add);
            } else if (LIGHT_DESCRIPTOR.matcher(file.path()).matches() && isLight(resources, file)) {
                lightDescriptors.read(file).ifPresent(reading::add);
            }
        });
        return new Modules(reading.ordered(), known);
    }

    private static boolean isLight(Resources resources, Resource resource) {
        return resources.lightModuleFolders().stream()
                .anyMatch(root -> root.getFileSystem() == resource.file().getFileSystem()
                        && resource.file().startsWith(root));
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
        return find(name).map(ordered::indexOf).orElse(-1);
    }

    /** Whether a module of that name is here or comes with Magnolia. */
    public boolean exists(String name) {
        return known.containsKey(name) || find(name).isPresent();
    }

    /** Whether the module's descriptor names the other as a dependency. */
    public boolean dependsOn(String module, String other) {
        return find(module).stream()
                .flatMap(m -> m.dependencies().stream())
                .anyMatch(dependency -> dependency.name().equals(other));
    }

    private static final class Reading {
        private final Map<String, Known> known;
        private final Problems problems;
        private final Map<String, ModuleDescriptor> modules = new LinkedHashMap<>();

        Reading(Map<String, Known> known, Problems problems) {
            this.known = known;
            this.problems = problems;
        }

        void add(ModuleDescriptor module) {
            ModuleDescriptor earlier = modules.putIfAbsent(module.name(), module);
            Location place = new Location(module.file(), 1);
            if (earlier != null) {
                problems.add(
                        place,
                        SILENT,
                        "defines module '" + module.name() + "', which " + earlier.file() + " defines too; keep one");
            } else if (known.containsKey(module.name())) {
                problems.add(
                        place, SILENT, "takes the name '" + module.name() + "' of a module of Magnolia; take another");
            }
        }

        List<ModuleDescriptor> ordered() {
            Map<String, Integer> depths = new HashMap<>();
            for (ModuleDescriptor module : modules.values()) {
                checkVersion(module);
                module.dependencies().forEach(dependency -> checkDependency(module, dependency));
                depths.put(module.name(), depth(module.name(), new LinkedHashSet<>()));
            }
            return modules.values().stream()
                    .sorted(Comparator.<ModuleDescriptor>comparingInt(m -> depths.get(m.name()))
                            .thenComparing(ModuleDescriptor::name))
                    .toList();
        }

        private void checkVersion(ModuleDescriptor module) {
            Location place = new Location(module.file(), 1);
            if (!module.version().isEmpty() && !isUnreplaced(module.version())) {
                try {
                    Version.parse(module.version());
                } catch (IllegalArgumentException e) {
                    problems.add(place, SEVERE, "its version " + e.getMessage());
                }
            }
        }

        private void checkDependency(ModuleDescriptor module, ModuleDescriptor.Dependency dependency) {
            Location place = new Location(module.file(), dependency.line());
            String name = dependency.name();
            String version;
            if (modules.containsKey(name)) {
                version = modules.get(name).version();
            } else if (known.containsKey(name)) {
                version = known.get(name).version();
            } else {
                if (!dependency.optional()) {
                    problems.add(
                            place,
                            SEVERE,
                            "depends on module '" + name + "', which is neither here nor a module of Magnolia;"
                                    + " check both together");
                }
                return;
            }
            VersionRange range;
            try {
                range = VersionRange.parse(dependency.versions());
            } catch (IllegalArgumentException e) {
                problems.add(place, SEVERE, e.getMessage());
                return;
            }
            try {
                if (!version.isEmpty() && !isUnreplaced(version) && !range.contains(Version.parse(version))) {
                    problems.add(
                            place,
                            SEVERE,
                            "accepts only " + range + " of module '" + name + "', which is " + version
                                    + " here (a bare 6.2 means exactly 6.2.0; write 6.2/*)");
                }
            } catch (IllegalArgumentException e) {
                // The version of that module is reported where it is written.
                return;
            }
        }

        private int depth(String name, Set<String> way) {
            ModuleDescriptor module = modules.get(name);
            if (module == null) {
                return known.containsKey(name) ? known.get(name).depth() : -1;
            }
            if (!way.add(name)) {
                String circle = way.stream().collect(Collectors.joining(" needs ", "", " needs "));
                problems.add(new Location(module.file(), 1), SEVERE, "depends on itself: " + circle + name);
                return 0;
            }
            int deepest = -1;
            for (ModuleDescriptor.Dependency dependency : module.dependencies()) {
                deepest = Math.max(deepest, depth(dependency.name(), way));
            }
            way.remove(name);
            return deepest + 1;
        }
    }
}
