package org.efcevents.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;

/**
 * What a property has.
 *
 * @param type as in {@link PropertyType}
 * @param multiple whether it may have several values, also if it has one
 * @param values as texts, in order
 */
public record Stored(int type, boolean multiple, List<String> values) {

    /** Makes a defensive copy of the list. */
    public Stored {
        values = List.copyOf(values);
    }

    /** A text. */
    public static Stored text(String text) {
        return new Stored(PropertyType.STRING, false, List.of(text));
    }

    /** Several texts. */
    public static Stored texts(List<String> texts) {
        return new Stored(PropertyType.STRING, true, texts);
    }

    /** What a node has under a name; empty if it has nothing. */
    public static Optional<Stored> of(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? Optional.of(of(node.getProperty(name))) : Optional.empty();
    }

    /** What a property has. */
    public static Stored of(Property property) throws RepositoryException {
        List<String> values = new ArrayList<>();
        if (property.isMultiple()) {
            for (Value value : property.getValues()) {
                values.add(value.getString());
            }
        } else {
            values.add(property.getString());
        }
        return new Stored(property.getType(), property.isMultiple(), values);
    }

    /** Whether it is one text. */
    public boolean isText() {
        return type == PropertyType.STRING && !multiple;
    }

    /** Gives it to a node. */
    void write(Node node, String name) throws RepositoryException {
        ValueFactory factory = node.getSession().getValueFactory();
        List<Value> made = new ArrayList<>();
        for (String value : values) {
            made.add(factory.createValue(value, type));
        }
        if (node.hasProperty(name) && node.getProperty(name).isMultiple() != multiple) {
            node.getProperty(name).remove();
        }
        if (multiple) {
            node.setProperty(name, made.toArray(Value[]::new), type);
        } else {
            node.setProperty(name, made.get(0));
        }
    }
}
