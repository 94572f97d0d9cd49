package org.efcpreview.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.ProblemsException;
import org.efcpreview.http.Reply;
import org.efcpreview.rendering.PageRequest;
import org.efcpreview.rest.DeliveryEndpoint;
import org.efcpreview.rest.DeliveryRequest;
import org.efcpreview.site.SiteLocales;

/**
 * The REST endpoints of one instance by their addresses (rules: {@code info.magnolia.rest.RestDispatcherServlet}: the
 * {@code endpointPath}, or the definition's path with slashes for underscores; on the author instance every address that
 * begins with {@code delivery} is there with {@code preview}, too).
 */
final class Endpoints {
    static final String PREFIX = "/.rest";

    private final Definitions definitions;
    private final Map<String, DeliveryEndpoint> byPath = new LinkedHashMap<>();

    /** @throws ProblemsException if a definition says what is wrong or not supported */
    Endpoints(Definitions definitions, SiteLocales locales, String contextPath, boolean author) {
        this.definitions = definitions;
        List<Problem> problems = new ArrayList<>();
        for (Definition definition : definitions.all(DefinitionType.REST_ENDPOINT)) {
            if (definition.text("enabled").filter("false"::equals).isPresent()) {
                continue;
            }
            String path = definition
                    .text("endpointPath")
                    .map(given -> given.replaceAll("^/+|/+$", ""))
                    .orElseGet(() -> path(definition.id()));
            try {
                DeliveryEndpoint delivery = new DeliveryEndpoint(definition.values(), locales, contextPath);
                byPath.put(PREFIX + "/" + path, delivery);
                if (author && path.startsWith("delivery")) {
                    byPath.put(PREFIX + "/" + path.replace("delivery", "preview"), delivery);
                }
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(definition.file(), 0, e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
    }

    /** Only the file's name: an underscore in a folder's name stays. */
    private static String path(String id) {
        int name = id.lastIndexOf('/') + 1;
        return id.substring(0, name) + id.substring(name).replace('_', '/');
    }

    boolean isOf(Definitions others) {
        return definitions == others;
    }

    Reply answer(PageRequest.Http http, String uri, RequestSessions sessions) {
        String path = uri.startsWith(PREFIX) ? uri : PREFIX;
        while (path.length() > PREFIX.length() && !byPath.containsKey(path)) {
            // The longest address that is an endpoint's: what follows it is the path of a node.
            int cut = Math.max(path.lastIndexOf('/'), path.endsWith("@nodes") ? path.lastIndexOf('@') : -1);
            path = path.substring(0, cut);
        }
        DeliveryEndpoint delivery = byPath.get(path);
        if (delivery == null) {
            return Reply.of(
                    404,
                    "application/json;charset=UTF-8",
                    ("{\"error\":{\"code\":\"notFound\",\"message\":\"Could not find resource for full path: "
                                    + json(http.url(http.path())) + "\"}}")
                            .getBytes(StandardCharsets.UTF_8));
        }
        DeliveryEndpoint.Answer answer = delivery.answer(
                new DeliveryRequest(uri.substring(path.length()), http.parameters(), languages(http)),
                sessions::session);
        Reply reply = Reply.of(answer.status(), answer.contentType(), answer.body());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    private static List<Locale> languages(PageRequest.Http http) {
        String header = http.header("Accept-Language");
        if (header == null) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> range.getRange().equals("*") ? Locale.ROOT : Locale.forLanguageTag(range.getRange()))
                    .toList();
        } catch (IllegalArgumentException e) {
            // RFC 9110, 12.5.4: the header is a wish; one that cannot be understood is none.
            return List.of();
        }
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
