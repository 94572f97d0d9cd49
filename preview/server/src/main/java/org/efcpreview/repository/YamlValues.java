package org.efcpreview.repository;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import org.apache.jackrabbit.value.ValueHelper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Values of a bootstrap file in YAML, as Magnolia makes them of scalars. */
final class YamlValues extends SafeConstructor {
    private final ValueFactory factory;

    YamlValues(ValueFactory factory) {
        super(new LoaderOptions());
        this.factory = factory;
        Map<String, Integer> types = Map.of(
                "!path", PropertyType.PATH,
                "!uri", PropertyType.URI,
                "!reference", PropertyType.REFERENCE,
                "!weakreference", PropertyType.WEAKREFERENCE,
                "!binary", PropertyType.BINARY);
        types.forEach((tag, type) -> yamlConstructors.put(new Tag(tag), new AbstractConstruct() {
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

    /** What YAML makes of a node, or the repository's value where its tag asks for one. */
    Object value(Node node) {
        return constructDocument(node);
    }

    /** The entries, with those that {@code <<} merges in, and of two with the same key the last. */
    List<NodeTuple> entries(MappingNode map) {
        flattenMapping(map);
        return map.getValue();
    }

    /** A property's value of what {@link #value} has given; nothing is the empty text. Null if it cannot be one. */
    Value jcr(Object value) throws RepositoryException {
        if (value == null) {
            return factory.createValue("");
        } else if (value instanceof Value ready) {
            return ready;
        } else if (value instanceof String text) {
            return factory.createValue(text);
        } else if (value instanceof Boolean bool) {
            return factory.createValue(bool);
        } else if (value instanceof Integer || value instanceof Long) {
            return factory.createValue(((Number) value).longValue());
        } else if (value instanceof Double number) {
            return factory.createValue(number);
        } else if (value instanceof BigDecimal number) {
            return factory.createValue(number);
        } else if (value instanceof Date date) {
            Calendar calendar = Calendar.getInstance();
            calendar.setTime(date);
            return factory.createValue(calendar);
        } else if (value instanceof byte[] bytes) {
            return factory.createValue(factory.createBinary(new ByteArrayInputStream(bytes)));
        }
        return null;
    }
}
