package org.efcevents.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import org.efcevents.undo.Editing;
import org.efcevents.undo.NodeContent;
import org.efcevents.undo.Stored;

/** Where in a node, and below it, another one is named by its identifier: as a reference, or in a link of a text. */
final class References {

    private final String id;
    private final Map<Node, List<String>> places;
    private int count;

    private References(String id) {
        this.id = id;
        this.places = new LinkedHashMap<>();
    }

    /**
     * Looks for them.
     *
     * @param id the identifier of the other node
     */
    static References in(Node node, String id) throws RepositoryException {
        References found = new References(id);
        found.look(node);
        return found;
    }

    private void look(Node node) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (NodeContent.isContent(property.getName())
                    && !property.getName().equals(Comparison.FORMER_ADDRESSES)
                    && names(Stored.of(property))) {
                places.computeIfAbsent(node, first -> new ArrayList<>()).add(property.getName());
                count++;
            }
        }
        for (NodeIterator below = node.getNodes(); below.hasNext(); ) {
            look(below.nextNode());
        }
    }

    private boolean names(Stored stored) {
        return stored.values().stream().anyMatch(value -> value.contains(id));
    }

    int count() {
        return count;
    }

    /** Lets all of them name another node. Of the links of texts, also the path that Magnolia notes is the other one's. */
    void leadTo(Node other, Editing editing) throws RepositoryException {
        for (Map.Entry<Node, List<String>> place : places.entrySet()) {
            for (String property : place.getValue()) {
                Stored before = Stored.of(place.getKey().getProperty(property));
                List<String> after = new ArrayList<>();
                for (String value : before.values()) {
                    after.add(with(value, other));
                }
                editing.set(
                        place.getKey(),
                        property,
                        new Stored(
                                before.type(),
                                before.multiple(),
                                before.multiple() ? after.stream().distinct().toList() : after));
            }
        }
    }

    private String with(String value, Node other) throws RepositoryException {
        String inLink = "$1" + other.getIdentifier() + "$2" + Matcher.quoteReplacement(other.getPath()) + "}";
        return Pattern.compile("(\\$\\{link:\\{uuid:\\{)" + id + "(},repository:\\{[\\w-]*},path:\\{)[^}]*}")
                .matcher(value)
                .replaceAll(inLink)
                .replace(id, other.getIdentifier());
    }
}
