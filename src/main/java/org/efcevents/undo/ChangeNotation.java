package org.efcevents.undo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;

/**
 * How changes are stored: all of a step in one binary property. A node with a property for each part of ten thousand changes is read whole by Jackrabbit
 * for each of its properties.
 */
final class ChangeNotation {

    private static final String CHANGES = "changes";

    /** Of one change: texts, or the type, whether there may be several, and the values of a property, by their names. */
    private final Map<String, List<String>> parts;

    private ChangeNotation(Map<String, List<String>> parts) {
        this.parts = parts;
    }

    static void write(List<Change> changes, Node node) throws RepositoryException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(bytes)))) {
            out.writeInt(changes.size());
            for (Change change : changes) {
                ChangeNotation notation = new ChangeNotation(new LinkedHashMap<>());
                notation.write(change);
                notation.write(out);
            }
        } catch (IOException e) {
            throw new RepositoryException("What was changed cannot be kept", e);
        }
        node.setProperty(
                CHANGES,
                node.getSession().getValueFactory().createBinary(new ByteArrayInputStream(bytes.toByteArray())));
    }

    /** Whether a node has changes that can be read. */
    static boolean isIn(Node node) throws RepositoryException {
        return node.hasProperty(CHANGES) && node.getProperty(CHANGES).getType() == PropertyType.BINARY;
    }

    static List<Change> read(Node node) throws RepositoryException {
        List<Change> changes = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                new GZIPInputStream(node.getProperty(CHANGES).getBinary().getStream())))) {
            for (int left = in.readInt(); left > 0; left--) {
                changes.add(ChangeNotation.read(in).read());
            }
        } catch (IOException e) {
            throw new RepositoryException("What was changed cannot be read: " + node.getPath(), e);
        }
        return changes;
    }

    /** Takes all of them away. */
    static void forget(Node node) throws RepositoryException {
        node.getProperty(CHANGES).remove();
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeInt(parts.size());
        for (Map.Entry<String, List<String>> part : parts.entrySet()) {
            out.writeUTF(part.getKey());
            out.writeInt(part.getValue().size());
            for (String value : part.getValue()) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
    }

    private static ChangeNotation read(DataInputStream in) throws IOException {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            List<String> values = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                values.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
            parts.put(name, values);
        }
        return new ChangeNotation(parts);
    }

    private void write(Change change) {
        if (change instanceof Change.OfProperty property) {
            put("kind", "property");
            put(property.place());
            put("before", property.before());
            put("after", property.after());
        } else if (change instanceof Change.OfText text) {
            put("kind", "text");
            put(text.place());
            put("from", Integer.toString(text.from()));
            put("rest", Integer.toString(text.rest()));
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

    private void put(Change.Place place) {
        put("node", place.node());
        put("property", place.property());
        put("owner", place.owner());
    }

    private Change.Place place() {
        return new Change.Place(text("node"), text("property"), text("owner"));
    }

    private Change read() throws RepositoryException {
        String of = text("node");
        return switch (text("kind")) {
            case "property" -> new Change.OfProperty(place(), stored("before"), stored("after"));
            case "text" -> new Change.OfText(
                    place(),
                    Integer.parseInt(text("from")),
                    Integer.parseInt(text("rest")),
                    text("before"),
                    text("after"));
            case "added" -> new Change.Added(of, text("owner"), text("content"));
            case "rewritten" -> new Change.Rewritten(
                    text("owner"), text("name"), text("before"), text("after"), text("next"));
            case "made" -> new Change.Made(of, stamp("stamp"));
            case "deleted" -> new Change.Deleted(of, text("path"), text("xml"), text("next"));
            case "stamped" -> new Change.Stamped(of, stamp("before"), stamp("after"));
            default -> throw new RepositoryException("What was changed cannot be read: " + text("kind"));
        };
    }

    private void write(String which, Change.Stamp stamp) {
        put(which + ".modified", stamp.modified());
        put(which + ".by", stamp.by());
        put(which + ".published", stamp.published());
    }

    private Change.Stamp stamp(String which) {
        return new Change.Stamp(stored(which + ".modified"), stored(which + ".by"), stored(which + ".published"));
    }

    private void put(String name, String text) {
        if (text != null) {
            parts.put(name, List.of(text));
        }
    }

    private void put(String name, Optional<Stored> value) {
        if (value.isPresent()) {
            List<String> all = new ArrayList<>();
            all.add(PropertyType.nameFromValue(value.get().type()));
            all.add(Boolean.toString(value.get().multiple()));
            all.addAll(value.get().values());
            parts.put(name, all);
        }
    }

    private String text(String name) {
        return parts.containsKey(name) ? parts.get(name).get(0) : null;
    }

    private Optional<Stored> stored(String name) {
        return Optional.ofNullable(parts.get(name))
                .map(all -> new Stored(
                        PropertyType.valueFromName(all.get(0)),
                        Boolean.parseBoolean(all.get(1)),
                        all.subList(2, all.size())));
    }
}
