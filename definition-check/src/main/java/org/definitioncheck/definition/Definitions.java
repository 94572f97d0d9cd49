package org.definitioncheck.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;

/** All definitions of all modules, read, merged, decorated and checked. Immutable: load again when the files change. */
public final class Definitions {

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

    private static final Pattern IN_MODULE = Pattern.compile("^/([^/]+)/([^/]+)/.+");
    private static final Pattern MODULE_CONFIG = Pattern.compile("^/[a-zA-Z0-9-_]+/config\\.yaml$");

    private static final String INHERIT = "!inherit:";
    private static final String CONTENT_TYPE = "!content-type:";

    private final Map<DefinitionType, Map<String, Definition>> definitions;
    private final Map<String, Map<String, Object>> moduleConfigs;

    private Definitions(
            Map<DefinitionType, Map<String, Definition>> definitions, Map<String, Map<String, Object>> moduleConfigs) {
        this.definitions = definitions;
        this.moduleConfigs = moduleConfigs;
    }

    /**
     * Reads the definitions of all modules among the resources.
     *
     * @throws ProblemsException if anything in them is not as Magnolia wants it, or is real but not supported here; it lists
     *     everything that was found
     */
    public static Definitions load(Resources resources, Modules modules, MagnoliaFacts facts) {
        Loading loading = new Loading(resources, modules, facts);
        Definitions loaded = loading.load();
        if (!loading.problems.isEmpty()) {
            throw new ProblemsException(loading.problems);
        }
        return loaded;
    }

    /** Everything that {@link #load} would refuse; empty if it would not. */
    public static List<Problem> problems(Resources resources, Modules modules, MagnoliaFacts facts) {
        Loading loading = new Loading(resources, modules, facts);
        loading.load();
        return loading.problems.stream().sorted().distinct().toList();
    }

    /** The definition of a kind with an id such as {@code efc-events:pages/archive}; empty if there is none. */
    public Optional<Definition> find(DefinitionType type, String id) {
        return Optional.ofNullable(definitions.get(type).get(id));
    }

    /** All definitions of a kind, by id. */
    public Collection<Definition> all(DefinitionType type) {
        return definitions.get(type).values();
    }

    /**
     * What decorations add to a module's configuration, such as the app launcher's groups for {@code admincentral}. The
     * configuration that Magnolia itself brings is not in it. Empty if nothing decorates the module.
     */
    public Map<String, Object> moduleConfig(String module) {
        return moduleConfigs.getOrDefault(module, Map.of());
    }

    /** A file that holds a definition, as written. */
    private static final class Source {
        private final DefinitionType type;
        private final String module;
        private final Resource file;
        private final String defaultName;
        private String id;
        private String tag = "";
        private String argument = "";
        private Tree.Branch written;
        private Tree.Branch merged;
        private boolean merging;

        Source(DefinitionType type, String module, Resource file, String defaultName) {
            this.type = type;
            this.module = module;
            this.file = file;
            this.defaultName = defaultName;
        }
    }

    private record Decoration(Resource file, String module, String target, String into) {}

    private static final class Loading {
        private final Resources resources;
        private final Modules modules;
        private final MagnoliaFacts facts;
        private final List<Problem> problems = new ArrayList<>();
        private final YamlFiles yaml;
        private final Map<DefinitionType, Map<String, Source>> sources = new EnumMap<>(DefinitionType.class);
        private final Map<DefinitionType, Map<String, List<Decoration>>> decorations =
                new EnumMap<>(DefinitionType.class);
        private final Map<String, List<Decoration>> configDecorations = new TreeMap<>();

        Loading(Resources resources, Modules modules, MagnoliaFacts facts) {
            this.resources = resources;
            this.modules = modules;
            this.facts = facts;
            this.yaml = new YamlFiles(resources, problems);
            for (DefinitionType type : DefinitionType.values()) {
                sources.put(type, new TreeMap<>());
                decorations.put(type, new TreeMap<>());
            }
        }

        Definitions load() {
            resources.all().forEach(this::sort);
            Map<DefinitionType, Map<String, Shaped>> shaped = new EnumMap<>(DefinitionType.class);
            Map<DefinitionType, Map<String, Definition>> definitions = new EnumMap<>(DefinitionType.class);
            Shape shape = new Shape(facts, problems);
            for (DefinitionType type : DefinitionType.values()) {
                Map<String, Shaped> ofType = new TreeMap<>();
                Map<String, Definition> plain = new LinkedHashMap<>();
                for (Source source : sources.get(type).values()) {
                    shape.definition(merged(source), type).ifPresent(definition -> {
                        ofType.put(source.id, definition);
                        plain.put(source.id, definition(source, definition));
                    });
                }
                shaped.put(type, ofType);
                definitions.put(type, plain);
            }
            checkTargets();
            Map<String, Shaped> configs = configs();
            new References(resources, modules, facts, shaped, configs, problems).check();
            Map<String, Map<String, Object>> plainConfigs = new TreeMap<>();
            configs.forEach((module, config) -> plainConfigs.put(module, plain(config)));
            return new Definitions(definitions, plainConfigs);
        }

        private static Definition definition(Source source, Shaped shaped) {
            return new Definition(source.type, source.id, source.module, source.file.path(), plain(shaped));
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> plain(Shaped shaped) {
            return (Map<String, Object>) shaped.plain();
        }

        /** Finds out what a file is to Magnolia; a file that looks like a definition but is none is a problem. */
        private void sort(Resource file) {
            String path = file.path();
            boolean isYaml = path.endsWith(".yaml") || path.endsWith(".yml");
            Matcher within = IN_MODULE.matcher(path);
            if (!isYaml || path.startsWith("/META-INF/") || path.startsWith("/mgnl-")) {
                return;
            }
            if (MODULE_CONFIG.matcher(path).matches()) {
                problems.add(new Problem(
                        path, 0, "is read only for a module with a Java class that has properties; this one has none"));
            }
            if (!within.matches()) {
                return;
            }
            String folder = within.group(2);
            if (folder.equals("decorations")) {
                decoration(file);
                return;
            }
            Optional<DefinitionType> type = DefinitionType.ofFolder(folder);
            if (facts.unsupportedFolders().contains(folder)) {
                problems.add(new Problem(path, 0, "is a definition of a kind that is not supported here: " + folder));
            } else if (type.isPresent()) {
                Matcher matcher = DEFINITION.matcher(path);
                if (matcher.matches()) {
                    definitionFile(type.get(), file, matcher);
                } else {
                    problems.add(new Problem(
                            path,
                            0,
                            "is not read by Magnolia: the name of a definition ends in .yaml and is made of letters,"
                                    + " digits, '-', '_' and '.'"));
                }
            }
        }

        private void definitionFile(DefinitionType type, Resource file, Matcher path) {
            String module = path.group(1);
            String name = path.group(4);
            Source source = new Source(type, module, file, name);
            Map<String, YamlFiles.TopTag> topTags = new LinkedHashMap<>();
            topTags.put(INHERIT, (argument, written) -> remember(source, INHERIT, argument, written));
            if (type == DefinitionType.APP) {
                topTags.put(CONTENT_TYPE, (argument, written) -> remember(source, CONTENT_TYPE, argument, written));
            }
            Optional<Tree> tree = yaml.read(file, topTags);
            if (tree.isEmpty()) {
                return;
            }
            if (!(tree.get() instanceof Tree.Branch written)) {
                problems.add(tree.get().place().problem("a definition must be a map"));
                return;
            }
            source.written = written;
            String own = type.named() ? written.text("name") : null;
            String relative = path.group(3) == null ? name : path.group(3) + name;
            source.id = type.id(module, relative, own == null ? name : own);
            Source other = sources.get(type).putIfAbsent(source.id, source);
            if (other != null) {
                problems.add(new Problem(
                        file.path(), 1, "has the id " + source.id + ", which " + other.file.path() + " has already"));
            } else if (facts.ids(type).contains(source.id)) {
                problems.add(new Problem(file.path(), 1, "has the id " + source.id + ", which Magnolia itself uses"));
            }
        }

        private static Optional<Tree.Branch> remember(Source source, String tag, String argument, Tree.Branch written) {
            source.tag = tag;
            source.argument = argument;
            return Optional.of(written);
        }

        private void decoration(Resource file) {
            Matcher config = CONFIG_DECORATION.matcher(file.path());
            Matcher matcher = DECORATION.matcher(file.path());
            if (config.matches() && config.group("rest").equals("/")) {
                configDecorations
                        .computeIfAbsent(config.group("target"), t -> new ArrayList<>())
                        .add(decoration(file, config));
                return;
            }
            if (!matcher.matches()) {
                problems.add(new Problem(
                        file.path(),
                        0,
                        "decorates nothing: write decorations/<module>/config.yaml or"
                                + " decorations/<module>/<kind>/<path>.yaml"));
                return;
            }
            if (config.matches()) {
                problems.add(new Problem(
                        file.path(),
                        0,
                        "ends in 'config': Magnolia would lay it over the configuration of module "
                                + config.group("target") + " as well"));
            }
            Optional<DefinitionType> type = DefinitionType.ofFolder(matcher.group("folder"));
            if (type.isEmpty()) {
                problems.add(new Problem(
                        file.path(), 0, "decorates a kind that is not supported here: " + matcher.group("folder")));
                return;
            }
            String name = matcher.group("name");
            String path = matcher.group("path") == null ? name : matcher.group("path") + name;
            decorations
                    .get(type.get())
                    .computeIfAbsent(type.get().id(matcher.group("target"), path, name), id -> new ArrayList<>())
                    .add(decoration(file, matcher));
        }

        private static Decoration decoration(Resource file, Matcher matcher) {
            String into = matcher.group("into") == null ? "" : matcher.group("into");
            return new Decoration(file, matcher.group("module"), matcher.group("target"), "/" + into.replace('.', '/'));
        }

        /** The definition with what it builds on and its decorations. */
        private Tree.Branch merged(Source source) {
            if (source.merged != null) {
                return source.merged;
            }
            if (source.merging) {
                problems.add(new Problem(source.file.path(), 1, "inherits from itself"));
                return source.written;
            }
            source.merging = true;
            Tree.Branch tree = source.written;
            if (source.tag.equals(INHERIT)) {
                tree = inherited(source);
            } else if (source.tag.equals(CONTENT_TYPE)) {
                tree = contentTypeApp(source);
            }
            if (source.type.named() && Tree.isNothing(tree.get("name"))) {
                tree = tree.with("name", entry(tree.place(), source.defaultName));
            }
            for (Decoration decoration : ordered(decorations.get(source.type).getOrDefault(source.id, List.of()))) {
                tree = decorated(tree, decoration);
            }
            source.merged = tree;
            return tree;
        }

        private static Tree.Entry entry(Place place, Object value) {
            return new Tree.Entry(place, new Tree.Leaf(place, value));
        }

        private Tree.Branch inherited(Source source) {
            Tree.Branch written = source.written;
            Source base = sources.get(source.type).get(source.argument);
            if (base == null) {
                boolean magnolias = facts.ids(source.type).contains(source.argument);
                problems.add(written.place()
                        .problem("inherits " + source.argument + ", which "
                                + (magnolias
                                        ? "is Magnolia's own: what is in it is not known here"
                                        : "does not exist; known: "
                                                + MagnoliaFacts.listed(
                                                        sources.get(source.type).keySet()))));
                return written;
            }
            if (base.module.equals(source.module)) {
                problems.add(written.place()
                        .problem("inherits " + source.argument
                                + " of its own module, which Magnolia reports as a problem;"
                                + " use !include: for what they share"));
            } else if (!modules.dependsOn(source.module, base.module)) {
                problems.add(written.place()
                        .problem("inherits " + source.argument + ", but module '" + source.module + "' does not name '"
                                + base.module + "' as a dependency"));
            }
            Tree.Branch over = Tree.isNothing(written.get("name"))
                    ? written.with("name", entry(written.place(), source.defaultName))
                    : written;
            return new Overlay(problems).lay(merged(base), over, "/");
        }

        private Tree.Branch contentTypeApp(Source source) {
            Tree.Branch written = source.written;
            // Names of content types are compared without case here (AppWithContentType).
            Optional<Source> contentType = sources.get(DefinitionType.CONTENT_TYPE).values().stream()
                    .filter(candidate -> candidate.id.equalsIgnoreCase(source.argument))
                    .findFirst();
            if (contentType.isEmpty()) {
                problems.add(written.place()
                        .problem("is made of content type " + source.argument + ", which does not exist; known: "
                                + MagnoliaFacts.listed(
                                        sources.get(DefinitionType.CONTENT_TYPE).keySet())));
                return written;
            }
            List<Problem> elsewhere = new ArrayList<>();
            Optional<Shaped> shaped =
                    new Shape(facts, elsewhere).definition(merged(contentType.get()), DefinitionType.CONTENT_TYPE);
            if (shaped.isEmpty() || !elsewhere.isEmpty()) {
                // Reported at the content type itself.
                return written;
            }
            ContentTypeApp generator = new ContentTypeApp(this::workspaceOf, written, problems);
            return generator
                    .app(definition(contentType.get(), shaped.get()))
                    .map(generated -> new Overlay(problems).lay(generated, written, "/"))
                    .orElse(written);
        }

        private Optional<String> workspaceOf(String contentType) {
            return sources.get(DefinitionType.CONTENT_TYPE).values().stream()
                    .filter(candidate -> candidate.id.equalsIgnoreCase(contentType))
                    .findFirst()
                    .map(candidate -> merged(candidate).get("datasource"))
                    .map(datasource -> Tree.toMap(datasource).text("workspace"))
                    .or(() -> facts.contentTypeWorkspace(contentType));
        }

        /** A folder that is no module first, then in the order of modules (Magnolia: {@code DefinitionDecorators}). */
        private List<Decoration> ordered(List<Decoration> unordered) {
            return unordered.stream()
                    .sorted(Comparator.<Decoration>comparingInt(d -> modules.position(d.module()))
                            .thenComparing(d -> d.file().path()))
                    .toList();
        }

        private Tree.Branch decorated(Tree.Branch base, Decoration decoration) {
            Optional<Tree> tree = yaml.read(decoration.file(), Map.of());
            if (tree.isEmpty()) {
                return base;
            }
            Tree.Branch over = Tree.toMap(tree.get());
            if (over.entries().isEmpty()) {
                problems.add(over.place().problem("adds nothing to what it decorates"));
            }
            return new Overlay(problems).lay(base, over, decoration.into());
        }

        private void checkTargets() {
            decorations.forEach((type, byId) -> byId.forEach((id, files) -> {
                boolean own = sources.get(type).containsKey(id);
                for (Decoration decoration : files) {
                    if (!own && facts.ids(type).contains(id)) {
                        // Magnolia's own: nothing of it is shown here, so only its form is looked at.
                        yaml.read(decoration.file(), Map.of());
                    } else if (!own) {
                        problems.add(new Problem(
                                decoration.file().path(),
                                0,
                                "decorates " + type.folder() + " " + id + ", which does not exist; known: "
                                        + MagnoliaFacts.listed(sources.get(type).keySet())));
                    }
                }
            }));
        }

        private Map<String, Shaped> configs() {
            Map<String, Shaped> configs = new TreeMap<>();
            Set<String> refused = new HashSet<>();
            configDecorations.forEach((module, files) -> {
                Tree.Branch config = Tree.Branch.empty(new Place("/" + module + "/config.yaml", 0));
                for (Decoration decoration : ordered(files)) {
                    if (!facts.modules().containsKey(module)
                            && refused.add(decoration.file().path())) {
                        problems.add(new Problem(
                                decoration.file().path(),
                                0,
                                modules.exists(module)
                                        ? "decorates the configuration of module '" + module + "', which has none"
                                        : "decorates the configuration of module '" + module
                                                + "', which does not exist"));
                    }
                    config = decorated(config, decoration);
                }
                configs.put(module, Shape.any(config));
            });
            return configs;
        }
    }
}
