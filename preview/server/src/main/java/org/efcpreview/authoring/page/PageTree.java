package org.efcpreview.authoring.page;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.definitioncheck.definition.Definition;
import org.efcpreview.repository.Stamps;

/**
 * The pages as the browser of the pages app lists them: those at the top, and those below what has been opened.
 *
 * @param desk what the request works with
 */
record PageTree(Desk desk) {
    /**
     * A page in the list.
     *
     * @param path its path
     * @param name its name
     * @param title what it is called
     * @param level 1 at the top
     * @param parent whether there are pages below it
     * @param open whether those are listed
     * @param current whether it is the one that was asked for
     * @param template the title of its template; the identifier if there is none of that
     * @param known whether there is such a template
     * @param status {@code unpublished}, {@code modified} or {@code published}
     * @param deleted whether it waits for its deletion to be published
     * @param changed when it was last changed, as the user reads it; empty if it does not say
     * @param changedBy who did; empty if it does not say
     */
    public record Row(
            String path,
            String name,
            String title,
            int level,
            boolean parent,
            boolean open,
            boolean current,
            String template,
            boolean known,
            String status,
            boolean deleted,
            String changed,
            String changedBy) {}

    /**
     * The rows.
     *
     * @param current the page that was asked for; it is opened, and all that it lies in; empty for none
     */
    List<Row> rows(Optional<Node> current) throws RepositoryException {
        List<Row> rows = new ArrayList<>();
        String path = current.isEmpty() ? "" : current.get().getPath();
        add(desk.session().getRootNode(), 1, path, false, rows);
        return rows;
    }

    /** Every page. */
    List<Row> all() throws RepositoryException {
        List<Row> rows = new ArrayList<>();
        add(desk.session().getRootNode(), 1, "", true, rows);
        return rows;
    }

    private void add(Node parent, int level, String current, boolean all, List<Row> rows) throws RepositoryException {
        for (Node page : pages(parent)) {
            boolean has = !pages(page).isEmpty();
            boolean open = has && (all || (current + "/").startsWith(page.getPath() + "/"));
            rows.add(row(page, level, has, open, page.getPath().equals(current)));
            if (open) {
                add(page, level + 1, current, all, rows);
            }
        }
    }

    /** The pages right below a node, in order. */
    static List<Node> pages(Node parent) throws RepositoryException {
        List<Node> pages = new ArrayList<>();
        for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType("mgnl:page")) {
                pages.add(node);
            }
        }
        return pages;
    }

    /** A page on its own. */
    Row row(Node page) throws RepositoryException {
        return row(page, 1, !pages(page).isEmpty(), false, true);
    }

    private Row row(Node page, int level, boolean parent, boolean open, boolean current) throws RepositoryException {
        Optional<Definition> template = desk.templates().of(page);
        boolean deleted = Desk.isDeleted(page);
        String changed = page.hasProperty("mgnl:lastModified") ? "mgnl:lastModified" : "mgnl:created";
        return new Row(
                page.getPath(),
                page.getName(),
                desk.title(page),
                level,
                parent,
                open,
                current,
                deleted ? "" : template.map(desk.titles()::template).orElse(Templates.named(page)),
                template.isPresent() || deleted,
                Stamps.status(page).name().toLowerCase(Locale.ROOT),
                deleted,
                page.hasProperty(changed) ? inWords(page.getProperty(changed).getDate()) : "",
                page.hasProperty(changed + "By")
                        ? page.getProperty(changed + "By").getString()
                        : "");
    }

    private String inWords(Calendar moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(desk.request().language())
                .withZone(ZoneId.systemDefault())
                .format(moment.toInstant());
    }
}
