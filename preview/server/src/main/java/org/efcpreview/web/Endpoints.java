package org.efcpreview.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.problem.Problem;
import org.efcpreview.rest.DeliveryEndpoint;

/**
 * The REST endpoints by their addresses (rules: {@code info.magnolia.rest.RestDispatcherServlet}: the
 * {@code endpointPath}, or the definition's path with slashes for underscores; on the author instance every address that
 * begins with {@code delivery} is there with {@code preview}, too).
 */
final class Endpoints {
    static final String PREFIX = "/.rest";

    private final Map<String, DeliveryEndpoint> byPath = new LinkedHashMap<>();
    private final Map<String, DeliveryEndpoint> byPathOnAuthor = new LinkedHashMap<>();

    /** @param problems where to add what a definition says that is wrong or not supported */
    Endpoints(Definitions definitions, List<Problem> problems) {
        for (Definition definition : definitions.all(DefinitionType.REST_ENDPOINT)) {
            if (definition.text("enabled").filter("false"::equals).isPresent()) {
                continue;
            }
            String path = definition
                    .text("endpointPath")
                    .map(given -> given.replaceAll("^/+|/+$", ""))
                    .orElseGet(() -> path(definition.id()));
            try {
                DeliveryEndpoint delivery = new DeliveryEndpoint(definition.values());
                byPath.put(PREFIX + "/" + path, delivery);
                if (path.startsWith("delivery")) {
                    byPathOnAuthor.put(PREFIX + "/" + path.replace("delivery", "preview"), delivery);
                }
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(definition.file(), 0, e.getMessage()));
            }
        }
        byPathOnAuthor.putAll(byPath);
    }

    /** Only the file's name: an underscore in a folder's name stays. */
    private static String path(String id) {
        int name = id.lastIndexOf('/') + 1;
        return id.substring(0, name) + id.substring(name).replace('_', '/');
    }

    /** An endpoint, and what of an address follows its own. */
    record Found(DeliveryEndpoint delivery, String subPath) {}

    /** The endpoint with the longest address that a decoded path begins with: what follows it is the path of a node. */
    Optional<Found> find(String uri, boolean author) {
        Map<String, DeliveryEndpoint> endpoints = author ? byPathOnAuthor : byPath;
        String path = uri;
        while (path.length() > PREFIX.length() && !endpoints.containsKey(path)) {
            int cut = Math.max(path.lastIndexOf('/'), path.endsWith("@nodes") ? path.lastIndexOf('@') : -1);
            path = path.substring(0, cut);
        }
        String subPath = uri.substring(path.length());
        return Optional.ofNullable(endpoints.get(path)).map(delivery -> new Found(delivery, subPath));
    }
}
