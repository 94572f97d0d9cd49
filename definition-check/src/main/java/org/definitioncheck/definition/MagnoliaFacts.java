package org.definitioncheck.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.definitioncheck.module.Modules;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What Magnolia CE 6.2.45 brings and knows: {@code magnolia-6.2.yaml}, which says how it is to be read. */
public final class MagnoliaFacts {

    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, List<String>> classes = new HashMap<>();
    private final Map<String, Set<String>> ids = new HashMap<>();
    private final Map<String, Modules.Known> modules = new TreeMap<>();
    private final Map<String, String> contentTypeWorkspaces = new HashMap<>();
    private final Set<String> unsupportedFolders = new LinkedHashSet<>();
    private final Set<String> workspaces = new LinkedHashSet<>();
    private final Map<String, Set<String>> messageKeys = new HashMap<>();

    private record Type(
            String name,
            String alias,
            boolean aliased,
            String parent,
            List<String> interfaces,
            String implementation,
            boolean isAbstract,
            Map<String, Kind> properties,
            String ownName,
            Set<String> deprecated) {}

    private MagnoliaFacts(Map<?, ?> file) {
        section(file, "types").forEach((name, value) -> types.put(name.toString(), type(name.toString(), value)));
        section(file, "classes").forEach((base, names) -> classes.put(base.toString(), texts(names)));
        section(file, "ids").forEach((folder, names) -> ids.put(folder.toString(), Set.copyOf(texts(names))));
        section(file, "modules").forEach((name, value) -> {
            Map<?, ?> module = (Map<?, ?>) value;
            modules.put(name.toString(), new Modules.Known(module.get("version").toString(), (Integer)
                    module.get("depth")));
        });
        section(file, "contentTypeWorkspaces")
                .forEach((name, workspace) -> contentTypeWorkspaces.put(name.toString(), workspace.toString()));
        unsupportedFolders.addAll(texts(file.get("unsupportedFolders")));
        workspaces.addAll(texts(file.get("workspaces")));
        section(file, "messageKeys")
                .forEach((locale, keys) -> messageKeys.put(locale.toString(), Set.copyOf(texts(keys))));
    }

    /** Reads the file beside this class. */
    public static MagnoliaFacts read() {
        try (InputStream in = MagnoliaFacts.class.getResourceAsStream("magnolia-6.2.yaml")) {
            return new MagnoliaFacts(new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Objects.requireNonNull(in, "magnolia-6.2.yaml is missing beside MagnoliaFacts.class")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read magnolia-6.2.yaml", e);
        }
    }

    private static Map<?, ?> section(Map<?, ?> file, String name) {
        return file.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> texts(Object list) {
        return list instanceof List<?> items
                ? items.stream().map(Object::toString).toList()
                : List.of();
    }

    private static Type type(String name, Object value) {
        Map<?, ?> facts = value instanceof Map<?, ?> map ? map : Map.of();
        Map<String, Kind> properties = new LinkedHashMap<>();
        section(facts, "properties")
                .forEach((key, kind) -> properties.put(key.toString(), Kind.parse(kind.toString())));
        return new Type(
                name,
                (String) facts.get("alias"),
                Boolean.TRUE.equals(facts.get("aliased")),
                (String) facts.get("extends"),
                texts(facts.get("implements")),
                (String) facts.get("implementation"),
                Boolean.TRUE.equals(facts.get("abstract")),
                properties,
                (String) facts.get("namedByItself"),
                Set.copyOf(texts(facts.get("deprecatedProperties"))));
    }

    /** Magnolia's own modules by name. */
    public Map<String, Modules.Known> modules() {
        return modules;
    }

    /** Ids of the definitions of a kind that Magnolia brings itself. */
    public Set<String> ids(DefinitionType type) {
        return ids.getOrDefault(type.folder(), Set.of());
    }

    /** What {@code renderType} may be. */
    public Set<String> renderers() {
        return ids.getOrDefault("renderers", Set.of());
    }

    /** Workspaces that every installation has. */
    public Set<String> workspaces() {
        return workspaces;
    }

    /**
     * Keys that Magnolia's own bundles have for things of any app or dialog, such as {@code actions.commit}.
     *
     * @param language {@code en} or {@code fr}; nothing is known of others
     */
    public Set<String> messageKeys(String language) {
        return messageKeys.getOrDefault(language, Set.of());
    }

    /** The workspace of one of Magnolia's own content types: page, asset, category. */
    public Optional<String> contentTypeWorkspace(String contentType) {
        return Optional.ofNullable(contentTypeWorkspaces.get(contentType));
    }

    /** Folders of definitions that Magnolia would read and this project does not. */
    Set<String> unsupportedFolders() {
        return unsupportedFolders;
    }

    boolean knows(String type) {
        return types.containsKey(type);
    }

    /** Whether a type is the other, extends or implements it; both by their full names. */
    public boolean isA(String type, String other) {
        if (type == null) {
            return false;
        }
        if (type.equals(other)) {
            return true;
        }
        Type facts = types.get(type);
        return facts != null
                && (facts.parent() != null && isA(facts.parent(), other)
                        || facts.interfaces().stream().anyMatch(i -> isA(i, other)));
    }

    /** What stands for a type when an object is made: the type itself, or its implementation. */
    String implementation(String type) {
        Type facts = types.get(type);
        return facts == null
                        || facts.implementation() == null
                        || facts.implementation().equals(type)
                ? type
                : facts.implementation();
    }

    boolean isAbstract(String type) {
        Type facts = types.get(type);
        return facts != null && facts.isAbstract();
    }

    /** The {@code $type} of a class, its own or that of the class it stands for. */
    Optional<String> alias(String type) {
        Type facts = types.get(type);
        if (facts == null) {
            return Optional.empty();
        }
        if (facts.alias() != null) {
            return Optional.of(facts.alias());
        }
        return types.values().stream()
                .filter(t -> type.equals(t.implementation()) && t.alias() != null)
                .map(Type::alias)
                .findFirst();
    }

    /** What {@code $type} can be where an object of this type is expected; empty if it means nothing there. */
    Map<String, String> aliases(String expected) {
        Map<String, String> found = new TreeMap<>();
        types.values().stream()
                .filter(base -> base.aliased() && isA(expected, base.name()))
                .forEach(base -> types.values().stream()
                        .filter(t -> t.alias() != null && isA(t.name(), base.name()))
                        .forEach(t -> found.put(t.alias(), t.name())));
        return found;
    }

    /** Every class that can be written where an object of this type is expected. */
    List<String> subtypes(String expected) {
        return types.values().stream()
                .filter(t -> !t.isAbstract() && t.implementation() == null && isA(t.name(), expected))
                .map(Type::name)
                .sorted()
                .toList();
    }

    /** The properties that can be set, inherited ones included. */
    Map<String, Kind> properties(String type) {
        Map<String, Kind> all = new TreeMap<>();
        for (Type t = types.get(type); t != null; t = t.parent() == null ? null : types.get(t.parent())) {
            t.properties().forEach(all::putIfAbsent);
        }
        return all;
    }

    /** Whether a class, by its full name, has a property that a definition can set. */
    public boolean hasProperty(String type, String property) {
        return properties(type).containsKey(property);
    }

    /** The name that an object of the class has before anything names it. */
    Optional<String> ownName(String type) {
        return Optional.ofNullable(types.get(type)).map(Type::ownName);
    }

    boolean isDeprecated(String type, String property) {
        for (Type t = types.get(type); t != null; t = t.parent() == null ? null : types.get(t.parent())) {
            if (t.deprecated().contains(property)) {
                return true;
            }
        }
        return false;
    }

    /** The classes that a property of kind {@code class<base>} may name, as far as Magnolia brings them. */
    List<String> classes(String base) {
        return classes.getOrDefault(base, List.of());
    }

    /** Whether Magnolia brings a class that some property may name. */
    boolean knowsClass(String name) {
        return types.containsKey(name) || classes.values().stream().anyMatch(names -> names.contains(name));
    }

    /** For messages: the alias if there is one, else the class's own name. */
    String shortName(String type) {
        return alias(type).orElse(type.substring(type.lastIndexOf('.') + 1));
    }

    /** Names for a message, in order. */
    static String listed(Iterable<String> names) {
        List<String> sorted = new ArrayList<>();
        names.forEach(sorted::add);
        return sorted.isEmpty()
                ? "nothing"
                : String.join(", ", sorted.stream().sorted().distinct().toList());
    }
}
