package org.efcevents.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;

/** How changes are stored: as properties of one node, whose names begin with the number of the change. */
final class ChangeNotation {

    private static final String COUNT = "changes";

    private final Node node;
    private final String number;

    private ChangeNotation(Node node, int number) {
        this.node = node;
        this.number = number + ".";
    }

    static void write(List<Change> changes, Node node) throws RepositoryException {
        node.setProperty(COUNT, changes.size());
        for (int number = 0; number < changes.size(); number++) {
            new ChangeNotation(node, number).write(changes.get(number));
        }
    }

    static List<Change> read(Node node) throws RepositoryException {
        List<Change> changes = new ArrayList<>();
        for (int number = 0; number < node.getProperty(COUNT).getLong(); number++) {
            changes.add(new ChangeNotation(node, number).read());
        }
        return changes;
    }

    /** Takes all of them away. */
    static void forget(Node node) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties("0*|1*|2*|3*|4*|5*|6*|7*|8*|9*");
                properties.hasNext(); ) {
            properties.nextProperty().remove();
        }
        node.getProperty(COUNT).remove();
    }

    private void write(Change change) throws RepositoryException {
        if (change instanceof Change.OfProperty property) {
            put("kind", "property");
            put(property.place());
            put("before", property.before());
            put("after", property.after());
        } else if (change instanceof Change.OfText text) {
            put("kind", "text");
            put(text.place());
            node.setProperty(number + "from", text.from());
            node.setProperty(number + "rest", text.rest());
            put("before", text.before());
            put("after", text.after());
        } else if (change instanceof Change.Added added) {
            put("kind", "added");
            put("node", added.node());
            put("owner", added.owner());
            put("content", added.content());
        } else if (change instanceof Change.Rewritten rewritten) {
            put("kind", "rewritten");
            put("owner", rewritten.owner());
            put("name", rewritten.name());
            put("before", rewritten.before());
            put("after", rewritten.after());
            put("next", rewritten.next());
        } else if (change instanceof Change.Made made) {
            put("kind", "made");
            put("node", made.node());
            write("stamp", made.stamp());
        } else if (change instanceof Change.Deleted deleted) {
            put("kind", "deleted");
            put("node", deleted.node());
            put("path", deleted.path());
            put("xml", deleted.xml());
            put("next", deleted.next());
        } else if (change instanceof Change.Stamped stamped) {
            put("kind", "stamped");
            put("node", stamped.node());
            write("before", stamped.before());
            write("after", stamped.after());
        }
    }

    private void put(Change.Place place) throws RepositoryException {
        put("node", place.node());
        put("property", place.property());
        put("owner", place.owner());
    }

    private Change.Place place() throws RepositoryException {
        return new Change.Place(text("node"), text("property"), text("owner"));
    }

    private Change read() throws RepositoryException {
        String of = text("node");
        return switch (text("kind")) {
            case "property" -> new Change.OfProperty(place(), stored("before"), stored("after"));
            case "text" -> new Change.OfText(
                    place(),
                    (int) node.getProperty(number + "from").getLong(),
                    (int) node.getProperty(number + "rest").getLong(),
                    text("before"),
                    text("after"));
            case "added" -> new Change.Added(of, text("owner"), text("content"));
            case "rewritten" -> new Change.Rewritten(
                    text("owner"), text("name"), text("before"), text("after"), text("next"));
            case "made" -> new Change.Made(of, stamp("stamp"));
            case "deleted" -> new Change.Deleted(of, text("path"), text("xml"), text("next"));
            case "stamped" -> new Change.Stamped(of, stamp("before"), stamp("after"));
            default -> throw new RepositoryException(
                    "What was changed cannot be read: " + node.getPath() + "/" + number + "kind");
        };
    }

    private void write(String which, Change.Stamp stamp) throws RepositoryException {
        put(which + ".modified", stamp.modified());
        put(which + ".by", stamp.by());
        put(which + ".published", stamp.published());
    }

    private Change.Stamp stamp(String which) throws RepositoryException {
        return new Change.Stamp(stored(which + ".modified"), stored(which + ".by"), stored(which + ".published"));
    }

    private void put(String name, String text) throws RepositoryException {
        if (text != null) {
            node.setProperty(number + name, text);
        }
    }

    private void put(String name, Optional<Stored> value) throws RepositoryException {
        if (value.isPresent()) {
            value.get().write(node, number + name);
        }
    }

    private String text(String name) throws RepositoryException {
        return node.hasProperty(number + name) ? node.getProperty(number + name).getString() : null;
    }

    private Optional<Stored> stored(String name) throws RepositoryException {
        return Stored.of(node, number + name);
    }
}
