package org.efcpreview.rendering;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.PathNotFoundException;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node as templates read it: properties and child nodes by name, and {@code @id}, {@code @name}, {@code @path}, {@code
 * @depth}, {@code @nodeType} (rules: {@code info.magnolia.jcr.util.ContentMap} of 6.2.45). A multi-valued date or number
 * reads as nothing there, and so it does here.
 */
public final class ContentMap extends AbstractMap<String, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(ContentMap.class);
    private static final List<String> SPECIAL = List.of("path", "depth", "id", "name", "nodeType");
    private static final Map<String, String> DEPRECATED =
            Map.of("@UUID", "@id", "@uuid", "@id", "@handle", "@path", "@level", "@depth");

    private final Node node;
    private final Links links;

    ContentMap(Node node, Links links) {
        this.node = java.util.Objects.requireNonNull(node, "node");
        this.links = links;
    }

    /** The node, decorated as it came. */
    public Node getJCRNode() {
        return node;
    }

    @Override
    public boolean containsKey(Object key) {
        if (!(key instanceof String name) || name.isBlank()) {
            return false;
        }
        try {
            return isSpecial(name) || node.hasProperty(name);
        } catch (RepositoryException e) {
            return false;
        }
    }

    @Override
    public Object get(Object key) {
        String name = (String) key;
        Object value = stored(name);
        return value == null ? special(DEPRECATED.getOrDefault(name, name)) : value;
    }

    @Override
    public Set<String> keySet() {
        Set<String> names = new LinkedHashSet<>();
        try {
            PropertyIterator properties = node.getProperties();
            while (properties.hasNext()) {
                names.add(properties.nextProperty().getName());
            }
        } catch (RepositoryException e) {
            LOG.debug("Cannot list the properties of {}", node, e);
        }
        names.addAll(SPECIAL);
        return names;
    }

    @Override
    public int size() {
        try {
            return (int) node.getProperties().getSize() + SPECIAL.size();
        } catch (RepositoryException e) {
            return SPECIAL.size();
        }
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        throw new UnsupportedOperationException("The entries of a content node cannot be listed; list its ?keys");
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return node.toString();
    }

    boolean isSpecial(String name) {
        String current = DEPRECATED.getOrDefault(name, name);
        return current.startsWith("@") && SPECIAL.contains(current.substring(1));
    }

    ContentMap of(Node other) {
        return new ContentMap(other, links);
    }

    private Object special(String name) {
        try {
            return switch (name) {
                case "@name" -> node.getName();
                case "@id" -> node.getIdentifier();
                case "@path" -> node.getPath();
                case "@depth" -> node.getDepth();
                case "@nodeType" -> node.getPrimaryNodeType();
                default -> null;
            };
        } catch (RepositoryException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private Object stored(String name) {
        try {
            if (node.hasProperty(name)) {
                return value(node.getProperty(name));
            }
            return node.hasNode(name) ? of(node.getNode(name)) : null;
        } catch (PathNotFoundException e) {
            return null;
        } catch (RepositoryException e) {
            LOG.debug("Cannot read {} of {}: {}", name, node, e.getMessage());
            return null;
        }
    }

    private Object value(Property property) throws RepositoryException {
        switch (property.getType()) {
            case PropertyType.DATE:
                return property.getDate();
            case PropertyType.BOOLEAN:
                return property.getBoolean();
            case PropertyType.LONG:
                return property.getLong();
            case PropertyType.DOUBLE:
                return property.getDouble();
            case PropertyType.REFERENCE:
                return property.isMultiple() ? references(property) : property.getNode();
            default:
                return property.isMultiple() ? strings(property) : links.resolve(property.getString());
        }
    }

    private static String[] strings(Property property) throws RepositoryException {
        Value[] values = property.getValues();
        String[] strings = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            strings[i] = values[i].getString();
        }
        return strings;
    }

    private Object[] references(Property property) throws RepositoryException {
        List<Node> nodes = new ArrayList<>();
        for (Value value : property.getValues()) {
            try {
                nodes.add(node.getSession().getNodeByIdentifier(value.getString()));
            } catch (ItemNotFoundException e) {
                LOG.debug("{} refers to a node that is not there", property.getPath());
            }
        }
        return nodes.toArray();
    }
}
