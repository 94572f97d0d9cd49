package org.efcevents.magnolia;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;

/** Content written out in full, to be compared: every node in its place among its siblings, every property. */
final class Content {

    private Content() {}

    /** A node and all below it, a node or a value a line. */
    static List<String> of(Node node) throws RepositoryException {
        List<String> lines = new ArrayList<>();
        write(node, lines);
        return lines;
    }

    private static void write(Node node, List<String> lines) throws RepositoryException {
        if (node.getPath().equals("/jcr:system")) {
            return;
        }
        lines.add(node.getPath());
        List<Property> properties = new ArrayList<>();
        for (PropertyIterator each = node.getProperties(); each.hasNext(); ) {
            properties.add(each.nextProperty());
        }
        properties.sort(Comparator.comparing(Content::name));
        for (Property property : properties) {
            Value[] values = property.isMultiple() ? property.getValues() : new Value[] {property.getValue()};
            for (Value value : values) {
                lines.add(property.getPath() + (property.isMultiple() ? "[]" : "") + " "
                        + PropertyType.nameFromValue(value.getType()) + " " + value.getString());
            }
        }
        for (NodeIterator each = node.getNodes(); each.hasNext(); ) {
            write(each.nextNode(), lines);
        }
    }

    private static String name(Property property) {
        try {
            return property.getName();
        } catch (RepositoryException e) {
            throw new IllegalStateException(e);
        }
    }
}
