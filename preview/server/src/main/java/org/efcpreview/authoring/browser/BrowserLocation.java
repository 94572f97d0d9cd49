package org.efcpreview.authoring.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efcpreview.authoring.Paths;
import org.efcpreview.http.Address;

/**
 * What a browser shows, as its address says: {@code view}, {@code path} (where the user is), {@code open} (folders that
 * are open besides those on the way there), {@code q}, {@code sort} ({@code name} or {@code -name}), {@code page}, {@code
 * select=all}, and {@code f.<column>} for each filter. Others are made of it for the links.
 *
 * @param parameters by name; of those only, and of each what is not blank
 */
public record BrowserLocation(Map<String, List<String>> parameters) {
    private static final String FILTER = "f.";
    private static final List<String> KNOWN = List.of("view", "path", "open", "q", "sort", "page", "select");

    /** Leaves out what says nothing. */
    public BrowserLocation {
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

    /** The location of which a form or a link sent the {@link #encoded} text along; a broken one says nothing. */
    static BrowserLocation of(String encoded) {
        try {
            return new BrowserLocation(Address.parameters(encoded));
        } catch (IllegalArgumentException e) {
            return new BrowserLocation(Map.of());
        }
    }

    /** The first value of a parameter; empty if there is none. */
    public String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** What a list is filtered by in a column; empty for nothing. */
    public String filter(Column column) {
        return first(FILTER + column.name());
    }

    /** Whether some of the content is looked for. */
    public boolean searching() {
        return parameters.keySet().stream().anyMatch(name -> name.equals("q") || name.startsWith(FILTER));
    }

    /** How a list is sorted by a column: {@code ascending}, {@code descending} or {@code none}. */
    public String order(Column column) {
        String sort = first("sort");
        return sort.equals(column.name()) ? "ascending" : sort.equals("-" + column.name()) ? "descending" : "none";
    }

    int page() {
        String page = first("page");
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    /** The location with other values of a parameter, or without it. */
    public BrowserLocation with(String name, String... values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, List.of(values));
        return new BrowserLocation(changed);
    }

    /** Everything again. */
    public BrowserLocation cleared() {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.keySet()
                .removeIf(
                        name -> name.startsWith(FILTER) || List.of("q", "page").contains(name));
        return new BrowserLocation(changed);
    }

    /** The same content in another view. */
    public BrowserLocation viewedAs(ContentApp.View view) {
        return cleared().with("sort").with("select").with("view", view.name());
    }

    /** In a tree, at an item. */
    BrowserLocation at(String path, ContentApp app) {
        BrowserLocation there = cleared().with("select").with("path", path);
        return app.tree().map(tree -> there.with("view", tree.name())).orElse(there);
    }

    /** Sorted by a column; the other way round if it is already. */
    public BrowserLocation sortedBy(Column column) {
        String sort = order(column).equals("ascending") ? "-" + column.name() : column.name();
        return with("sort", sort).with("page").with("select");
    }

    /** With the folders that are open, one of them closed or one more opened. */
    public BrowserLocation toggled(Items.Item item, List<String> open, String current) {
        List<String> others = new ArrayList<>(open);
        others.add(item.path());
        if (item.open()) {
            others.removeIf(path -> Paths.isWithin(path, item.path()));
        }
        boolean leaves = item.open() && Paths.isWithin(current, item.path());
        return with("open", others.toArray(String[]::new))
                .with("path", leaves ? "" : current)
                .with("select");
    }

    /** As a query string, without a {@code ?}. */
    public String encoded() {
        List<String> pairs = new ArrayList<>();
        parameters.forEach(
                (name, values) -> values.forEach(value -> pairs.add(Paths.encode(name) + "=" + Paths.encode(value))));
        return String.join("&", pairs);
    }

    /** As a query string with a {@code ?} before it; empty if there is nothing to say. */
    @Override
    public String toString() {
        String text = encoded();
        return text.isEmpty() ? "" : "?" + text;
    }
}
