package org.efccommand.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Answers as the nodes REST of Magnolia 6.2.45 does, as far as it matters here; what it answers was seen there. */
final class NodesRest implements AutoCloseable {

    private static final String BASE = "/.rest/nodes/v1/";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final Map<String, ObjectNode> nodes = new LinkedHashMap<>();
    private int writes;
    private int failingAt = -1;
    private int failure;

    NodesRest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        for (String path : new String[] {"dam/", "efc-events/", "efc-events/events", "efc-events/speakers"}) {
            nodes.put(path, node(path, path.endsWith("/") ? "rep:root" : "mgnl:folder", json.createArrayNode()));
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Lets the write that comes after so many others fail, once. */
    void failAt(int write, int status) {
        failingAt = writes + write;
        failure = status;
    }

    /** The first value of a property. */
    String text(String path, String property) {
        for (JsonNode one : nodes.get(path).path("properties")) {
            if (one.path("name").asText().equals(property)) {
                return one.path("values").path(0).asText();
            }
        }
        return "";
    }

    String identifier(String path) {
        return nodes.get(path).path("identifier").asText();
    }

    Iterable<String> paths() {
        return nodes.keySet();
    }

    private ObjectNode node(String path, String type, JsonNode properties) {
        ObjectNode node = json.createObjectNode()
                .put("name", path.substring(path.lastIndexOf('/') + 1))
                .put("type", type)
                .put("path", path.substring(path.indexOf('/')))
                .put("identifier", UUID.randomUUID().toString());
        ArrayNode own = node.putArray("properties");
        own.addObject()
                .put("name", "jcr:uuid")
                .put("type", "String")
                .put("multiple", false)
                .putArray("values")
                .add(node.path("identifier").asText());
        properties.forEach(own::add);
        return node;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().substring(BASE.length());
        String credentials =
                "Basic " + Base64.getEncoder().encodeToString("superuser:secret".getBytes(StandardCharsets.UTF_8));
        int status;
        byte[] said = new byte[0];
        if (!credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            status = 401;
        } else if (exchange.getRequestMethod().equals("GET")) {
            ObjectNode node = nodes.get(path.contains("/") ? path : path + "/");
            status = node == null && !path.contains("/") ? 500 : node == null ? 404 : 200;
            String query = exchange.getRequestURI().getQuery();
            said = node == null
                    ? "{\"error\":{\"code\":\"noSuchWorkspace\"}}".getBytes(StandardCharsets.UTF_8)
                    : json.writeValueAsBytes(tree(
                            path.contains("/") ? path : path + "/",
                            Integer.parseInt(query.replaceAll("depth=(\\d+).*", "$1"))));
        } else {
            status = writes++ == failingAt ? failure : written(exchange.getRequestMethod(), path, json.readTree(body));
        }
        exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private ObjectNode tree(String path, int depth) {
        ObjectNode node = nodes.get(path).deepCopy();
        if (depth > 0) {
            ArrayNode children = node.putArray("nodes");
            String begin = path.endsWith("/") ? path : path + "/";
            nodes.keySet().stream()
                    .filter(other ->
                            !other.equals(path) && other.startsWith(begin) && other.indexOf('/', begin.length()) < 0)
                    .forEach(child -> children.add(tree(child, depth - 1)));
        }
        return node;
    }

    private int written(String method, String path, JsonNode body) {
        String own = path.contains("/") ? path : path + "/";
        if (!nodes.containsKey(own)) {
            return 404;
        }
        if (method.equals("POST")) {
            nodes.put(
                    own,
                    node(own, nodes.get(own).path("type").asText(), body.path("properties"))
                            .put("identifier", identifier(own)));
            return 200;
        }
        String made = (own.endsWith("/") ? own : own + "/") + body.path("name").asText();
        return nodes.putIfAbsent(made, node(made, body.path("type").asText(), body.path("properties"))) == null
                ? 200
                : 400;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
