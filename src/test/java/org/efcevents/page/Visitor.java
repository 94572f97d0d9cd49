package org.efcevents.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.http.Response;

/**
 * Somebody who asks for pages of an archive, on a site that calls each text by its key.
 *
 * @param archive as they see it
 */
record Visitor(Archive archive) {

    /** What a template says of a request by somebody who has not signed in. */
    static Map<String, Object> facts(String page, String selector, String extension, String query) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "page", page,
                "selector", selector,
                "extension", extension,
                "query", query,
                "ifNoneMatch", "",
                "anonymous", true));
        facts.putAll(
                Map.of("method", "GET", "originAnswered", false, "author", false, "license", "", "user", "anonymous"));
        facts.putAll(Map.of(
                "token",
                "",
                "sentFrom",
                "",
                "fetchSite",
                "",
                "hosts",
                List.of(),
                "fields",
                List.of(),
                "values",
                List.of()));
        facts.putAll(Map.of(
                "addresses",
                new Addresses("en", "https://events.example.org/en", Map.of()),
                "base",
                "/en",
                "origin",
                "https://events.example.org",
                "contextPath",
                "",
                "timeZone",
                "Europe/Brussels",
                "pageSize",
                30,
                "feedSize",
                50,
                "relatedEvents",
                5));
        return facts;
    }

    Response answer(Map<String, Object> facts) {
        return respond(new PageResource(PageRequest.of(facts), archive));
    }

    static Response respond(PageResource resource) {
        Map<String, String> messages =
                resource.messages().stream().collect(Collectors.toMap(Function.identity(), key -> "[" + key + "]"));
        return resource.respond(messages, Map.of(), Map.of());
    }

    Response answer(String page, String selector, String extension, String query) {
        return answer(facts(page, selector, extension, query));
    }

    /** The whole body of a response, as it is sent. */
    static String text(Response response) {
        return String.join("", response.parts());
    }

    /** The text of a channel. */
    String text(String page, String selector, String extension, String query) {
        return text(answer(page, selector, extension, query));
    }
}
