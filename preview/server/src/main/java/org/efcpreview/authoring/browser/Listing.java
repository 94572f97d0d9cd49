package org.efcpreview.authoring.browser;

import java.text.Collator;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.query.QueryManager;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.repository.Stamps;

/**
 * Finds the items that a view shows: below open folders in a tree; all of them, filtered and sorted, in a list. Filters and
 * search find what Magnolia's do ({@code JcrQueryBuilder}), but for its {@code %}.
 */
final class Listing {
    static final int PAGE = 50;

    private final ContentApp app;
    private final Session session;
    private final Locale language;
    private final UiTexts ui;

    Listing(ContentApp app, Session session, Locale language) {
        this.app = app;
        this.session = session;
        this.language = language;
        this.ui = UiTexts.in(language);
    }

    /**
     * An item found.
     *
     * @param depth below the root of the app, from 0; 0 throughout in a list
     * @param folder whether the app shows something below it
     * @param open whether that follows
     */
    record Item(Node node, int depth, boolean folder, boolean open) {}

    /** The root of the app; empty if it is not there for this user. */
    Optional<Node> root() throws RepositoryException {
        return session.nodeExists(app.rootPath()) ? Optional.of(session.getNode(app.rootPath())) : Optional.empty();
    }

    /** The node at a path, if the app shows it. */
    Optional<Node> node(String path) throws RepositoryException {
        try {
            if (app.holds(path) && !path.matches(".*(//|/\\.{1,2}(/|$)).*") && session.nodeExists(path)) {
                Node node = session.getNode(path);
                return app.shows(node) ? Optional.of(node) : Optional.empty();
            }
        } catch (RepositoryException e) {
            // What is no path of a repository leads nowhere.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The items of a tree, those of open folders after their folder. */
    List<Item> tree(Set<String> open) throws RepositoryException {
        List<Item> found = new ArrayList<>();
        Optional<Node> root = root();
        if (root.isPresent()) {
            tree(root.get(), 0, open, found);
        }
        return found;
    }

    private void tree(Node parent, int depth, Set<String> open, List<Item> found) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (app.shows(child)) {
                boolean folder = hasShown(child);
                boolean opened = folder && open.contains(child.getPath());
                found.add(new Item(child, depth, folder, opened));
                if (opened) {
                    tree(child, depth + 1, open, found);
                }
            }
        }
    }

    private boolean hasShown(Node node) throws RepositoryException {
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            if (app.shows(children.nextNode())) {
                return true;
            }
        }
        return false;
    }

    /** The items of a list, all pages. */
    List<Item> list(ContentApp.View view, Query query) throws RepositoryException {
        List<Node> nodes = new ArrayList<>();
        Optional<Node> root = root();
        if (root.isPresent()) {
            collect(root.get(), nodes);
        }
        if (!query.first("q").isEmpty()) {
            Set<String> hits = search(query.first("q"));
            nodes.removeIf(node -> !hits.contains(path(node)));
        }
        for (Map.Entry<String, String> filter : query.filters().entrySet()) {
            Optional<Column> column = view.columns().stream()
                    .filter(candidate -> candidate.name().equals(filter.getKey())
                            && candidate.filter().kind() != Column.FilterKind.NONE)
                    .findFirst();
            if (column.isPresent()) {
                List<Node> kept = new ArrayList<>();
                for (Node node : nodes) {
                    if (passes(node, column.get(), filter.getValue())) {
                        kept.add(node);
                    }
                }
                nodes = kept;
            }
        }
        sort(nodes, view, query.first("sort"));
        List<Item> items = new ArrayList<>();
        for (Node node : nodes) {
            items.add(new Item(node, 0, hasShown(node), false));
        }
        return items;
    }

    private void collect(Node parent, List<Node> nodes) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (app.shows(child)) {
                nodes.add(child);
                collect(child, nodes);
            }
        }
    }

    private static String path(Node node) {
        try {
            return node.getPath();
        } catch (RepositoryException e) {
            throw new IllegalStateException("A node that was just read is gone", e);
        }
    }

    /** The paths of the nodes with all of the words in their own texts, or with all in their names. */
    private Set<String> search(String words) throws RepositoryException {
        StringBuilder expression = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (String word : words.trim().split("\\s+")) {
            boolean start = word.length() > 1 && word.endsWith("*");
            String plain = word.replaceAll("[^\\p{L}\\p{N}._@-]", " ").trim();
            if (!plain.isEmpty()) {
                expression.append(start && plain.matches("[\\p{L}\\p{N}]+") ? plain + "* " : "\"" + plain + "\" ");
                names.append(names.length() == 0 ? "" : "\0").append(plain.toLowerCase(Locale.ROOT));
            }
        }
        Set<String> hits = new HashSet<>();
        if (expression.length() == 0) {
            return hits;
        }
        QueryManager queries = session.getWorkspace().getQueryManager();
        javax.jcr.query.Query query = queries.createQuery(
                "select * from [nt:base] as t where isdescendantnode(t, '"
                        + app.rootPath().replace("'", "''") + "') and contains(t.*, $words)",
                javax.jcr.query.Query.JCR_SQL2);
        query.bindValue(
                "words",
                session.getValueFactory().createValue(expression.toString().trim()));
        for (NodeIterator nodes = query.execute().getNodes(); nodes.hasNext(); ) {
            hits.add(nodes.nextNode().getPath());
        }
        List<Node> all = new ArrayList<>();
        collect(session.getNode(app.rootPath()), all);
        for (Node node : all) {
            String name = node.getName().toLowerCase(Locale.ROOT);
            if (List.of(names.toString().split("\0")).stream().allMatch(name::contains)) {
                hits.add(node.getPath());
            }
        }
        return hits;
    }

    private boolean passes(Node node, Column column, String wanted) throws RepositoryException {
        String lower = wanted.trim().toLowerCase(language);
        return switch (column.kind()) {
            case STATUS -> Stamps.status(node).name().toLowerCase(Locale.ROOT).equals(lower);
            case TITLE -> app.title(node).toLowerCase(language).contains(lower)
                    || node.getName().toLowerCase(language).contains(lower);
            case PATH -> node.getPath().toLowerCase(language).startsWith(lower.startsWith("/") ? lower : "/" + lower);
            default -> column.filter().kind() == Column.FilterKind.CHOICE
                    ? texts(node, column.name()).contains(wanted)
                    : texts(node, column.name()).stream()
                            .anyMatch(text -> text.toLowerCase(language).contains(lower));
        };
    }

    private void sort(List<Node> nodes, ContentApp.View view, String sort) throws RepositoryException {
        boolean down = sort.startsWith("-");
        String name = down ? sort.substring(1) : sort;
        Optional<Column> column = view.columns().stream()
                .filter(candidate -> candidate.name().equals(name) && candidate.sortable())
                .findFirst();
        if (column.isEmpty()) {
            return;
        }
        Comparator<Object> order = order();
        List<Keyed> keyed = new ArrayList<>();
        for (Node node : nodes) {
            keyed.add(new Keyed(node, key(node, column.get())));
        }
        // What has no value comes last, whichever way the list is sorted.
        Comparator<Keyed> byKey = Comparator.comparing(Keyed::key, down ? order.reversed() : order);
        keyed.sort((a, b) -> a.key() == null || b.key() == null
                ? Boolean.compare(a.key() == null, b.key() == null)
                : byKey.compare(a, b));
        nodes.clear();
        keyed.forEach(item -> nodes.add(item.node()));
    }

    private record Keyed(Node node, Object key) {}

    private Comparator<Object> order() {
        Collator collator = Collator.getInstance(language);
        return (a, b) -> {
            if (a instanceof Number x && b instanceof Number y) {
                return Double.compare(x.doubleValue(), y.doubleValue());
            }
            return collator.compare(a.toString(), b.toString());
        };
    }

    private Object key(Node node, Column column) throws RepositoryException {
        return switch (column.kind()) {
            case TITLE -> app.title(node);
            case PATH -> node.getPath();
            case STATUS -> Stamps.status(node).ordinal();
            default -> {
                if (!node.hasProperty(column.name())
                        || node.getProperty(column.name()).isMultiple()) {
                    List<String> texts = texts(node, column.name());
                    yield texts.isEmpty() ? null : String.join(", ", texts);
                }
                Property property = node.getProperty(column.name());
                yield switch (property.getType()) {
                    case PropertyType.DATE -> property.getDate().getTimeInMillis();
                    case PropertyType.LONG, PropertyType.DOUBLE, PropertyType.DECIMAL -> property.getDouble();
                    default -> property.getString();
                };
            }
        };
    }

    private static List<String> texts(Node node, String property) throws RepositoryException {
        List<String> texts = new ArrayList<>();
        if (node.hasProperty(property)) {
            Property found = node.getProperty(property);
            for (Value value : found.isMultiple() ? found.getValues() : new Value[] {found.getValue()}) {
                texts.add(value.getString());
            }
        }
        return texts;
    }

    /** What a column says of a node. */
    Row.Cell cell(Node node, Column column) throws RepositoryException {
        return switch (column.kind()) {
            case TITLE -> new Row.Cell("title", app.title(node), "");
            case PATH -> new Row.Cell("path", node.getPath(), "");
            case STATUS -> {
                String status = Stamps.status(node).name().toLowerCase(Locale.ROOT);
                yield new Row.Cell("status", ui.get("browser.status." + status), status);
            }
            case DATE -> node.hasProperty(column.name())
                            && node.getProperty(column.name()).getType() == PropertyType.DATE
                    ? date(node.getProperty(column.name()).getDate())
                    : new Row.Cell("date", "", "");
            case PROPERTY -> new Row.Cell("property", String.join(", ", texts(node, column.name())), "");
        };
    }

    private Row.Cell date(Calendar calendar) {
        ZonedDateTime at = calendar.toInstant().atZone(ZoneId.systemDefault());
        return new Row.Cell(
                "date",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(at),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
    }
}
