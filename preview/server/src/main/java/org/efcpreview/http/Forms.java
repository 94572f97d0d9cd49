package org.efcpreview.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters of query strings. */
public final class Forms {
    private Forms() {}

    /**
     * The parameters of a query string, in order.
     *
     * @param query raw; null for none
     * @throws IllegalArgumentException if a percent escape is none
     */
    public static Map<String, List<String>> parse(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    String value = equals < 0 ? "" : pair.substring(equals + 1);
                    parameters
                            .computeIfAbsent(decode(name), key -> new ArrayList<>())
                            .add(decode(value));
                }
            }
        }
        return parameters;
    }

    /** The parameters of a forward's target before those of the request, as the servlet specification merges them. */
    public static Map<String, List<String>> merge(Map<String, List<String>> target, Map<String, List<String>> request) {
        Map<String, List<String>> merged = new LinkedHashMap<>();
        target.forEach((name, values) -> merged.put(name, new ArrayList<>(values)));
        request.forEach((name, values) ->
                merged.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
        return merged;
    }

    public static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
