package org.definitioncheck.definition;

import static org.definitioncheck.problem.Problems.known;
import static org.definitioncheck.problem.Severity.DEPRECATED;
import static org.definitioncheck.problem.Severity.MAJOR;
import static org.definitioncheck.problem.Severity.MINOR;
import static org.definitioncheck.problem.Severity.SILENT;
import static org.definitioncheck.problem.Severity.UNCHECKED;

import java.util.Date;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.definitioncheck.definition.PropertyType.Simple;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.yaml.YamlNode;
import org.definitioncheck.yaml.YamlNode.Entry;
import org.definitioncheck.yaml.YamlNode.Mapping;
import org.definitioncheck.yaml.YamlNode.Scalar;

/**
 * Holds a tree against what Magnolia knows of a type, as its {@code Map2BeanTransformer} would fill the beans; what that
 * leaves out or converts wrongly is a problem here.
 */
final class Map2Bean {

    /** {@code $type} that 6.3 demands and 6.2 passes over, by the type it stands in. */
    private static final Map<String, Set<String>> LATER_TYPES = Map.of(
            "info.magnolia.types.datasource.DataSourceDefinition",
            Set.of("jcrContentTypeDatasource", "contentTypeDatasource"));

    private static final String NO_VALUE = "' has no value; give it one or leave it out";

    /** Where the classes of the 5 UI are: 6.2 has them still, and cannot use them here. */
    private static final String FIVE_UI = "info.magnolia.ui.form.";

    private static final String MULTI_VALUE_FIELD = "info.magnolia.ui.field.JcrMultiValueFieldDefinition";

    private final MagnoliaFacts facts;
    private final Problems problems;
    private final Map<Mapping, String> namedOnTheWay = new IdentityHashMap<>();

    Map2Bean(MagnoliaFacts facts, Problems problems) {
        this.facts = facts;
        this.problems = problems;
    }

    /** The definition as a whole; empty if it has no usable type. */
    Optional<BeanNode> definition(Mapping tree, DefinitionType type) {
        return bean(tree.location(), "", tree, type.base());
    }

    private Optional<BeanNode> node(Location key, String name, YamlNode tree, PropertyType type) {
        if (YamlNode.isNothing(tree)) {
            problems.add(key, MINOR, "'" + name + NO_VALUE);
            return Optional.empty();
        }
        if (type == Simple.ANY) {
            return Optional.of(any(tree));
        }
        if (type instanceof PropertyType.ListOf list && !(tree instanceof Scalar)) {
            return Optional.of(list(key, tree, list.items()));
        }
        if (type instanceof PropertyType.MapOf map && tree instanceof Mapping mapping) {
            return Optional.of(map(key, mapping, map.values()));
        }
        if (type instanceof PropertyType.Bean bean) {
            if (tree instanceof Mapping mapping) {
                return bean(key, name, mapping, bean.type());
            }
            Set<String> properties =
                    facts.properties(facts.implementation(bean.type())).keySet();
            String described =
                    facts.shortName(bean.type()) + (properties.isEmpty() ? "" : " with " + Problems.listed(properties));
            problems.add(key, MAJOR, "'" + name + "' must be a map: " + described);
            return Optional.empty();
        }
        if (type instanceof PropertyType.ListOf || type instanceof PropertyType.MapOf) {
            problems.add(key, MINOR, "'" + name + "' must be " + type.description());
            return Optional.empty();
        }
        if (tree instanceof Scalar scalar) {
            return scalar(key, name, scalar.value(), type).map(value -> BeanNode.value(key, value));
        }
        problems.add(
                key,
                tree instanceof Mapping ? MINOR : MAJOR,
                "'" + name + "' must be " + type.description() + ", not a map or a list");
        return Optional.empty();
    }

    private BeanNode list(Location key, YamlNode tree, PropertyType items) {
        Map<String, BeanNode> nodes = new LinkedHashMap<>();
        if (tree instanceof YamlNode.Sequence list) {
            list.items().forEach(item -> {
                String at = String.valueOf(nodes.size());
                item(item.location(), at, at, item, items).ifPresent(part -> nodes.put(at, part));
            });
        } else {
            // All are named before one is looked at: an alias is one object for Magnolia.
            Map<String, YamlNode> named = new LinkedHashMap<>();
            Map<String, Entry> entries = ((Mapping) tree).entries();
            entries.forEach((name, entry) -> named.put(name, named(name, entry)));
            named.remove("class");
            named.forEach((name, item) -> {
                String at = String.valueOf(nodes.size());
                item(entries.get(name).key(), name, at, item, items).ifPresent(part -> nodes.put(at, part));
            });
        }
        return BeanNode.list(key, nodes);
    }

    private Optional<BeanNode> item(Location key, String name, String at, YamlNode tree, PropertyType type) {
        if (YamlNode.isNothing(tree)) {
            problems.add(key, MAJOR, "'" + name + NO_VALUE);
            return Optional.empty();
        }
        return node(key, at, tree, type);
    }

    /** Where a map stands for a list, its keys become the items' names. */
    private YamlNode named(String key, Entry entry) {
        if (!(entry.value() instanceof Mapping map) || !YamlNode.isNothing(map.get("name"))) {
            return entry.value();
        }
        String earlier = namedOnTheWay.putIfAbsent(map, key);
        if (earlier != null && !earlier.equals(key)) {
            problems.add(
                    entry.key(),
                    SILENT,
                    "'" + key + "' is one object with '" + earlier + "' through an alias, and Magnolia gives both"
                            + " the name '" + earlier + "'; write {<<: *alias} for a copy");
        }
        return map.with("name", new Entry(entry.key(), new Scalar(entry.key(), key)));
    }

    private BeanNode map(Location key, Mapping map, PropertyType values) {
        Map<String, BeanNode> nodes = new LinkedHashMap<>();
        map.entries().forEach((name, entry) -> {
            if (!name.equals("class")) {
                node(entry.key(), name, entry.value(), values).ifPresent(part -> nodes.put(name, part));
            }
        });
        return BeanNode.map(key, nodes);
    }

    /** A tree that may be anything. */
    static BeanNode any(YamlNode tree) {
        Map<String, BeanNode> parts = new LinkedHashMap<>();
        if (tree instanceof YamlNode.Sequence list) {
            list.items().stream()
                    .filter(item -> !YamlNode.isNothing(item))
                    .forEach(item -> parts.put(String.valueOf(parts.size()), any(item)));
            return BeanNode.list(tree.location(), parts);
        }
        if (tree instanceof Mapping map) {
            map.entries().forEach((key, entry) -> {
                if (!YamlNode.isNothing(entry.value())) {
                    parts.put(key, any(entry.value()));
                }
            });
            return BeanNode.map(tree.location(), parts);
        }
        return BeanNode.value(tree.location(), ((Scalar) tree).value());
    }

    private Optional<BeanNode> bean(Location key, String name, Mapping tree, String expected) {
        return type(tree, expected).map(type -> bean(key, name, tree.entries(), type, facts.properties(type)));
    }

    private BeanNode bean(
            Location key, String name, Map<String, Entry> entries, String type, Map<String, PropertyType> properties) {
        String shortName = facts.shortName(type);
        Map<String, BeanNode> nodes = new LinkedHashMap<>();
        facts.alias(type).ifPresent(alias -> nodes.put("$type", BeanNode.value(key, alias)));
        nodes.put("class", BeanNode.value(key, type));
        entries.forEach((property, entry) -> {
            // Magnolia lets any name pass: lists are merged by it.
            PropertyType expected = properties.get(property) == null && property.equals("name")
                    ? Simple.STRING
                    : properties.get(property);
            if (property.equals("class") || property.equals("$type")) {
                return;
            }
            if (property.startsWith("$")) {
                problems.add(entry.key(), SILENT, "'" + property + "' means nothing to Magnolia; only $type does");
            } else if (expected == null) {
                problems.add(
                        entry.key(),
                        MINOR,
                        "'" + property + "' is no property of " + shortName + known(properties.keySet()));
            } else if (expected == Simple.UNSUPPORTED) {
                problems.add(entry.key(), UNCHECKED, "'" + property + "' of " + shortName + " is not supported here");
            } else {
                if (facts.isDeprecated(type, property)) {
                    problems.add(
                            entry.key(),
                            DEPRECATED,
                            "'" + property + "' of " + shortName
                                    + " is deprecated, which Magnolia reports as a problem");
                }
                node(entry.key(), property, entry.value(), expected).ifPresent(part -> nodes.put(property, part));
            }
        });
        if (properties.containsKey("name") && nodes.get("name") == null && !name.isBlank()) {
            nodes.put("name", BeanNode.value(key, facts.ownName(type).orElse(name)));
        }
        if (type.equals(MULTI_VALUE_FIELD)) {
            // Its setter does that.
            nodes.computeIfPresent("field", (property, field) -> field.renamed("value"));
        }
        return BeanNode.bean(key, type, nodes);
    }

    private Optional<String> type(Mapping tree, String expected) {
        String written = tree.text("class");
        String alias = tree.text("$type");
        Map<String, String> aliases = facts.aliases(expected);
        String type = expected;
        if (written != null) {
            type = written.trim();
            if (!facts.knows(type)) {
                problems.add(
                        tree.entries().get("class").key(),
                        type.startsWith(FIVE_UI) ? SILENT : MAJOR,
                        "class " + written + " is unknown here; known as " + facts.shortName(expected) + ": "
                                + Problems.listed(facts.subtypes(expected)));
                return Optional.empty();
            }
        } else if (alias != null) {
            Location place = tree.entries().get("$type").key();
            if (aliases.containsKey(alias)) {
                type = aliases.get(alias);
            } else if (!aliases.isEmpty()) {
                problems.add(place, MAJOR, "$type " + alias + " is unknown here" + known(aliases.keySet()));
                return Optional.empty();
            } else if (!LATER_TYPES.getOrDefault(expected, Set.of()).contains(alias)) {
                problems.add(place, SILENT, "$type means nothing for " + facts.shortName(expected) + "; delete it");
            }
        }
        type = facts.implementation(type);
        Optional<String> unknownParent = facts.unknownParent(type);
        if (unknownParent.isPresent()) {
            problems.add(
                    tree.location(),
                    UNCHECKED,
                    type + " extends " + unknownParent.get() + ", of which nothing is known here; check with the jar"
                            + " that holds it");
            return Optional.empty();
        }
        if (!facts.isA(type, expected)) {
            problems.add(
                    tree.location(),
                    MINOR,
                    type + " is no " + facts.shortName(expected) + ", which is expected here"
                            + known(facts.subtypes(expected)));
            return Optional.empty();
        }
        if (facts.isAbstract(type) || !facts.knows(type)) {
            problems.add(
                    tree.location(),
                    facts.implementation(expected).equals(expected) ? MAJOR : SILENT,
                    aliases.isEmpty()
                            ? "needs a class" + known(facts.subtypes(expected))
                            : "needs a $type or class" + known(aliases.keySet()));
            return Optional.empty();
        }
        return Optional.of(type);
    }

    private Optional<Object> scalar(Location key, String name, Object value, PropertyType type) {
        Optional<Object> converted = value instanceof Date || value instanceof byte[]
                ? Optional.empty()
                : converted(value, value.toString(), type);
        if (converted.isEmpty()) {
            problems.add(
                    key,
                    type instanceof PropertyType.Enumeration ? MAJOR : SILENT,
                    "'" + name + "' must be " + type.description() + ", not "
                            + (value instanceof Date ? "a date (put it in quotes)" : value));
        } else if (type instanceof PropertyType.JavaClass javaClass
                && !classExists(value.toString(), javaClass.base(), name)) {
            problems.add(
                    key,
                    MINOR,
                    "'" + name + "': the class " + value + " is unknown here"
                            + (facts.classes(javaClass.base()).isEmpty()
                                    ? ""
                                    : known(facts.classes(javaClass.base()))));
            return Optional.empty();
        }
        return converted;
    }

    private static Optional<Object> converted(Object value, String text, PropertyType type) {
        if (type instanceof PropertyType.Enumeration enumeration) {
            return enumeration.constants().stream()
                    .filter(text::equalsIgnoreCase)
                    .findFirst()
                    .map(Object.class::cast);
        }
        if (type instanceof PropertyType.JavaClass) {
            return value instanceof String ? Optional.of(text.trim()) : Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    switch ((Simple) type) {
                        case BOOLEAN -> text.matches("true|false") ? Boolean.valueOf(text) : null;
                        case INT -> value instanceof Double ? null : Integer.valueOf(text);
                        case LONG -> value instanceof Double ? null : Long.valueOf(text);
                        case NUMBER -> Double.valueOf(text);
                        default -> text;
                    });
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean classExists(String name, String base, String property) {
        if (facts.classes(base).contains(name) || facts.knowsClass(name)) {
            return true;
        }
        // What is a RenderingModel is nothing outside Magnolia's own jars.
        if (property.equals("modelClass") || name.startsWith("info.magnolia.") || name.startsWith("com.vaadin.")) {
            return false;
        }
        return Map2Bean.class.getClassLoader().getResource(name.replace('.', '/') + ".class") != null;
    }
}
