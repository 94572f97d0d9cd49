package org.efcpreview.authoring;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Value;

/** What properties hold, as text. */
public final class NodeTexts {
    private NodeTexts() {}

    /** The text of the first of some properties that is not blank; empty if there is none. A name that is empty is none. */
    public static String first(Node node, String... names) throws RepositoryException {
        for (String name : names) {
            if (!name.isEmpty()
                    && node.hasProperty(name)
                    && !node.getProperty(name).isMultiple()) {
                String text = node.getProperty(name).getString();
                if (!text.isBlank()) {
                    return text;
                }
            }
        }
        return "";
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
