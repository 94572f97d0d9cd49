package org.definitioncheck.definition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Resources;
import org.definitioncheck.yaml.YamlReader;

/** All definitions of all modules, read, merged, decorated and checked. Immutable: load again when the files change. */
public final class Definitions {

    private final Map<DefinitionType, Map<String, Definition>> definitions = DefinitionType.map(TreeMap::new);
    private final Map<DefinitionType, Map<String, BeanNode>> beans = DefinitionType.map(TreeMap::new);
    private final Map<String, Map<String, Object>> moduleConfigs = new TreeMap<>();

    /** The first with what only the second have. */
    private Definitions(Definitions some, Definitions others) {
        for (Definitions part : List.of(some, others)) {
            part.definitions.forEach((type, byId) -> byId.forEach(definitions.get(type)::putIfAbsent));
            part.beans.forEach((type, byId) -> byId.forEach(beans.get(type)::putIfAbsent));
            part.moduleConfigs.forEach(moduleConfigs::putIfAbsent);
        }
    }

    private Definitions(Resources resources, Modules modules, MagnoliaFacts facts, Problems problems) {
        YamlReader yaml = new YamlReader(resources, problems);
        ConfigurationSource source = new ConfigurationSource(resources, modules, facts, yaml, problems);
        DefinitionResolver resolver = new DefinitionResolver(source, modules, facts, yaml, problems);
        Map2Bean map2Bean = new Map2Bean(facts, problems);
        beans.forEach((type, byId) -> source.providers(type).forEach((id, provider) -> resolver.resolve(provider)
                .flatMap(tree -> map2Bean.definition(tree, type))
                .ifPresent(bean -> {
                    byId.put(id, bean);
                    definitions.get(type).put(id, provider.definition(bean));
                })));
        resolver.checkDecorated();
        Map<String, BeanNode> configs = resolver.configs();
        configs.forEach((module, config) -> moduleConfigs.put(module, config.plainMap()));
        new DefinitionValidator(resources, modules, facts, source, beans, configs, problems).validate();
    }

    /**
     * Reads the definitions of all modules among the resources.
     *
     * @throws ProblemsException if anything in them is not as Magnolia wants it, or is real but not supported here; it lists
     *     everything that was found
     */
    public static Definitions load(Resources resources, Modules modules, MagnoliaFacts facts) {
        Problems problems = new Problems();
        Definitions loaded = new Definitions(resources, modules, facts, problems);
        problems.throwIfAny();
        return loaded;
    }

    /** As {@link #load}, but takes down what is wrong and gives the definitions that there are all the same. */
    public static Definitions read(Resources resources, Modules modules, MagnoliaFacts facts, Problems problems) {
        return new Definitions(resources, modules, facts, problems);
    }

    /** Everything that {@link #load} would refuse; empty if it would not. */
    public static List<Problem> problems(Resources resources, Modules modules, MagnoliaFacts facts) {
        Problems problems = new Problems();
        read(resources, modules, facts, problems);
        return problems.all();
    }

    /** These, and of the others those whose ids are not among these. */
    public Definitions and(Definitions others) {
        return new Definitions(this, others);
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
     * Where a part of a definition is written, which may be another file than the definition's own; where the nearest part
     * around it is, if there is no such part.
     *
     * @param path keys, or names of a list's items, with slashes between: {@code subApps/detail/form/properties/title}
     */
    public Location location(Definition definition, String path) {
        BeanNode whole = beans.get(definition.type()).get(definition.id());
        return whole.nearest(List.of(path.split("/"))).location();
    }

    /**
     * What decorations add to a module's configuration, such as the app launcher's groups for {@code admincentral}. The
     * configuration that Magnolia itself brings is not in it. Empty if nothing decorates the module.
     */
    public Map<String, Object> moduleConfig(String module) {
        return moduleConfigs.getOrDefault(module, Map.of());
    }
}
