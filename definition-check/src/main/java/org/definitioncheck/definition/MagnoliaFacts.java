package org.definitioncheck.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.definitioncheck.classfile.ClassFile;
import org.definitioncheck.module.Modules;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a version of Magnolia brings and knows: the classes of definitions with their properties, the ids of its own
 * definitions, its modules, workspaces and message keys. {@code magnolia-6.2.yaml} beside this class says how such facts are
 * written.
 */
public final class MagnoliaFacts {

    private final Map<?, ?> file;
    private final String version;
    private final Map<String, BeanType> types;
    private final Map<String, List<String>> classes;
    private final Map<String, List<String>> ids;
    private final Map<String, Modules.Known> modules;
    private final Map<String, String> contentTypeWorkspaces;
    private final Set<String> unsupportedFolders;
    private final Set<String> workspaces;
    private final Map<String, List<String>> messageKeys;

    private MagnoliaFacts(Map<?, ?> file) {
        this.file = file;
        version = String.valueOf(file.get("version"));
        types = new HashMap<>();
        section(file, "types", value -> value).forEach((name, value) -> types.put(name, type(name, value)));
        classes = section(file, "classes", MagnoliaFacts::texts);
        ids = section(file, "ids", MagnoliaFacts::texts);
        modules = section(file, "modules", value -> {
            Map<?, ?> module = (Map<?, ?>) value;
            return new Modules.Known(module.get("version").toString(), (Integer) module.get("depth"));
        });
        contentTypeWorkspaces = section(file, "contentTypeWorkspaces", Object::toString);
        unsupportedFolders = Set.copyOf(texts(file.get("unsupportedFolders")));
        workspaces = Set.copyOf(texts(file.get("workspaces")));
        messageKeys = section(file, "messageKeys", MagnoliaFacts::texts);
    }

    /** Those of Magnolia CE 6.2.45. */
    public static MagnoliaFacts read() {
        try (InputStream in = MagnoliaFacts.class.getResourceAsStream("magnolia-6.2.yaml")) {
            return read(Objects.requireNonNull(in, "magnolia-6.2.yaml is missing beside MagnoliaFacts.class"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read magnolia-6.2.yaml", e);
        }
    }

    /**
     * Those of another version.
     *
     * @param file written as {@code magnolia-6.2.yaml} is
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is not written so
     */
    public static MagnoliaFacts read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + " holds no facts of Magnolia: " + e.getMessage(), e);
        }
    }

    /** The same and what classes of modules say of themselves, where nothing else is known of them. */
    public MagnoliaFacts with(Collection<ClassFile> classFiles) {
        Map<String, ClassFile> byName = new HashMap<>();
        classFiles.forEach(classFile -> byName.putIfAbsent(classFile.name(), classFile));
        MagnoliaFacts facts = new MagnoliaFacts(file);
        byName.forEach((name, classFile) -> facts.types.putIfAbsent(name, BeanType.of(classFile, byName, types)));
        return facts;
    }

    private static MagnoliaFacts read(InputStream in) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return new MagnoliaFacts(new Yaml(new SafeConstructor(options)).load(in));
    }

    private static <T> Map<String, T> section(Map<?, ?> file, String name, Function<Object, T> reading) {
        Map<String, T> section = new TreeMap<>();
        if (file.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> section.put(key.toString(), value == null ? null : reading.apply(value)));
        }
        return section;
    }

    private static List<String> texts(Object list) {
        return list instanceof List<?> items
                ? items.stream().map(Object::toString).toList()
                : List.of();
    }

    private static BeanType type(String name, Object value) {
        Map<?, ?> facts = value instanceof Map<?, ?> map ? map : Map.of();
        return new BeanType(
                name,
                (String) facts.get("alias"),
                Boolean.TRUE.equals(facts.get("aliased")),
                (String) facts.get("extends"),
                texts(facts.get("implements")),
                (String) facts.get("implementation"),
                Boolean.TRUE.equals(facts.get("abstract")),
                section(facts, "properties", written -> PropertyType.parse(written.toString())),
                (String) facts.get("namedByItself"),
                texts(facts.get("deprecatedProperties")));
    }

    /** The version of Magnolia that they are of, such as {@code 6.2.45}. */
    public String version() {
        return version;
    }

    /** Magnolia's own modules by name. */
    public Map<String, Modules.Known> modules() {
        return modules;
    }

    /** Ids of the definitions of a kind that Magnolia brings itself. */
    public Set<String> ids(DefinitionType type) {
        return Set.copyOf(ids.getOrDefault(type.folder(), List.of()));
    }

    /** What {@code renderType} may be. */
    public Set<String> renderers() {
        return Set.copyOf(ids.getOrDefault("renderers", List.of()));
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
        return Set.copyOf(messageKeys.getOrDefault(language, List.of()));
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

    /** A type and what it extends, nearest first; nothing for one that is not known. */
    private Stream<BeanType> lineage(String type) {
        return Stream.iterate(types.get(type), Objects::nonNull, t -> types.get(t.parent()));
    }

    /** What a type extends and nothing is known of, be it by way of others. */
    Optional<String> unknownParent(String type) {
        return lineage(type)
                .map(BeanType::parent)
                .filter(parent -> parent != null && !knows(parent))
                .findFirst();
    }

    /** Whether a type is the other, extends or implements it; both by their full names. */
    public boolean isA(String type, String other) {
        return Objects.equals(type, other)
                || lineage(type)
                        .anyMatch(t -> other.equals(t.parent())
                                || t.interfaces().stream().anyMatch(i -> isA(i, other)));
    }

    /** What stands for a type when an object is made: the type itself, or its implementation. */
    String implementation(String type) {
        BeanType facts = types.get(type);
        return facts == null || facts.implementation() == null ? type : facts.implementation();
    }

    boolean isAbstract(String type) {
        return knows(type) && types.get(type).isAbstract();
    }

    /** The {@code $type} of a class, its own or that of the class it stands for. */
    Optional<String> alias(String type) {
        if (knows(type) && types.get(type).alias() != null) {
            return Optional.of(types.get(type).alias());
        }
        return types.values().stream()
                .filter(t -> t.alias() != null && type.equals(t.implementation()))
                .findFirst()
                .map(BeanType::alias);
    }

    /** What {@code $type} can be where an object of this type is expected; empty if it means nothing there. */
    Map<String, String> aliases(String expected) {
        List<BeanType> bases = types.values().stream()
                .filter(base -> base.aliased() && isA(expected, base.name()))
                .toList();
        return types.values().stream()
                .filter(t -> t.alias() != null && bases.stream().anyMatch(base -> isA(t.name(), base.name())))
                .collect(Collectors.toMap(BeanType::alias, BeanType::name, (one, other) -> other, TreeMap::new));
    }

    /** Every class that can be written where an object of this type is expected. */
    List<String> subtypes(String expected) {
        return types.values().stream()
                .filter(t -> !t.isAbstract() && t.implementation() == null && isA(t.name(), expected))
                .map(BeanType::name)
                .sorted()
                .toList();
    }

    /** The properties that can be set, inherited ones included. */
    Map<String, PropertyType> properties(String type) {
        Map<String, PropertyType> all = new TreeMap<>();
        lineage(type).forEach(t -> t.properties().forEach(all::putIfAbsent));
        return all;
    }

    /** Whether a class, by its full name, has a property that a definition can set. */
    public boolean hasProperty(String type, String property) {
        return properties(type).containsKey(property);
    }

    /** The name that an object of the class has before anything names it. */
    Optional<String> ownName(String type) {
        return Optional.ofNullable(types.get(type)).map(BeanType::ownName);
    }

    boolean isDeprecated(String type, String property) {
        return lineage(type).anyMatch(t -> t.deprecated().contains(property));
    }

    /** The classes that a property of type {@code class<base>} may name, as far as Magnolia brings them. */
    List<String> classes(String base) {
        return classes.getOrDefault(base, List.of());
    }

    /** Whether Magnolia brings a class that some property may name. */
    boolean knowsClass(String name) {
        return knows(name) || classes.values().stream().anyMatch(names -> names.contains(name));
    }

    /** For messages: the alias if there is one, else the class's own name. */
    String shortName(String type) {
        return alias(type).orElse(type.substring(type.lastIndexOf('.') + 1));
    }
}
