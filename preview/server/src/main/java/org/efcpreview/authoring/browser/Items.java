package org.efcpreview.authoring.browser;

import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.query.Query;
import org.apache.commons.lang3.StringUtils;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.Datasource;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.page.Templates;
import org.efcpreview.content.Links;
import org.efcpreview.repository.Stamps;

/**
 * The content of an app as somebody may see it: below open folders in a tree; all of it, filtered and sorted, in a list; and
 * what columns say of it.
 *
 * @param session of the user, in the app's workspace
 * @param templates which of the content may name
 * @param language of the user
 */
public record Items(ContentApp app, Session session, Templates templates, Locale language) {
    /** How many items a page of a list has, and a folder of a tree to begin with. */
    private static final int PAGE = 50;

    /** What is sorted by its number. */
    private static final Set<Integer> NUMBERS =
            Set.of(PropertyType.DATE, PropertyType.LONG, PropertyType.DOUBLE, PropertyType.DECIMAL);

    /**
     * An item that a view shows.
     *
     * @param title what the user calls it
     * @param depth below the root of the app, from 0; 0 throughout in a list
     * @param folder whether the app shows something below it
     * @param open whether that follows
     */
    public record Item(Node node, String path, String title, int depth, boolean folder, boolean open) {
        /** The address of the picture that it is, below the instance's context path; empty if it is none. */
        public String picture() throws RepositoryException {
            return NodeTexts.first(node, "jcr:content/jcr:mimeType").startsWith("image/") ? Links.file(node) : "";
        }
    }

    /**
     * What a column says of an item.
     *
     * @param kind {@code title}, {@code status}, {@code path}, {@code date} or {@code property}
     * @param text what the user reads; empty for nothing
     * @param detail for a status {@code published}, {@code modified} or {@code unpublished}; for a date its machine form
     */
    public record Cell(String kind, String text, String detail) {}

    /** The root of the app; empty if it is not there for this user. */
    Optional<Node> root() throws RepositoryException {
        return Paths.find(session, app.source().rootPath());
    }

    /** The node at a path, if the app shows it. */
    Optional<Node> node(String path) throws RepositoryException {
        Optional<Node> node = Paths.find(session, path);
        Datasource source = app.source();
        boolean shown = node.isPresent() && source.holds(node.get().getPath()) && source.shows(node.get());
        return shown ? node : Optional.empty();
    }

    /** The paths of an item and of all that it lies in, below the root of the app. */
    List<String> ancestry(String path) {
        return Stream.iterate(path, app.source()::holds, inner -> inner.substring(0, inner.lastIndexOf('/')))
                .toList();
    }

    /**
     * What a view shows.
     *
     * @param total how many were found, where something was looked for
     * @param page of a list; of each folder of a tree as many are shown as on so many pages
     * @param pages those that are known of; more than {@code page} if there is more to be shown
     */
    public record Shown(List<Item> items, long total, int page, int pages) {}

    /** The items of a tree, those of open folders after their folder. Of what a folder has beyond its pages only what is open. */
    Shown tree(Set<String> open, int page) throws RepositoryException {
        List<Item> found = new ArrayList<>();
        Optional<Node> root = root();
        boolean more = root.isPresent() && addBelow(root.get(), 0, open, page * PAGE, found);
        return new Shown(found, found.size(), page, more ? page + 1 : page);
    }

    /** @return whether there is more than that */
    private boolean addBelow(Node parent, int depth, Set<String> open, int most, List<Item> found)
            throws RepositoryException {
        List<Node> nodes = below(parent, most + 1);
        boolean more = nodes.size() > most;
        if (more) {
            nodes.remove(most);
            Set<String> beyond = new LinkedHashSet<>(open);
            for (Node node : nodes) {
                beyond.remove(node.getPath());
            }
            for (String path : beyond) {
                Optional<Node> node = node(path);
                if (node.isPresent() && node.get().getParent().isSame(parent)) {
                    nodes.add(node.get());
                }
            }
        }
        for (Node node : nodes) {
            Item item = item(node, depth, open.contains(node.getPath()));
            found.add(item);
            more |= item.open() && addBelow(node, depth + 1, open, most, found);
        }
        return more;
    }

    private Item item(Node node, int depth, boolean open) throws RepositoryException {
        boolean folder = !below(node, 1).isEmpty();
        return new Item(node, node.getPath(), NodeTexts.title(node), depth, folder, folder && open);
    }

    /** The first nodes below another that the app shows. */
    private List<Node> below(Node parent, int most) throws RepositoryException {
        List<Node> shown = new ArrayList<>();
        boolean sorted = most > 1 && app.source().sorted();
        NodeIterator children =
                sorted ? first(app.source().below(session, parent.getPath(), false), most) : parent.getNodes();
        while (children.hasNext() && shown.size() < most) {
            Node child = children.nextNode();
            if (app.source().shows(child)) {
                shown.add(child);
            }
        }
        return shown;
    }

    private Query all() throws RepositoryException {
        return app.source().below(session, app.source().rootPath(), true);
    }

    private static NodeIterator first(Query query, long limit) throws RepositoryException {
        query.setLimit(limit);
        return query.execute().getNodes();
    }

    /** A page of a list. Where it is not filtered, nor sorted but by the definition, nothing is read of what comes after it. */
    Shown list(ContentApp.View view, BrowserLocation location) throws RepositoryException {
        Optional<Column> sorted = view.columns().stream()
                .filter(column -> column.sortable() && !location.order(column).equals("none"))
                .findFirst();
        List<Node> found = new ArrayList<>();
        if (sorted.isPresent() || location.searching()) {
            found.addAll(found(view, location, sorted));
        } else if (app.source().sorted()) {
            for (NodeIterator all = first(all(), location.page() * PAGE + 1L); all.hasNext(); ) {
                found.add(all.nextNode());
            }
        } else if (root().isPresent()) {
            walk(root().get(), Set.of(), location.page() * PAGE + 1, found);
        }
        int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        int page = Math.min(location.page(), pages);
        List<Item> items = new ArrayList<>();
        for (Node node : found.stream().skip((page - 1L) * PAGE).limit(PAGE).toList()) {
            items.add(item(node, 0, false));
        }
        return new Shown(items, found.size(), page, pages);
    }

    /**
     * Adds nodes below another in the order of the tree.
     *
     * @param holding the paths of those that hold something; empty if that is not known
     */
    private void walk(Node parent, Set<String> holding, int most, List<Node> found) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext() && found.size() < most; ) {
            Node child = children.nextNode();
            if (app.source().shows(child)) {
                found.add(child);
                if (holding.isEmpty() || holding.contains(child.getPath())) {
                    walk(child, holding, most, found);
                }
            }
        }
    }

    private List<Node> found(ContentApp.View view, BrowserLocation location, Optional<Column> sorted)
            throws RepositoryException {
        // Whether an item holds others is asked the index: else all its parts would be read for it.
        Set<String> holding = new HashSet<>();
        List<Node> nodes = new ArrayList<>();
        for (Node node : JcrUtils.getNodes(all().execute())) {
            holding.add(StringUtils.substringBeforeLast(node.getPath(), "/"));
            nodes.add(node);
        }
        if (root().isPresent() && !app.source().sorted()) {
            nodes.clear();
            walk(root().get(), holding, Integer.MAX_VALUE, nodes);
        }
        Set<String> hits = search(location.first("q"), nodes);
        Map<Node, Object> order = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (hits.contains(node.getPath()) && passes(node, view, location)) {
                order.put(node, sorted.isPresent() ? order(node, sorted.get()) : null);
            }
        }
        List<Node> found = new ArrayList<>(order.keySet());
        if (sorted.isPresent()) {
            // What has no value comes last, whichever way the list is sorted.
            Collator collator = Collator.getInstance(language);
            Comparator<Object> values = (a, b) -> a instanceof Double x && b instanceof Double y
                    ? x.compareTo(y)
                    : collator.compare(a.toString(), b.toString());
            boolean ascending = location.order(sorted.get()).equals("ascending");
            found.sort(Comparator.comparing(order::get, Comparator.nullsLast(ascending ? values : values.reversed())));
        }
        return found;
    }

    /** The paths of the nodes with all of the words in their own texts, or with all in their names; of all, for no words. */
    private Set<String> search(String words, List<Node> nodes) throws RepositoryException {
        List<String> names = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        for (String word : words.trim().split("\\s+")) {
            String plain = word.replaceAll("[^\\p{L}\\p{N}._@-]", " ").trim();
            if (!plain.isEmpty()) {
                boolean start = word.endsWith("*") && plain.matches("[\\p{L}\\p{N}]+");
                expressions.add(start ? plain + "*" : "\"" + plain + "\"");
                names.add(plain.toLowerCase(Locale.ROOT));
            }
        }
        Set<String> hits = new HashSet<>();
        if (!expressions.isEmpty()) {
            String below = app.source().rootPath().replace("'", "''");
            String statement =
                    "select * from [nt:base] as t where isdescendantnode(t, '" + below + "') and contains(t.*, $words)";
            Query query = session.getWorkspace().getQueryManager().createQuery(statement, Query.JCR_SQL2);
            query.bindValue("words", session.getValueFactory().createValue(String.join(" ", expressions)));
            for (Node node : JcrUtils.getNodes(query.execute())) {
                hits.add(node.getPath());
            }
        }
        for (Node node : nodes) {
            boolean named = names.stream().allMatch(node.getName().toLowerCase(Locale.ROOT)::contains);
            if (words.isEmpty() || !names.isEmpty() && named) {
                hits.add(node.getPath());
            }
        }
        return hits;
    }

    /** Filters find what Magnolia's do ({@code JcrQueryBuilder}), but for its {@code %}. */
    private boolean passes(Node node, ContentApp.View view, BrowserLocation location) throws RepositoryException {
        for (Column column : view.columns()) {
            String wanted = location.filter(column).trim();
            if (!wanted.isEmpty() && column.filter() != Column.Filter.NONE && !matches(node, column, wanted)) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(Node node, Column column, String wanted) throws RepositoryException {
        List<String> texts = new ArrayList<>(texts(node, column));
        if (column.filter() == Column.Filter.CHOICE || column.filter() == Column.Filter.STATUS) {
            return texts.contains(wanted);
        }
        if (column.source() == Column.Source.TITLE) {
            texts.add(node.getName());
        }
        return column.source() == Column.Source.PATH
                ? StringUtils.startsWithIgnoreCase(texts.get(0), StringUtils.prependIfMissing(wanted, "/"))
                : texts.stream().anyMatch(text -> StringUtils.containsIgnoreCase(text, wanted));
    }

    private List<String> texts(Node node, Column column) throws RepositoryException {
        return switch (column.source()) {
            case TITLE -> List.of(app.source().title(node));
            case PATH -> List.of(node.getPath());
            case STATUS -> List.of(Stamps.status(node).name().toLowerCase(Locale.ROOT));
            case TEMPLATE -> node.isNodeType("mgnl:deleted")
                    ? List.of()
                    : List.of(templates.title(Templates.named(node)));
            case DATE, PROPERTY -> node.hasProperty(column.name())
                    ? NodeTexts.all(node.getProperty(column.name()))
                    : List.of();
        };
    }

    /** What a list is sorted by: a number or a text; null where the column says nothing. */
    private Object order(Node node, Column column) throws RepositoryException {
        if (column.source() == Column.Source.STATUS) {
            return (double) Stamps.status(node).ordinal();
        }
        if (node.hasProperty(column.name()) && !node.getProperty(column.name()).isMultiple()) {
            Property property = node.getProperty(column.name());
            if (NUMBERS.contains(property.getType())) {
                return property.getDouble();
            }
        }
        List<String> texts = texts(node, column);
        return texts.isEmpty() ? null : String.join(", ", texts);
    }

    public Cell cell(Node node, Column column) throws RepositoryException {
        UiTexts ui = UiTexts.in(language);
        String kind = column.source().name().toLowerCase(Locale.ROOT);
        String text = String.join(", ", texts(node, column));
        if (column.source() == Column.Source.STATUS) {
            return new Cell(kind, ui.get("browser.status." + text), text);
        }
        if (column.source() == Column.Source.DATE) {
            if (text.isEmpty() || node.getProperty(column.name()).getType() != PropertyType.DATE) {
                return new Cell(kind, "", "");
            }
            Instant moment = node.getProperty(column.name()).getDate().toInstant();
            return new Cell(kind, ui.moment(moment), ui.machine(moment));
        }
        return new Cell(kind, text, "");
    }
}
