package org.efcpreview.repository;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import org.apache.jackrabbit.spi.commons.conversion.IllegalNameException;
import org.apache.jackrabbit.spi.commons.conversion.NameParser;
import org.apache.jackrabbit.value.ValueHelper;
import org.definitioncheck.yaml.Weight;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The YAML of a bootstrap file: what Magnolia makes of its scalars, and on which line something is wrong. */
final class BootstrapYaml extends SafeConstructor {
    private static final Map<String, Integer> TAGS = Map.of(
            "!path", PropertyType.PATH,
            "!uri", PropertyType.URI,
            "!reference", PropertyType.REFERENCE,
            "!weakreference", PropertyType.WEAKREFERENCE,
            "!binary", PropertyType.BINARY);

    private static final Weight BOUND = new Weight(100_000, 30, 50);

    private final Bootstrap.File file;
    private final ValueFactory factory;

    /** @param factory makes the values; null where nothing but names is read */
    BootstrapYaml(Bootstrap.File file, ValueFactory factory) {
        super(new LoaderOptions());
        this.file = file;
        this.factory = factory;
        TAGS.forEach((tag, type) -> yamlConstructors.put(new Tag(tag), new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
                try {
                    return ValueHelper.deserialize(((ScalarNode) node).getValue(), type, false, factory);
                } catch (RepositoryException e) {
                    throw new IllegalArgumentException("not a value for " + tag + ": " + e.getMessage(), e);
                }
            }
        }));
    }

    /** The nodes that the file holds, by name. */
    List<NodeTuple> root() throws BootstrapException {
        try {
            Node root = new Yaml(this).compose(new StringReader(file.text()));
            if (root instanceof MappingNode map) {
                Node excess = BOUND.excess(map).orElse(null);
                if (excess != null) {
                    throw error(excess, "too much, or deeper than 50 levels, with all aliases written out", null);
                }
                return entries(map);
            }
            throw noMap(root);
        } catch (YAMLException e) {
            boolean marked = e instanceof MarkedYAMLException known && known.getProblemMark() != null;
            int line = marked ? ((MarkedYAMLException) e).getProblemMark().getLine() + 1 : 0;
            throw new BootstrapException(file.name(), line, "not YAML: " + problem(e), e);
        }
    }

    BootstrapException noMap(Node where) {
        return error(where, "the file must be a map of a node's name to the node", null);
    }

    /** The entries, with those that {@code <<} merges in, and of two with the same key the last. */
    List<NodeTuple> entries(MappingNode map) {
        flattenMapping(map);
        return map.getValue();
    }

    /** A key as the name of an item, which is no path. */
    String name(Node key) throws BootstrapException {
        String name = text(key);
        try {
            NameParser.checkFormat(name);
        } catch (IllegalNameException e) {
            throw error(key, "no name: " + name, e);
        }
        return name;
    }

    /** A scalar as text. */
    String text(Node scalar) throws BootstrapException {
        return String.valueOf(value(scalar));
    }

    /** A scalar as the value of a property; nothing is the empty text. */
    Value jcr(Node scalar) throws BootstrapException {
        if (!(scalar instanceof ScalarNode)) {
            throw error(scalar, "a value within a sequence must be a scalar", null);
        }
        Object value = value(scalar);
        try {
            if (value instanceof Value ready) {
                return ready;
            } else if (value instanceof Date date) {
                return factory.createValue(
                        new Calendar.Builder().setInstant(date).build());
            } else if (value instanceof byte[] bytes) {
                return factory.createValue(factory.createBinary(new ByteArrayInputStream(bytes)));
            } else if (value instanceof Boolean flag) {
                return factory.createValue(flag);
            } else if (value instanceof Integer || value instanceof Long) {
                return factory.createValue(((Number) value).longValue());
            } else if (value instanceof Double number) {
                return factory.createValue(number);
            } else if (value == null || value instanceof String) {
                return factory.createValue(Objects.toString(value, ""));
            }
        } catch (RepositoryException e) {
            throw error(scalar, e.getMessage(), e);
        }
        throw error(scalar, "a " + value.getClass().getSimpleName() + " cannot be a property's value", null);
    }

    private Object value(Node node) throws BootstrapException {
        try {
            return constructDocument(node);
        } catch (RuntimeException e) {
            throw error(node, problem(e), e);
        }
    }

    private static String problem(RuntimeException failure) {
        return failure instanceof MarkedYAMLException marked ? marked.getProblem() : failure.getMessage();
    }

    /** @param where null where it is the file as a whole */
    BootstrapException error(Node where, String message, Throwable cause) {
        int line = where == null ? 0 : where.getStartMark().getLine() + 1;
        return new BootstrapException(file.name(), line, message, cause);
    }
}
