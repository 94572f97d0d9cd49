package org.efcpreview.repository;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.apache.jackrabbit.commons.JcrUtils;
import org.apache.jackrabbit.value.ValueHelper;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * A node and everything below it as a bootstrap file, character by character as Magnolia 6.2 exports it ({@code
 * JcrExportCommand}, {@code YamlExporter}, {@code YamlContentHandler}): the properties in the order of their names, then
 * the sub-nodes; keys and texts in single quotes, other values plain, those that YAML has no type for with a tag.
 */
public final class YamlExport {
    private static final Set<String> LEFT_OUT = Set.of("jcr:created", "jcr:createdBy");
    private static final Set<String> SYSTEM = Set.of("rep:AccessControl", "rep:root", "rep:system");

    private final Emitter emitter;

    private YamlExport(StringWriter out) {
        emitter = new Emitter(out, new DumperOptions());
    }

    /**
     * The text of the file.
     *
     * @param node what to export; what its session may not read is not in it
     * @throws RepositoryException if it holds binary values, for which Magnolia has no YAML either, or cannot be read
     */
    public static String of(Node node) throws RepositoryException {
        StringWriter out = new StringWriter();
        try {
            YamlExport export = new YamlExport(out);
            export.emit(new StreamStartEvent(null, null));
            export.emit(new DocumentStartEvent(null, null, false, null, null));
            export.emit(new MappingStartEvent(null, null, true, null, null, DumperOptions.FlowStyle.BLOCK));
            if (node.getDepth() == 0) {
                export.children(node);
            } else {
                export.node(node);
            }
            export.emit(new MappingEndEvent(null, null));
            export.emit(new DocumentEndEvent(null, null, false));
            export.emit(new StreamEndEvent(null, null));
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be written", e);
        }
        return out.toString();
    }

    /**
     * The name of the file, as Magnolia gives it and reads it at an import.
     *
     * @return such as {@code efc-events.events.some-event.yaml}; a dot in a node's name is written as two
     */
    public static String fileName(Node node) throws RepositoryException {
        String path =
                node.getDepth() == 0 ? "" : node.getPath().replace(".", "..").replace('/', '.');
        return node.getSession().getWorkspace().getName() + path + ".yaml";
    }

    private void emit(Event event) throws IOException {
        emitter.emit(event);
    }

    private void children(Node node) throws RepositoryException, IOException {
        for (Node child : JcrUtils.getChildNodes(node)) {
            if (!SYSTEM.contains(child.getPrimaryNodeType().getName())) {
                node(child);
            }
        }
    }

    private void node(Node node) throws RepositoryException, IOException {
        key(node.getName());
        emit(new MappingStartEvent(null, null, true, null, null, DumperOptions.FlowStyle.BLOCK));
        Map<String, Property> properties = new TreeMap<>();
        for (Property property : JcrUtils.getProperties(node)) {
            properties.put(property.getName(), property);
        }
        for (Property property : properties.values()) {
            String name = property.getName();
            boolean usual =
                    name.equals("jcr:primaryType") && property.getString().equals("mgnl:contentNode");
            if (!LEFT_OUT.contains(name) && !usual) {
                property(property);
            }
        }
        children(node);
        emit(new MappingEndEvent(null, null));
    }

    private void property(Property property) throws RepositoryException, IOException {
        key(property.getName());
        if (property.isMultiple()) {
            emit(new SequenceStartEvent(null, null, true, null, null, DumperOptions.FlowStyle.FLOW));
            for (Value value : property.getValues()) {
                value(property, value);
            }
            emit(new SequenceEndEvent(null, null));
        } else {
            value(property, property.getValue());
        }
    }

    private void value(Property property, Value value) throws RepositoryException, IOException {
        String text = ValueHelper.serialize(value, false);
        switch (value.getType()) {
            case PropertyType.BINARY -> throw new RepositoryException(
                    property.getPath() + " is binary, which cannot be exported as YAML; export its parent as XML");
            case PropertyType.STRING, PropertyType.NAME -> scalar(null, text, DumperOptions.ScalarStyle.SINGLE_QUOTED);
            case PropertyType.PATH, PropertyType.REFERENCE, PropertyType.WEAKREFERENCE, PropertyType.URI -> scalar(
                    "!" + PropertyType.nameFromValue(value.getType()).toLowerCase(Locale.ROOT),
                    text,
                    DumperOptions.ScalarStyle.PLAIN);
            default -> scalar(null, text, DumperOptions.ScalarStyle.PLAIN);
        }
    }

    private void key(String name) throws IOException {
        scalar(null, name, DumperOptions.ScalarStyle.SINGLE_QUOTED);
    }

    private void scalar(String tag, String text, DumperOptions.ScalarStyle style) throws IOException {
        emit(new ScalarEvent(null, tag, new ImplicitTuple(tag == null, tag == null), text, null, null, style));
    }
}
