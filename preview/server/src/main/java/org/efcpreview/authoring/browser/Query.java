package org.efcpreview.authoring.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.efcpreview.authoring.Visit;
import org.efcpreview.http.Forms;

/**
 * What a browser shows, as its address says: {@code view}, {@code path} (where the user is), {@code open} (folders that
 * are open besides those on the way there), {@code q}, {@code sort} ({@code name} or {@code -name}), {@code page}, {@code
 * select=all}, and {@code f.<column>} for each filter.
 *
 * @param parameters by name; of those only
 */
record Query(Map<String, List<String>> parameters) {
    static final String FILTER = "f.";
    private static final List<String> KNOWN = List.of("view", "path", "open", "q", "sort", "page", "select");

    Query {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            List<String> filled =
                    values.stream().filter(value -> !value.isBlank()).distinct().toList();
            if (!filled.isEmpty() && (KNOWN.contains(name) || name.startsWith(FILTER))) {
                kept.put(name, filled);
            }
        });
        parameters = kept;
    }

    static Query of(Visit visit) {
        return new Query(visit.http().parameters());
    }

    /** That of a form, which sends it along in one field; a broken one is none. */
    static Query of(String encoded) {
        try {
            return new Query(Forms.parse(encoded));
        } catch (IllegalArgumentException e) {
            return new Query(Map.of());
        }
    }

    String first(String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(FILTER)) {
                filters.put(name.substring(FILTER.length()), values.get(0));
            }
        });
        return filters;
    }

    int page() {
        String page = first("page");
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    /** The query with some parameters changed; a parameter set to nothing is left out. */
    Query with(Consumer<Map<String, List<String>>> change) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        change.accept(changed);
        return new Query(changed);
    }

    Query with(String name, String... values) {
        return with(all -> all.put(name, List.of(values)));
    }

    /** With a {@code ?} before it; empty if there is nothing to say. */
    @Override
    public String toString() {
        String text = encoded();
        return text.isEmpty() ? "" : "?" + text;
    }

    String encoded() {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(value -> pairs.add(encode(name) + "=" + encode(value))));
        return String.join("&", pairs);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
