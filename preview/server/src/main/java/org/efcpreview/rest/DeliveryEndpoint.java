package org.efcpreview.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.function.FailableFunction;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.http.Reply;
import org.efcpreview.site.SiteLocales;

/**
 * One delivery endpoint. It answers three kinds of request below its own address:
 *
 * <ul>
 *   <li>the address itself: a list, filtered, ordered and cut by the request's parameters;
 *   <li>{@code /<path>}: one node;
 *   <li>{@code /<path>@nodes}: the sub-nodes of one node.
 * </ul>
 *
 * Errors are answers, too. May be used by many threads.
 */
public final class DeliveryEndpoint {
    private static final String CHILDREN = "@nodes";

    private final EndpointDefinition definition;

    /**
     * @param definition the values of a definition {@code jcrDeliveryEndpoint_v2}, as YAML has them
     * @throws IllegalArgumentException if a value is wrong, or says something that is not supported; the message names
     *     the definition's property
     */
    public DeliveryEndpoint(Map<String, Object> definition) {
        this.definition = EndpointDefinition.of(definition);
    }

    /**
     * Answers a request, with an error if need be.
     *
     * @param locales the languages of the site
     * @param contextPath what comes before every address of the server, such as {@code /site}; empty for nothing
     * @param sessions those of the request's user by workspace; of an exception the client gets to see the message
     */
    public Reply answer(
            DeliveryRequest request,
            SiteLocales locales,
            String contextPath,
            FailableFunction<String, Session, RepositoryException> sessions) {
        Locale locale = locales.defaultLocale();
        boolean all = request.wantsAllLanguages();
        int status = 200;
        String body;
        try {
            locale = request.language(locales);
            DeliveryContext context =
                    new DeliveryContext(definition, locales, all ? null : locale, contextPath, sessions);
            body = Json.of(json -> write(request, context, json));
        } catch (RepositoryException | RuntimeException e) {
            RestError error = RestError.of(e);
            status = error.status();
            body = error.json();
        }
        Reply reply = json(status, body);
        // As RESTEasy writes it (LocaleHelper).
        return all
                ? reply
                : reply.with("Content-Language", locale.toLanguageTag().toLowerCase(Locale.ROOT));
    }

    /** What there is to say where no endpoint is. */
    public static Reply notFound(String message) {
        return json(404, RestError.notFound(message).json());
    }

    private static Reply json(int status, String body) {
        return Reply.of(status, "application/json;charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    private void write(DeliveryRequest request, DeliveryContext context, JsonGenerator json)
            throws IOException, RepositoryException {
        String path = StringUtils.removeStart(request.path(), "/");
        if (path.isEmpty()) {
            list(request, context, json);
        } else if (path.endsWith(CHILDREN)) {
            children(path.substring(0, path.length() - CHILDREN.length()), context, json);
        } else {
            if (request.text("version") != null) {
                throw RestError.unforeseen("The parameter version is not supported by the preview server");
            }
            requireNodeTypes();
            Node node = node(path, context);
            if (!isServed(node)) {
                throw RestError.notFound("Node 'node " + node.getPath() + "' does not match any configured node type");
            }
            new NodeWriter(json, context).write(context.view(node, name -> true), 0);
        }
    }

    private void children(String path, DeliveryContext context, JsonGenerator json)
            throws IOException, RepositoryException {
        requireNodeTypes();
        NodeWriter writer = new NodeWriter(json, context);
        json.writeStartArray();
        for (Node child : JcrUtils.getChildNodes(node(path, context))) {
            if (isServed(child)) {
                writer.write(context.view(child, name -> true), 0);
            }
        }
        json.writeEndArray();
    }

    private void list(DeliveryRequest request, DeliveryContext context, JsonGenerator json)
            throws IOException, RepositoryException {
        long offset = request.number("offset", 0);
        long limit = Math.min(definition.maxLimit(), request.number("limit", definition.limit()));
        requireNodeTypes();
        NodeIterator found = new QueryBuilder(definition)
                .run(context.sessions().apply(definition.workspace()).getWorkspace(), request);
        if (offset < 0 || limit < 0) {
            throw RestError.unforeseen((offset < 0 ? "Offset" : "Max") + " parameter must not be negative.");
        }
        NodeWriter writer = new NodeWriter(json, context);
        Predicate<String> names = names(request);
        json.writeStartObject();
        json.writeNumberField("total", Math.min(found.getSize(), Integer.MAX_VALUE));
        json.writeNumberField("offset", offset);
        json.writeNumberField("limit", limit);
        json.writeArrayFieldStart("results");
        for (long at = 0; at < offset + limit && found.hasNext(); at++) {
            Node node = found.nextNode();
            if (at >= offset) {
                writer.write(context.view(node, names), 0);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What the request's own {@code properties} and {@code excludeProperties} leave. */
    private Predicate<String> names(DeliveryRequest request) {
        List<String> only = definition.shown().properties();
        List<String> asked = request.list("properties");
        if (!asked.isEmpty()) {
            // What the definition does not let out cannot be asked for; then the request does not count at all.
            only = only.isEmpty()
                    ? asked
                    : asked.stream().filter(only::contains).toList();
        }
        List<String> not = new ArrayList<>(request.list("excludeProperties"));
        if (definition.shown().properties().isEmpty()) {
            not.addAll(definition.shown().excludeProperties());
        }
        return new EndpointDefinition.Shown(only, not);
    }

    private void requireNodeTypes() {
        if (definition.nodeTypes().isEmpty()) {
            throw RestError.notFound("nodeTypes are configured as empty, not serving any content");
        }
    }

    private boolean isServed(Node node) throws RepositoryException {
        return NodeView.isOfType(node, definition.nodeTypes(), definition.strict());
    }

    private Node node(String path, DeliveryContext context) throws RepositoryException {
        String root = definition.rootPath();
        String full = root.isEmpty() || root.equals("/") ? path : root + "/" + path;
        return context.sessions().apply(definition.workspace()).getNode(full.startsWith("/") ? full : "/" + full);
    }
}
