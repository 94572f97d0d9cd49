package org.definitioncheck.definition;

import static org.definitioncheck.problem.Problems.known;
import static org.definitioncheck.problem.Severity.MAJOR;
import static org.definitioncheck.problem.Severity.SEVERE;
import static org.definitioncheck.problem.Severity.SILENT;
import static org.definitioncheck.problem.Severity.UNCHECKED;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.definitioncheck.module.ModuleDescriptor;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.yaml.MapOverlay;
import org.definitioncheck.yaml.YamlNode;
import org.definitioncheck.yaml.YamlNode.Entry;
import org.definitioncheck.yaml.YamlNode.Mapping;
import org.definitioncheck.yaml.YamlReader;

/** Puts together what makes up a definition: what it inherits or is made of, what is written, what decorates it. */
final class DefinitionResolver {

    private final ConfigurationSource source;
    private final Modules modules;
    private final MagnoliaFacts facts;
    private final YamlReader yaml;
    private final Problems problems;
    private final MapOverlay overlay;
    private final Map<DefinitionProvider, Optional<Mapping>> resolved = new IdentityHashMap<>();

    DefinitionResolver(
            ConfigurationSource source, Modules modules, MagnoliaFacts facts, YamlReader yaml, Problems problems) {
        this.source = source;
        this.modules = modules;
        this.facts = facts;
        this.yaml = yaml;
        this.problems = problems;
        this.overlay = new MapOverlay(problems);
    }

    /** The definition with all that belongs to it; empty if that cannot be known, which has then been reported. */
    Optional<Mapping> resolve(DefinitionProvider provider) {
        if (resolved.containsKey(provider)) {
            if (resolved.get(provider) == null) {
                problems.add(
                        new Location(provider.file().path(), 1),
                        SEVERE,
                        "inherits from itself; one has to stand alone");
                return Optional.empty();
            }
            return resolved.get(provider);
        }
        resolved.put(provider, null);
        Optional<Mapping> tree =
                switch (provider.tag()) {
                    case DefinitionProvider.INHERIT -> inherited(provider);
                    case DefinitionProvider.CONTENT_TYPE -> contentTypeApp(provider);
                    default -> Optional.of(provider.written());
                };
        tree = tree.map(full -> decorated(
                provider.type().named() ? named(full, provider) : full,
                source.decorators(provider.type()).getOrDefault(provider.id(), List.of())));
        resolved.put(provider, tree);
        return tree;
    }

    private static Mapping named(Mapping tree, DefinitionProvider provider) {
        Location place = tree.location();
        return YamlNode.isNothing(tree.get("name"))
                ? tree.with("name", new Entry(place, new YamlNode.Scalar(place, provider.name())))
                : tree;
    }

    private Optional<Mapping> inherited(DefinitionProvider provider) {
        Location place = provider.written().location();
        String id = provider.argument();
        DefinitionProvider base = source.providers(provider.type()).get(id);
        if (base == null) {
            boolean magnolias = facts.ids(provider.type()).contains(id);
            problems.add(
                    place,
                    magnolias ? UNCHECKED : SEVERE,
                    "inherits " + id + ", which "
                            + (magnolias
                                    ? "is Magnolia's own: what is in it is not known here"
                                    : "does not exist"
                                            + known(source.providers(provider.type())
                                                    .keySet())));
            return Optional.empty();
        }
        if (base.module().equals(provider.module())) {
            problems.add(
                    place,
                    MAJOR,
                    "inherits " + id + " of its own module, which Magnolia reports as a problem;"
                            + " use !include: for what they share");
        } else if (!modules.dependsOn(provider.module(), base.module())) {
            problems.add(
                    place,
                    MAJOR,
                    "inherits " + id + ", but module '" + provider.module() + "' does not name '" + base.module()
                            + "' as a dependency; its descriptor has to");
        }
        return resolve(base).map(tree -> overlay.lay(tree, named(provider.written(), provider), "/"));
    }

    private Optional<Mapping> contentTypeApp(DefinitionProvider provider) {
        Mapping written = provider.written();
        Optional<DefinitionProvider> contentType = contentType(provider.argument());
        if (contentType.isEmpty()) {
            problems.add(
                    written.location(),
                    SEVERE,
                    "is made of content type " + provider.argument() + ", which does not exist"
                            + known(source.providers(DefinitionType.CONTENT_TYPE)
                                    .keySet()));
            return Optional.empty();
        }
        // What is wrong with the content type is reported where that is written.
        Problems elsewhere = new Problems();
        return resolve(contentType.get())
                .flatMap(tree -> new Map2Bean(facts, elsewhere).definition(tree, DefinitionType.CONTENT_TYPE))
                .filter(bean -> elsewhere.isEmpty())
                .flatMap(bean -> new ContentTypeApp(this::workspaceOf, written, problems)
                        .app(contentType.get().definition(bean)))
                .map(generated -> overlay.lay(generated, written, "/"));
    }

    /** Names of content types are compared without case here ({@code AppWithContentType}). */
    private Optional<DefinitionProvider> contentType(String name) {
        return source.providers(DefinitionType.CONTENT_TYPE).values().stream()
                .filter(candidate -> candidate.id().equalsIgnoreCase(name))
                .findFirst();
    }

    private Optional<String> workspaceOf(String contentType) {
        return contentType(contentType)
                .flatMap(this::resolve)
                .map(type -> type.get("datasource"))
                .map(datasource -> YamlNode.toMap(datasource).text("workspace"))
                .or(() -> facts.contentTypeWorkspace(contentType));
    }

    /** A folder that is no module comes first, then they go in the order of modules (Magnolia: {@code DefinitionDecorators}). */
    private Mapping decorated(Mapping base, List<DefinitionDecorator> decorators) {
        List<DefinitionDecorator> ordered = decorators.stream()
                .sorted(Comparator.<DefinitionDecorator>comparingInt(d -> modules.position(d.module()))
                        .thenComparing(d -> d.file().path()))
                .toList();
        Mapping tree = base;
        for (DefinitionDecorator decorator : ordered) {
            Optional<YamlReader.Document> document = yaml.read(decorator.file(), MAJOR, Set.of());
            if (document.isPresent()) {
                Mapping over = YamlNode.toMap(document.get().content());
                if (over.entries().isEmpty()) {
                    problems.add(over.location(), MAJOR, "adds nothing to what it decorates; delete it");
                }
                tree = overlay.lay(tree, over, decorator.into());
            }
        }
        return tree;
    }

    /** Looks for decorations of definitions that do not exist. */
    void checkDecorated() {
        for (DefinitionType type : DefinitionType.values()) {
            Set<String> ids = source.providers(type).keySet();
            source.decorators(type)
                    .forEach((id, decorators) -> decorators.forEach(decorator -> {
                        if (ids.contains(id)) {
                            return;
                        }
                        if (facts.ids(type).contains(id)) {
                            // Magnolia's own: nothing of it is known here, so only the decoration's form is looked at.
                            yaml.read(decorator.file(), MAJOR, Set.of());
                        } else {
                            problems.add(
                                    Location.of(decorator.file().path()),
                                    MAJOR,
                                    "decorates " + type.folder() + " " + id + ", which does not exist" + known(ids));
                        }
                    }));
        }
    }

    /** What decorations add to the configuration of modules, by module. */
    Map<String, BeanNode> configs() {
        Map<String, BeanNode> configs = new TreeMap<>();
        source.configDecorators().forEach((module, decorators) -> {
            boolean configurable = facts.modules().containsKey(module)
                    || modules.find(module)
                            .flatMap(ModuleDescriptor::moduleClass)
                            .isPresent();
            if (!configurable) {
                decorators.forEach(decorator -> problems.add(
                        Location.of(decorator.file().path()),
                        modules.exists(module) ? MAJOR : SILENT,
                        "decorates the configuration of module '" + module + "', which "
                                + (modules.exists(module) ? "has none" : "does not exist") + "; delete it"));
            }
            Mapping nothing = Mapping.empty(Location.of("/" + module + "/config.yaml"));
            configs.put(module, Map2Bean.any(decorated(nothing, decorators)));
        });
        return configs;
    }
}
