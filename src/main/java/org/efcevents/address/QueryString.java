package org.efcevents.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A parsed query string.
 *
 * @param parameters the decoded values of each parameter, in their original order
 * @param malformed the parts that could not be decoded, unchanged
 */
public record QueryString(Map<String, List<String>> parameters, List<String> malformed) {

    /** Makes shallow defensive copies. */
    public QueryString {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        malformed = List.copyOf(malformed);
    }

    /**
     * Parses a query string.
     *
     * @param query the query string without its question mark, encoded as {@code application/x-www-form-urlencoded} in
     *     UTF-8; null counts as empty. Nothing between two {@code &} is no parameter, as in the URL standard
     */
    public static QueryString parse(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        List<String> malformed = new ArrayList<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            try {
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
                parameters.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
            } catch (IllegalArgumentException encodedWrongly) {
                malformed.add(pair);
            }
        }
        return new QueryString(parameters, malformed);
    }

    private static String decoded(String text) {
        String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        // The decoder puts it where the bytes are no UTF-8.
        if (decoded.contains("\uFFFD")
                && !text.contains("\uFFFD")
                && !text.toUpperCase(Locale.ROOT).contains("%EF%BF%BD")) {
            throw new IllegalArgumentException("no UTF-8");
        }
        return decoded;
    }
}
