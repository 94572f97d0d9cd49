package org.efcpreview.rest;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.efcpreview.rest.Definition.AssetResolver;
import org.efcpreview.rest.Definition.NodeResolver;
import org.efcpreview.rest.Definition.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes nodes as Magnolia's {@code NodeWriter} does, and what their properties refer to. */
final class NodeJson {
    private static final Logger LOG = LoggerFactory.getLogger(NodeJson.class);
    private static final Set<String> WRITTEN_OTHERWISE = Set.of("jcr:primaryType", "jcr:uuid");

    private final JsonWriter json;
    private final Definition definition;
    private final Languages languages;
    private final Locale locale;
    private final Function<String, Session> sessions;
    private final AssetJson assets;
    /** Identifiers of the nodes that are being written, the outermost first. */
    private final Deque<String> open = new ArrayDeque<>();

    NodeJson(
            JsonWriter json,
            Definition definition,
            Languages languages,
            Locale locale,
            String contextPath,
            Function<String, Session> sessions) {
        this.json = json;
        this.definition = definition;
        this.languages = languages;
        this.locale = locale;
        this.sessions = sessions;
        this.assets = new AssetJson(json, languages, locale, contextPath);
    }

    void write(NodeView view) throws RepositoryException {
        write(view, 0);
    }

    /** Writes an object. {@code hops} is the number of references on the way to the node. */
    private void write(NodeView view, int hops) throws RepositoryException {
        Node node = view.node();
        open.addLast(node.getIdentifier());
        json.startObject();
        json.field("@name", view.name());
        json.field("@path", node.getPath());
        json.field("@id", node.getIdentifier());
        json.field("@nodeType", node.getPrimaryNodeType().getName());
        for (NodeView.Shown shown : view.properties()) {
            if (!WRITTEN_OTHERWISE.contains(shown.name())) {
                json.key((view.hasChild(shown.name()) ? "_" : "") + shown.name());
                property(node, shown, hops);
            }
        }
        List<NodeView> children = view.children();
        for (NodeView child : children) {
            json.key(child.name());
            write(child, hops);
        }
        json.key("@nodes").startArray();
        for (NodeView child : children) {
            json.value(child.name());
        }
        json.endArray();
        json.endObject();
        open.removeLast();
    }

    private void property(Node node, NodeView.Shown shown, int hops) throws RepositoryException {
        Property property = shown.property();
        Reference reference = reference(node, shown.name());
        if (!property.isMultiple()) {
            valueOrReference(reference, property.getValue(), hops);
            return;
        }
        json.startArray();
        for (Value value : property.getValues()) {
            valueOrReference(reference, value, hops);
        }
        json.endArray();
    }

    private Reference reference(Node node, String property) throws RepositoryException {
        for (Reference reference : definition.references()) {
            if (reference.propertyName().matcher(property).matches()
                    && (reference.nodeType() == null || isNodeType(node, reference.nodeType()))) {
                return reference;
            }
        }
        return null;
    }

    private static boolean isNodeType(Node node, String type) throws RepositoryException {
        try {
            return node.isNodeType(type);
        } catch (RepositoryException e) {
            LOG.warn("A reference is restricted to the node type {}, which does not exist", type);
            return false;
        }
    }

    private void valueOrReference(Reference reference, Value value, int hops) throws RepositoryException {
        if (reference == null || !resolve(reference, text(value), hops)) {
            value(value);
        }
    }

    /** Writes what a value refers to; {@return false if it has written nothing} */
    private boolean resolve(Reference reference, String value, int hops) throws RepositoryException {
        boolean allowed = hops < definition.referenceDepth() && (definition.referenceRepeat() || !open.contains(value));
        if (reference.resolver() instanceof NodeResolver resolver) {
            return allowed && resolver.expand() && node(resolver, value, hops);
        }
        return allowed && assets.write((AssetResolver) reference.resolver(), value, sessions);
    }

    private boolean node(NodeResolver resolver, String identifier, int hops) throws RepositoryException {
        Node node;
        try {
            node = sessions.apply(resolver.workspace()).getNodeByIdentifier(identifier);
        } catch (RepositoryException e) {
            LOG.debug("No node {} in workspace {} that this session could read", identifier, resolver.workspace());
            return false;
        }
        NodeView.Names names = new NodeView.Names(resolver.properties(), resolver.excludeProperties());
        NodeView.Scope scope = new NodeView.Scope(
                List.of(),
                false,
                resolver.depth(),
                NodeView.Scope.systemProperties(definition.includeSystemProperties(), definition.systemProperties()),
                List.of(names),
                languages,
                locale);
        write(new NodeView(node, scope), hops + 1);
        return true;
    }

    /** What a resolver gets to see of a value. */
    private static String text(Value value) throws RepositoryException {
        return switch (value.getType()) {
            case PropertyType.BINARY -> binary(value);
            case PropertyType.STRING,
                    PropertyType.LONG,
                    PropertyType.BOOLEAN,
                    PropertyType.DOUBLE,
                    PropertyType.DECIMAL,
                    PropertyType.DATE,
                    PropertyType.NAME,
                    PropertyType.URI -> value.getString();
            default -> ""; // among them the types reference and weak reference
        };
    }

    private static String binary(Value value) throws RepositoryException {
        try (var stream = value.getBinary().getStream()) {
            return Base64.getEncoder().encodeToString(stream.readAllBytes());
        } catch (java.io.IOException e) {
            throw new RepositoryException(e);
        }
    }

    private void value(Value value) throws RepositoryException {
        switch (value.getType()) {
            case PropertyType.LONG -> json.value(value.getLong());
            case PropertyType.DOUBLE -> json.value(value.getDouble());
            case PropertyType.DECIMAL -> json.value(value.getDecimal());
            case PropertyType.BOOLEAN -> json.value(value.getBoolean());
            default -> json.value(value.getString());
        }
    }
}
