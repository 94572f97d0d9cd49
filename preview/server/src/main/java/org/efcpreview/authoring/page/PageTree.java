package org.efcpreview.authoring.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.Paths;
import org.efcpreview.content.Tree;
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
     * @param level 1 at the top
     * @param open whether the pages below it are listed
     * @param current whether it is the one that was asked for
     */
    public record Row(Desk desk, Node page, int level, boolean open, boolean current) {
        public String path() throws RepositoryException {
            return page.getPath();
        }

        public String title() throws RepositoryException {
            return desk.title(page);
        }

        /** Whether there are pages below it. */
        public boolean parent() throws RepositoryException {
            return !pages(page).isEmpty();
        }

        /** The title of its template; the identifier if there is none of that; empty for a deleted page. */
        public String template() throws RepositoryException {
            return deleted() ? "" : desk.templates().title(Templates.named(page));
        }

        /** Whether there is such a template. */
        public boolean known() throws RepositoryException {
            return deleted() || desk.templates().of(page).isPresent();
        }

        /** {@code unpublished}, {@code modified} or {@code published}. */
        public String status() throws RepositoryException {
            return Stamps.status(page).name().toLowerCase(Locale.ROOT);
        }

        /** Whether it waits for its deletion to be published. */
        public boolean deleted() throws RepositoryException {
            return Desk.isDeleted(page);
        }

        private String lastChange() throws RepositoryException {
            return page.hasProperty("mgnl:lastModified") ? "mgnl:lastModified" : "mgnl:created";
        }

        /** When it was last changed, as the user reads it; empty if it does not say. */
        public String changed() throws RepositoryException {
            return page.hasProperty(lastChange())
                    ? desk.request()
                            .ui()
                            .moment(page.getProperty(lastChange()).getDate().toInstant())
                    : "";
        }

        /** Who changed it; empty if it does not say. */
        public String changedBy() throws RepositoryException {
            return JcrUtils.getStringProperty(page, lastChange() + "By", "");
        }
    }

    /** @param current the path of the page that was asked for; it is opened, and all that it lies in; empty for none */
    List<Row> rows(String current) throws RepositoryException {
        List<Row> rows = new ArrayList<>();
        add(desk.session().getRootNode(), 1, current, false, rows);
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
            boolean open = all || Paths.isWithin(current, page.getPath());
            rows.add(new Row(desk, page, level, open, page.getPath().equals(current)));
            if (open) {
                add(page, level + 1, current, all, rows);
            }
        }
    }

    /** The pages right below a node, in order. */
    static List<Node> pages(Node parent) throws RepositoryException {
        return Tree.children(parent, "mgnl:page");
    }
}
