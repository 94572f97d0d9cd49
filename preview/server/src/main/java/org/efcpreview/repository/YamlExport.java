package org.efcpreview.repository;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
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
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A node and everything below it as a bootstrap file, character by character as Magnolia 6.2 exports it ({@code
 * JcrExportCommand}, {@code YamlExporter}, {@code YamlContentHandler}): the properties in the order of their names, then
 * the sub-nodes; keys and texts in single quotes, other values plain, those that YAML has no type for with a tag.
 */
public final class YamlExport {
    private static final Set<String> LEFT_OUT = Set.of("jcr:created", "jcr:createdBy");
    private static final Set<String> SYSTEM = Set.of("rep:AccessControl", "rep:root", "rep:system");

    private YamlExport() {}

    /**
     * The text of the file.
     *
     * @param node what to export; what its session may not read is not in it
     * @throws RepositoryException if it holds binary values, for which Magnolia has no YAML either, or cannot be read
     */
    public static String of(Node node) throws RepositoryException {
        List<NodeTuple> file = new ArrayList<>();
        if (node.getDepth() == 0) {
            addChildren(node, file);
        } else {
            file.add(entry(node));
        }
        StringWriter out = new StringWriter();
        new Yaml().serialize(new MappingNode(Tag.MAP, file, FlowStyle.BLOCK), out);
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

    private static void addChildren(Node node, List<NodeTuple> entries) throws RepositoryException {
        for (Node child : JcrUtils.getChildNodes(node)) {
            if (!SYSTEM.contains(child.getPrimaryNodeType().getName())) {
                entries.add(entry(child));
            }
        }
    }

    private static NodeTuple entry(Node node) throws RepositoryException {
        Map<String, Property> properties = new TreeMap<>();
        for (Property property : JcrUtils.getProperties(node)) {
            properties.put(property.getName(), property);
        }
        List<NodeTuple> entries = new ArrayList<>();
        for (Property property : properties.values()) {
            String name = property.getName();
            boolean usual =
                    name.equals("jcr:primaryType") && property.getString().equals("mgnl:contentNode");
            if (!LEFT_OUT.contains(name) && !usual) {
                entries.add(new NodeTuple(quoted(name), value(property)));
            }
        }
        addChildren(node, entries);
        return new NodeTuple(quoted(node.getName()), new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK));
    }

    private static org.yaml.snakeyaml.nodes.Node value(Property property) throws RepositoryException {
        if (!property.isMultiple()) {
            return scalar(property, property.getValue());
        }
        List<org.yaml.snakeyaml.nodes.Node> values = new ArrayList<>();
        for (Value value : property.getValues()) {
            values.add(scalar(property, value));
        }
        return new SequenceNode(Tag.SEQ, values, FlowStyle.FLOW);
    }

    private static ScalarNode scalar(Property property, Value value) throws RepositoryException {
        String text = ValueHelper.serialize(value, false);
        return switch (value.getType()) {
            case PropertyType.BINARY -> throw new RepositoryException(
                    property.getPath() + " is binary, which cannot be exported as YAML; export its parent as XML");
            case PropertyType.STRING, PropertyType.NAME -> quoted(text);
            case PropertyType.PATH, PropertyType.REFERENCE, PropertyType.WEAKREFERENCE, PropertyType.URI -> plain(
                    new Tag("!" + PropertyType.nameFromValue(value.getType()).toLowerCase(Locale.ROOT)), text);
            default -> plain(new Resolver().resolve(NodeId.scalar, text, true), text);
        };
    }

    private static ScalarNode quoted(String text) {
        return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.SINGLE_QUOTED);
    }

    private static ScalarNode plain(Tag tag, String text) {
        return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
    }
}
