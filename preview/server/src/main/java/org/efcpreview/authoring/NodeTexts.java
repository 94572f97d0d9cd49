package org.efcpreview.authoring;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.apache.jackrabbit.commons.JcrUtils;

/** What properties hold, as text. */
public final class NodeTexts {
    private NodeTexts() {}

    /** The text of the first of some properties that is not blank; empty if there is none. A name that is empty is none. */
    public static String first(Node node, String... names) throws RepositoryException {
        for (String name : names) {
            Property property = name.isEmpty() || !node.hasProperty(name) ? null : node.getProperty(name);
            if (property != null
                    && !property.isMultiple()
                    && !property.getString().isBlank()) {
                return property.getString();
            }
        }
        return "";
    }

    /** What people call a node: its title, name or code, as the modules' content has them, else the last part of its path. */
    public static String title(Node node) throws RepositoryException {
        String title = first(node, "title", "fullName", "code", "name");
        return title.isEmpty() ? node.getName() : title;
    }

    /** What editors have written: all properties but what the repository and Magnolia keep for themselves. */
    public static List<Property> own(Node node) throws RepositoryException {
        List<Property> own = new ArrayList<>();
        for (Property property : JcrUtils.getProperties(node)) {
            if (!property.getName().matches("(jcr|mgnl):.*")) {
                own.add(property);
            }
        }
        return own;
    }

    /** Every value of a property. */
    public static List<String> all(Property property) throws RepositoryException {
        List<String> texts = new ArrayList<>();
        for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
            texts.add(value.getString());
        }
        return texts;
    }
}
