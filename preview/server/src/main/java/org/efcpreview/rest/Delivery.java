package org.efcpreview.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PathNotFoundException;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.ValueFormatException;
import javax.jcr.nodetype.NoSuchNodeTypeException;
import javax.jcr.query.InvalidQueryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String CHILDREN = "@nodes";

    /** Parameters of a list that are no filters. */
    private static final Set<String> OWN_PARAMETERS =
            Set.of("nodeTypes", "lang", "q", "orderBy", "offset", "limit", "properties", "excludeProperties");

    private final Definition definition;
    private final Languages languages;
    private final String contextPath;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param contentType the header {@code Content-Type}
     * @param headers other headers: {@code Content-Language}, unless the request wants all languages
     * @param body the JSON, in UTF-8
     */
    public record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {}

    /**
     * An endpoint of a site in English, with French beside it, in the root context.
     *
     * @param definition the values of a definition {@code jcrDeliveryEndpoint_v2}, as YAML has them
     * @throws IllegalArgumentException if a value is wrong, or says something that is not supported; the message names
     *     the definition's property
     */
    public Delivery(Map<String, Object> definition) {
        this(definition, List.of(Locale.ENGLISH, Locale.FRENCH), "");
    }

    /**
     * An endpoint.
     *
     * @param definition the values of a definition {@code jcrDeliveryEndpoint_v2}, as YAML has them
     * @param locales the languages of the site, the default first
     * @param contextPath what comes before every address of the server, such as {@code /site}; empty for nothing
     * @throws IllegalArgumentException if a value is wrong, or says something that is not supported; the message names
     *     the definition's property
     */
    public Delivery(Map<String, Object> definition, List<Locale> locales, String contextPath) {
        this.definition = Definition.of(definition);
        this.languages = new Languages(locales);
        this.contextPath = contextPath;
    }

    /**
     * Answers a request.
     *
     * @param subPath what follows the endpoint's address, decoded: empty or {@code /} for a list
     * @param parameters the query parameters, decoded, each with its values in order
     * @param acceptLanguages what the header {@code Accept-Language} says, best first; an empty locale stands for
     *     {@code *}
     * @param sessions opens (or hands out again) the session of the request's user in a workspace; closing it is the
     *     caller's. Of an exception that it throws the client gets to see the message.
     * @return the answer, also if it is an error
     */
    public Answer answer(
            String subPath,
            Map<String, List<String>> parameters,
            List<Locale> acceptLanguages,
            Function<String, Session> sessions) {
        boolean allLanguages = "all".equalsIgnoreCase(first(parameters, "lang"));
        Locale locale = languages.preset();
        int status = 200;
        String body;
        try {
            if (!allLanguages) {
                locale = languages.choose(first(parameters, "lang"), acceptLanguages);
            }
            body = body(subPath, parameters, allLanguages ? null : locale, sessions);
        } catch (DeliveryException e) {
            status = e.status();
            body = error(e.code(), e.getMessage());
        } catch (RepositoryException e) {
            DeliveryException mapped = mapped(e);
            status = mapped.status();
            body = error(mapped.code(), mapped.getMessage());
            LOG.debug("A delivery request was answered with {}", status, e);
        } catch (RuntimeException e) {
            DeliveryException mapped = e.getCause() instanceof RepositoryException cause
                    ? mapped(cause)
                    : DeliveryException.unforeseen(e.getMessage());
            status = mapped.status();
            body = error(mapped.code(), mapped.getMessage());
            LOG.error("A delivery request was answered with {}", status, e);
        }
        Map<String, String> headers = allLanguages ? Map.of() : Map.of("Content-Language", locale.toString());
        return new Answer(status, JSON, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private String body(
            String subPath, Map<String, List<String>> parameters, Locale locale, Function<String, Session> sessions)
            throws RepositoryException {
        JsonWriter json = new JsonWriter();
        NodeJson nodes = new NodeJson(json, definition, languages, locale, contextPath, sessions);
        String path = subPath.startsWith("/") ? subPath.substring(1) : subPath;
        NodeView.Scope scope = scope(locale);
        if (path.isEmpty()) {
            list(parameters, scope, sessions, json, nodes);
        } else if (path.endsWith(CHILDREN)) {
            children(path.substring(0, path.length() - CHILDREN.length()), scope, sessions, json, nodes);
        } else {
            if (parameters.containsKey("version")) {
                throw DeliveryException.unforeseen("The parameter version is not supported by the preview server");
            }
            requireNodeTypes();
            Node node = session(sessions).getNode(absolute(path));
            if (!NodeView.isOfType(node, definition.nodeTypes(), definition.strict())) {
                throw DeliveryException.notFound(
                        "Node 'node " + node.getPath() + "' does not match any configured node type");
            }
            nodes.write(new NodeView(node, scope));
        }
        return json.toString();
    }

    private NodeView.Scope scope(Locale locale) {
        NodeView.Names names = new NodeView.Names(definition.properties(), definition.excludeProperties());
        return new NodeView.Scope(
                definition.childNodeTypes(),
                definition.strict(),
                definition.depth(),
                NodeView.Scope.systemProperties(definition.includeSystemProperties(), definition.systemProperties()),
                List.of(names),
                languages,
                locale);
    }

    private void requireNodeTypes() {
        if (definition.nodeTypes().isEmpty()) {
            throw DeliveryException.notFound("nodeTypes are configured as empty, not serving any content");
        }
    }

    private Session session(Function<String, Session> sessions) {
        return sessions.apply(definition.workspace());
    }

    private String absolute(String path) {
        String root = definition.rootPath();
        String full = root.isEmpty() || root.equals("/") ? path : root + "/" + path;
        return full.startsWith("/") ? full : "/" + full;
    }

    private void children(
            String path, NodeView.Scope scope, Function<String, Session> sessions, JsonWriter json, NodeJson nodes)
            throws RepositoryException {
        requireNodeTypes();
        Node parent = session(sessions).getNode(absolute(path));
        json.startArray();
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (NodeView.isOfType(child, definition.nodeTypes(), definition.strict())) {
                nodes.write(new NodeView(child, scope));
            }
        }
        json.endArray();
    }

    private void list(
            Map<String, List<String>> parameters,
            NodeView.Scope scope,
            Function<String, Session> sessions,
            JsonWriter json,
            NodeJson nodes)
            throws RepositoryException {
        Long givenOffset = number(parameters, "offset");
        Long givenLimit = number(parameters, "limit");
        requireNodeTypes();
        long offset = givenOffset == null ? 0 : givenOffset;
        long limit = Math.min(definition.maxLimit(), givenLimit == null ? definition.limit() : givenLimit);
        NodeIterator found = new ListQuery(definition)
                .run(
                        session(sessions).getWorkspace(),
                        first(parameters, "q"),
                        filters(parameters),
                        split(first(parameters, "orderBy")));
        if (offset < 0) {
            throw DeliveryException.unforeseen("Offset parameter must not be negative.");
        }
        if (limit < 0) {
            throw DeliveryException.unforeseen("Max parameter must not be negative.");
        }
        NodeView.Scope narrowed = narrowed(scope, parameters);
        json.startObject();
        json.key("total").value(Math.min(found.getSize(), Integer.MAX_VALUE));
        json.key("offset").value(offset);
        json.key("limit").value(limit);
        json.key("results").startArray();
        for (long at = 0; at < offset && found.hasNext(); at++) {
            found.nextNode();
        }
        for (long at = 0; at < limit && found.hasNext(); at++) {
            nodes.write(new NodeView(found.nextNode(), narrowed));
        }
        json.endArray();
        json.endObject();
    }

    /** What the request's own {@code properties} and {@code excludeProperties} leave. */
    private NodeView.Scope narrowed(NodeView.Scope scope, Map<String, List<String>> parameters) {
        List<String> only = new ArrayList<>(definition.properties());
        List<String> asked = split(first(parameters, "properties"));
        if (!asked.isEmpty()) {
            // What the definition does not let out cannot be asked for; then the request does not count at all.
            only = new ArrayList<>(asked);
            only.removeIf(name -> !definition.properties().isEmpty()
                    && !definition.properties().contains(name));
        }
        List<String> not = new ArrayList<>();
        if (only.isEmpty()) {
            not.addAll(definition.excludeProperties());
            not.addAll(split(first(parameters, "excludeProperties")));
        }
        return scope.and(new NodeView.Names(only, not));
    }

    private static List<String> split(String commaSeparated) {
        if (commaSeparated == null || commaSeparated.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(commaSeparated.split(","))
                .filter(part -> !part.isEmpty())
                .map(String::trim)
                .toList();
    }

    private static Map<String, List<String>> filters(Map<String, List<String>> parameters) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!OWN_PARAMETERS.contains(name) && !values.isEmpty()) {
                filters.put(
                        name,
                        name.equals("@name")
                                ? values.stream().map(Delivery::nodeName).toList()
                                : values);
            }
        });
        return filters;
    }

    /** A name as Magnolia's {@code NodeNameHelper} makes it fit for a node. */
    private static String nodeName(String name) {
        if (name.isEmpty()) {
            return "untitled";
        }
        String valid = name.replaceAll("[ \\[\\]*\":\\\\';/?+%!#@=&{|}~]", "-");
        return valid.startsWith(".") ? "-" + valid.substring(1) : valid;
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    private static Long number(Map<String, List<String>> parameters, String name) {
        String value = first(parameters, name);
        if (value == null) {
            return null;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw DeliveryException.notFound("Unable to extract parameter from http request: javax.ws.rs.QueryParam(\""
                    + name + "\") value is '" + value + "'");
        }
    }

    private static DeliveryException mapped(RepositoryException e) {
        if (e instanceof AccessDeniedException) {
            return new DeliveryException(403, "accessDenied", e.getMessage());
        } else if (e instanceof NoSuchNodeTypeException) {
            return new DeliveryException(500, "noSuchNodeType", e.getMessage());
        } else if (e instanceof javax.jcr.NoSuchWorkspaceException) {
            return new DeliveryException(500, "noSuchWorkspace", e.getMessage());
        } else if (e instanceof ValueFormatException) {
            return new DeliveryException(400, "invalidValueFormat", e.getMessage());
        } else if (e instanceof InvalidQueryException) {
            return new DeliveryException(400, "invalidQuery", "Invalid query");
        } else if (e instanceof PathNotFoundException) {
            return new DeliveryException(404, "pathNotFound", e.getMessage());
        }
        return DeliveryException.unforeseen(e.getMessage());
    }

    private static String error(String code, String message) {
        JsonWriter json = new JsonWriter();
        json.startObject().key("error").startObject();
        json.field("code", code).field("message", String.valueOf(message));
        return json.endObject().endObject().toString();
    }
}
