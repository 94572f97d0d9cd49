package org.definitioncheck.module;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a module says of itself: {@code META-INF/magnolia/<name>.xml} of a jar, or {@code module.yaml} of a light module.
 *
 * @param name the module's name and the name of its folder of resources
 * @param version as written; empty for a light module without one
 * @param file the resource path of the descriptor
 * @param light whether it is a light module: one that bootstraps nothing
 * @param moduleClass the {@code class} element; empty if there is none
 * @param properties the {@code properties} element
 * @param dependencies in the order written
 * @param repositories what is registered before anything is imported
 * @param components in the order written, over all {@code components} elements
 */
public record ModuleDescriptor(
        String name,
        String version,
        String file,
        boolean light,
        Optional<String> moduleClass,
        Map<String, String> properties,
        List<Dependency> dependencies,
        List<Repository> repositories,
        List<Component> components) {

    public ModuleDescriptor {
        Objects.requireNonNull(name, "name");
        properties = Map.copyOf(properties);
        dependencies = List.copyOf(dependencies);
        repositories = List.copyOf(repositories);
        components = List.copyOf(components);
    }

    /** The workspaces of all repositories. */
    public List<String> workspaces() {
        return repositories.stream().flatMap(r -> r.workspaces().stream()).toList();
    }

    /**
     * Another module that must be there first.
     *
     * @param versions the range as written; {@code *} when none is given
     * @param optional whether the module may be absent
     * @param line where it is written
     */
    public record Dependency(String name, String versions, boolean optional, int line) {}

    /**
     * Workspaces and node types that the module needs.
     *
     * @param nodeTypeFile resource path of a CND or XML file
     */
    public record Repository(String name, List<String> workspaces, Optional<String> nodeTypeFile, int line) {
        public Repository {
            workspaces = List.copyOf(workspaces);
        }
    }

    /**
     * A Java object that Magnolia makes and hands to who asks for the type.
     *
     * @param container the {@code id} of the {@code components} element, mostly {@code main}
     * @param type what it is asked for as
     * @param implementation the class to make; the type itself if none is given
     * @param scope {@code singleton}, {@code localSession}, …; empty when none is given
     */
    public record Component(String container, String type, String implementation, Optional<String> scope, int line) {}
}
