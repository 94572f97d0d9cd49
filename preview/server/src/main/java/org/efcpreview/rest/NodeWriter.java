package org.efcpreview.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.efcpreview.rest.EndpointDefinition.AssetResolver;
import org.efcpreview.rest.EndpointDefinition.NodeResolver;
import org.efcpreview.rest.EndpointDefinition.Reference;

/** Writes nodes, and what their properties refer to (rules: Magnolia's {@code NodeWriter}, {@code ReferenceExpandDecorator}). */
final class NodeWriter {
    private static final Set<String> WRITTEN_OTHERWISE = Set.of("jcr:primaryType", "jcr:uuid");

    private final JsonGenerator json;
    private final DeliveryContext context;
    private final AssetWriter assets;
    /** Identifiers of the nodes that are being written, the outermost first. */
    private final Deque<String> open = new ArrayDeque<>();

    NodeWriter(JsonGenerator json, DeliveryContext context) {
        this.json = json;
        this.context = context;
        this.assets = new AssetWriter(json, context);
    }

    /** Writes an object. {@code hops} is the number of references on the way to the node. */
    void write(NodeView view, int hops) throws IOException, RepositoryException {
        Node node = view.node();
        open.addLast(node.getIdentifier());
        json.writeStartObject();
        json.writeStringField("@name", view.name());
        json.writeStringField("@path", node.getPath());
        json.writeStringField("@id", node.getIdentifier());
        json.writeStringField("@nodeType", node.getPrimaryNodeType().getName());
        for (NodeView.Shown shown : view.properties()) {
            if (!WRITTEN_OTHERWISE.contains(shown.name())) {
                json.writeFieldName((view.hasChild(shown.name()) ? "_" : "") + shown.name());
                property(node, shown, hops);
            }
        }
        List<NodeView> children = view.children();
        for (NodeView child : children) {
            json.writeFieldName(child.name());
            write(child, hops);
        }
        json.writeArrayFieldStart("@nodes");
        for (NodeView child : children) {
            json.writeString(child.name());
        }
        json.writeEndArray();
        json.writeEndObject();
        open.removeLast();
    }

    private void property(Node node, NodeView.Shown shown, int hops) throws IOException, RepositoryException {
        Property property = shown.property();
        Reference reference = reference(node, shown.name());
        if (!property.isMultiple()) {
            valueOrReference(reference, property.getValue(), hops);
            return;
        }
        json.writeStartArray();
        for (Value value : property.getValues()) {
            valueOrReference(reference, value, hops);
        }
        json.writeEndArray();
    }

    private Reference reference(Node node, String property) throws RepositoryException {
        for (Reference reference : context.definition().references()) {
            String type = reference.nodeType();
            if (reference.propertyName().matcher(property).matches()
                    && (type == null || NodeView.isOfType(node, List.of(type), false))) {
                return reference;
            }
        }
        return null;
    }

    private void valueOrReference(Reference reference, Value value, int hops) throws IOException, RepositoryException {
        if (reference == null || !resolve(reference, text(value), hops)) {
            value(value);
        }
    }

    /** Writes what a value refers to; {@return false if it has written nothing} */
    private boolean resolve(Reference reference, String value, int hops) throws IOException, RepositoryException {
        EndpointDefinition definition = context.definition();
        if (hops >= definition.referenceDepth() || !definition.referenceRepeat() && open.contains(value)) {
            return false;
        }
        return reference.resolver() instanceof NodeResolver resolver
                ? resolver.expand() && node(resolver, value, hops)
                : assets.write((AssetResolver) reference.resolver(), value);
    }

    private boolean node(NodeResolver resolver, String identifier, int hops) throws IOException, RepositoryException {
        Node node;
        try {
            node = context.sessions().apply(resolver.workspace()).getNodeByIdentifier(identifier);
        } catch (RepositoryException e) {
            // There is none that this session may read.
            return false;
        }
        write(context.view(node, resolver), hops + 1);
        return true;
    }

    /** What a resolver gets to see of a value. */
    private static String text(Value value) throws IOException, RepositoryException {
        return switch (value.getType()) {
            case PropertyType.BINARY -> {
                try (InputStream stream = value.getBinary().getStream()) {
                    yield Base64.getEncoder().encodeToString(stream.readAllBytes());
                }
            }
            case PropertyType.REFERENCE, PropertyType.WEAKREFERENCE, PropertyType.PATH -> "";
            default -> value.getString();
        };
    }

    private void value(Value value) throws IOException, RepositoryException {
        switch (value.getType()) {
            case PropertyType.LONG -> json.writeNumber(value.getLong());
            case PropertyType.DOUBLE -> {
                if (!Double.isFinite(value.getDouble())) {
                    throw RestError.unforeseen("Double value cannot be infinite or NaN");
                }
                json.writeNumber(value.getDouble());
            }
            case PropertyType.DECIMAL -> json.writeNumber(value.getDecimal());
            case PropertyType.BOOLEAN -> json.writeBoolean(value.getBoolean());
            default -> json.writeString(value.getString());
        }
    }
}
