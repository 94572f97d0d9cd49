package org.definitioncheck.definition;

import java.math.BigInteger;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.definitioncheck.problem.Problem;

/**
 * Holds a tree against what Magnolia knows of a type, as its {@code Map2BeanTransformer} would fill the beans; what that
 * leaves out or converts wrongly is a problem here.
 */
final class Shape {

    /** {@code $type} that 6.3 demands and 6.2 passes over, by the type it stands in. */
    private static final Map<String, Set<String>> LATER_TYPES = Map.of(
            "info.magnolia.types.datasource.DataSourceDefinition",
            Set.of("jcrContentTypeDatasource", "contentTypeDatasource"));

    private static final String MULTI_VALUE_FIELD = "info.magnolia.ui.field.JcrMultiValueFieldDefinition";

    private final MagnoliaFacts facts;
    private final List<Problem> problems;
    private final Map<Tree.Branch, String> namedOnTheWay = new IdentityHashMap<>();

    Shape(MagnoliaFacts facts, List<Problem> problems) {
        this.facts = facts;
        this.problems = problems;
    }

    /** The definition as a whole; empty if it has no usable type. */
    Optional<Shaped> definition(Tree.Branch tree, DefinitionType type) {
        return bean(tree.place(), "", tree, type.base());
    }

    private Optional<Shaped> shape(Place key, String name, Tree tree, Kind kind) {
        if (Tree.isNothing(tree)) {
            problems.add(key.problem("'" + name + "' has no value; give it one or leave it out"));
            return Optional.empty();
        }
        if (kind instanceof Kind.ListOf list) {
            return list(key, name, tree, list.items());
        }
        if (kind instanceof Kind.MapOf map) {
            return map(key, name, tree, map.values());
        }
        if (kind instanceof Kind.Bean bean) {
            if (!(tree instanceof Tree.Branch branch)) {
                problems.add(key.problem("'" + name + "' must be a map: " + described(bean.type())));
                return Optional.empty();
            }
            return bean(key, name, branch, bean.type());
        }
        if (kind == Kind.Simple.ANY) {
            return Optional.of(any(tree));
        }
        if (!(tree instanceof Tree.Leaf leaf)) {
            problems.add(key.problem("'" + name + "' must be " + expected(kind) + ", not a map or a list"));
            return Optional.empty();
        }
        return scalar(key, name, leaf.value(), kind).map(value -> Shaped.value(key, value));
    }

    private String described(String type) {
        List<String> properties =
                List.copyOf(facts.properties(facts.implementation(type)).keySet());
        return facts.shortName(type) + (properties.isEmpty() ? "" : " with " + MagnoliaFacts.listed(properties));
    }

    private Optional<Shaped> list(Place key, String name, Tree tree, Kind items) {
        if (tree instanceof Tree.Leaf) {
            problems.add(key.problem("'" + name + "' must be a list"));
            return Optional.empty();
        }
        Map<String, Shaped> shaped = new LinkedHashMap<>();
        int index = 0;
        if (tree instanceof Tree.Items list) {
            for (Tree item : list.items()) {
                String at = String.valueOf(index++);
                shape(item.place(), at, item, items).ifPresent(part -> shaped.put(at, part));
            }
            return Optional.of(Shaped.list(key, shaped));
        }
        Map<String, Tree.Entry> named = new LinkedHashMap<>();
        ((Tree.Branch) tree).entries().forEach((entry, value) -> {
            if (!entry.equals("class")) {
                named.put(entry, new Tree.Entry(value.key(), named(entry, value)));
            }
        });
        for (Map.Entry<String, Tree.Entry> entry : named.entrySet()) {
            Tree item = entry.getValue().value();
            String at = String.valueOf(index++);
            shape(entry.getValue().key(), Tree.isNothing(item) ? entry.getKey() : at, item, items)
                    .ifPresent(part -> shaped.put(at, part));
        }
        return Optional.of(Shaped.list(key, shaped));
    }

    /** Where a map stands for a list, its keys become the items' names. */
    private Tree named(String key, Tree.Entry entry) {
        if (!(entry.value() instanceof Tree.Branch branch) || !Tree.isNothing(branch.get("name"))) {
            return entry.value();
        }
        String earlier = namedOnTheWay.putIfAbsent(branch, key);
        if (earlier != null && !earlier.equals(key)) {
            problems.add(entry.key()
                    .problem("'" + key + "' is one object with '" + earlier
                            + "' through an alias, and Magnolia gives both" + " the name '" + earlier
                            + "'; write {<<: *alias} for a copy"));
        }
        return branch.with("name", new Tree.Entry(entry.key(), new Tree.Leaf(entry.key(), key)));
    }

    private Optional<Shaped> map(Place key, String name, Tree tree, Kind values) {
        if (!(tree instanceof Tree.Branch branch)) {
            problems.add(key.problem("'" + name + "' must be a map"));
            return Optional.empty();
        }
        Map<String, Shaped> shaped = new LinkedHashMap<>();
        branch.entries().forEach((entry, value) -> {
            if (!entry.equals("class")) {
                shape(value.key(), entry, value.value(), values).ifPresent(part -> shaped.put(entry, part));
            }
        });
        return Optional.of(Shaped.map(key, shaped));
    }

    static Shaped any(Tree tree) {
        if (tree instanceof Tree.Leaf leaf) {
            return Shaped.value(leaf.place(), leaf.value());
        }
        Map<String, Shaped> parts = new LinkedHashMap<>();
        if (tree instanceof Tree.Items list) {
            list.items().stream()
                    .filter(item -> !Tree.isNothing(item))
                    .forEach(item -> parts.put(String.valueOf(parts.size()), any(item)));
            return Shaped.list(tree.place(), parts);
        }
        ((Tree.Branch) tree).entries().forEach((key, entry) -> {
            if (!Tree.isNothing(entry.value())) {
                parts.put(key, any(entry.value()));
            }
        });
        return Shaped.map(tree.place(), parts);
    }

    private Optional<Shaped> bean(Place key, String name, Tree.Branch tree, String expected) {
        Optional<String> resolved = type(tree, expected);
        if (resolved.isEmpty()) {
            return Optional.empty();
        }
        String type = resolved.get();
        Map<String, Kind> properties = facts.properties(type);
        Map<String, Shaped> shaped = new LinkedHashMap<>();
        facts.alias(type).ifPresent(alias -> shaped.put("$type", Shaped.value(key, alias)));
        shaped.put("class", Shaped.value(key, type));
        tree.entries().forEach((property, entry) -> {
            Kind kind = properties.get(property);
            if (property.equals("class") || property.equals("$type")) {
                return;
            }
            if (property.startsWith("$")) {
                problems.add(entry.key().problem("'" + property + "' means nothing to Magnolia; only $type does"));
            } else if (kind == null && property.equals("name")) {
                // Magnolia lets it pass: lists are merged by it.
                shape(entry.key(), property, entry.value(), Kind.Simple.STRING)
                        .ifPresent(part -> shaped.put(property, part));
            } else if (kind == null) {
                problems.add(entry.key()
                        .problem("'" + property + "' is no property of " + facts.shortName(type) + "; known: "
                                + MagnoliaFacts.listed(properties.keySet())));
            } else if (kind == Kind.Simple.UNSUPPORTED) {
                problems.add(entry.key()
                        .problem("'" + property + "' of " + facts.shortName(type) + " is not supported here"));
            } else {
                if (facts.isDeprecated(type, property)) {
                    problems.add(entry.key()
                            .problem("'" + property + "' of " + facts.shortName(type)
                                    + " is deprecated, which Magnolia reports as a problem"));
                }
                shape(entry.key(), property, entry.value(), kind).ifPresent(part -> shaped.put(property, part));
            }
        });
        if (properties.containsKey("name") && shaped.get("name") == null && !name.isBlank()) {
            shaped.put("name", Shaped.value(key, facts.ownName(type).orElse(name)));
        }
        if (type.equals(MULTI_VALUE_FIELD) && shaped.get("field") != null) {
            // Its setter does that.
            shaped.put("field", shaped.get("field").renamed("value"));
        }
        return Optional.of(Shaped.bean(key, type, shaped));
    }

    private Optional<String> type(Tree.Branch tree, String expected) {
        String written = tree.text("class");
        String alias = tree.text("$type");
        String type = expected;
        if (written != null) {
            Place place = tree.entries().get("class").key();
            if (!facts.knows(written.trim())) {
                problems.add(place.problem("class " + written + " is unknown here; known as "
                        + facts.shortName(expected) + ": " + MagnoliaFacts.listed(facts.subtypes(expected))));
                return Optional.empty();
            }
            type = written.trim();
        } else if (alias != null) {
            Map<String, String> aliases = facts.aliases(expected);
            Place place = tree.entries().get("$type").key();
            if (aliases.containsKey(alias)) {
                type = aliases.get(alias);
            } else if (!aliases.isEmpty()) {
                problems.add(place.problem(
                        "$type " + alias + " is unknown here; known: " + MagnoliaFacts.listed(aliases.keySet())));
                return Optional.empty();
            } else if (!LATER_TYPES.getOrDefault(expected, Set.of()).contains(alias)) {
                problems.add(place.problem("$type means nothing for " + facts.shortName(expected)));
            }
        }
        type = facts.implementation(type);
        if (!facts.isA(type, expected)) {
            problems.add(tree.place()
                    .problem(type + " is no " + facts.shortName(expected) + ", which is expected here; known: "
                            + MagnoliaFacts.listed(facts.subtypes(expected))));
            return Optional.empty();
        }
        if (facts.isAbstract(type) || !facts.knows(type)) {
            Map<String, String> aliases = facts.aliases(expected);
            problems.add(tree.place()
                    .problem("needs a " + (aliases.isEmpty() ? "class" : "$type or class") + "; known: "
                            + MagnoliaFacts.listed(aliases.isEmpty() ? facts.subtypes(expected) : aliases.keySet())));
            return Optional.empty();
        }
        return Optional.of(type);
    }

    private static String expected(Kind kind) {
        if (kind instanceof Kind.Choice choice) {
            return "one of " + MagnoliaFacts.listed(choice.options());
        }
        if (kind instanceof Kind.JavaClass) {
            return "the name of a class";
        }
        return switch ((Kind.Simple) kind) {
            case BOOLEAN -> "true or false";
            case INT, LONG -> "a whole number";
            case NUMBER -> "a number";
            default -> "a text";
        };
    }

    private Optional<Object> scalar(Place key, String name, Object value, Kind kind) {
        Optional<Object> converted = converted(value, kind);
        if (converted.isEmpty()) {
            problems.add(key.problem("'" + name + "' must be " + expected(kind) + ", not "
                    + (value instanceof Date ? "a date (put it in quotes)" : value)));
        } else if (kind instanceof Kind.JavaClass type && !classExists(value.toString(), type.base(), name)) {
            problems.add(key.problem("'" + name + "': the class " + value + " is unknown here"
                    + (facts.classes(type.base()).isEmpty()
                            ? ""
                            : "; known: " + MagnoliaFacts.listed(facts.classes(type.base())))));
            return Optional.empty();
        }
        return converted;
    }

    private static Optional<Object> converted(Object value, Kind kind) {
        String text = value.toString();
        if (value instanceof Date || value instanceof byte[]) {
            return Optional.empty();
        }
        if (kind instanceof Kind.Choice choice) {
            return choice.options().stream()
                    .filter(option -> option.equalsIgnoreCase(text))
                    .findFirst()
                    .map(Object.class::cast);
        }
        if (kind instanceof Kind.JavaClass) {
            return value instanceof String ? Optional.of(text.trim()) : Optional.empty();
        }
        switch ((Kind.Simple) kind) {
            case BOOLEAN:
                return value instanceof Boolean || text.equals("true") || text.equals("false")
                        ? Optional.of(Boolean.valueOf(text))
                        : Optional.empty();
            case INT, LONG:
                if (!(value instanceof Integer || value instanceof Long || value instanceof BigInteger)
                        && !text.matches("-?\\d{1,18}")) {
                    return Optional.empty();
                }
                try {
                    return kind == Kind.Simple.INT
                            ? Optional.of(Integer.valueOf(text))
                            : Optional.of(Long.valueOf(text));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            case NUMBER:
                try {
                    return Optional.of(Double.valueOf(text));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            default:
                return Optional.of(text);
        }
    }

    private boolean classExists(String name, String base, String property) {
        if (facts.classes(base).contains(name) || facts.knowsClass(name)) {
            return true;
        }
        if (property.equals("modelClass")) {
            // It must be a RenderingModel, which nothing outside Magnolia's own jars is.
            return false;
        }
        if (name.startsWith("info.magnolia.") || name.startsWith("com.vaadin.")) {
            return false;
        }
        try {
            Class.forName(name, false, Shape.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
