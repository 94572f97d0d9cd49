package org.efcevents.content;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;

/** The properties of a node, each read once. */
final class StoredProperties {

    private final Node node;
    private Map<String, Stored> all;

    /** What a property has: several values also if it is one that may have several, and has one. */
    private record Stored(boolean multiple, List<Value> values) {

        static Stored of(Property property) throws RepositoryException {
            return property.isMultiple()
                    ? new Stored(true, List.of(property.getValues()))
                    : new Stored(false, List.of(property.getValue()));
        }
    }

    StoredProperties(Node node) {
        this.node = node;
    }

    /** The value of a property that can have only one; empty if there is no such property. */
    Optional<Value> single(String name) throws RepositoryException {
        return property(name).filter(stored -> !stored.multiple()).map(stored -> stored.values()
                .get(0));
    }

    /** The text of a property that can have only one value; null if it is absent, or nothing of it can be seen. */
    String text(String name) throws RepositoryException {
        return text(single(name));
    }

    /** The text of a value. */
    static String text(Optional<Value> value) throws RepositoryException {
        return value.isPresent() ? SeenText.of(value.get().getString()) : null;
    }

    /** The values of a property, of which there may be several. */
    List<Value> values(String name) throws RepositoryException {
        return property(name).map(Stored::values).orElse(List.of());
    }

    /** The names that begin so. */
    List<String> namesFrom(String beginning) throws RepositoryException {
        return read().keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .toList();
    }

    /** The names of all, each with whether it can have several values. */
    Map<String, Boolean> kinds() throws RepositoryException {
        Map<String, Boolean> kinds = new TreeMap<>();
        read().forEach((name, stored) -> kinds.put(name, stored.multiple()));
        return kinds;
    }

    /** The values of all, in any order. */
    Collection<List<Value>> all() throws RepositoryException {
        return read().values().stream().map(Stored::values).toList();
    }

    /**
     * The value of a property that can have only one, of a node of which probably nothing else is asked; empty if there is no
     * such property.
     */
    Optional<Value> alone(String name) throws RepositoryException {
        if (all != null) {
            return single(name);
        }
        return node.hasProperty(name)
                ? Optional.of(Stored.of(node.getProperty(name)))
                        .filter(stored -> !stored.multiple())
                        .map(stored -> stored.values().get(0))
                : Optional.empty();
    }

    private Optional<Stored> property(String name) throws RepositoryException {
        return Optional.ofNullable(read().get(name));
    }

    /** At once: of the many that may be asked for, most nodes have few. */
    private Map<String, Stored> read() throws RepositoryException {
        if (all == null) {
            Map<String, Stored> read = new HashMap<>();
            for (PropertyIterator found = node.getProperties(); found.hasNext(); ) {
                Property property = found.nextProperty();
                read.put(property.getName(), Stored.of(property));
            }
            all = read;
        }
        return all;
    }
}
