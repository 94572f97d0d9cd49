package org.efcpreview.authoring.page;

import java.util.Calendar;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.repository.Stamps;

/**
 * Changes of the tree of pages, as Magnolia writes them. Nothing is saved here.
 *
 * @param user who makes the change
 * @param when when
 */
record PageNodes(String user, Calendar when) {
    /** Adds a page, last in its parent ({@code info.magnolia.pages.app.action.browser.CreateRenderableAction}). */
    Node add(Node parent, String name, String template) throws RepositoryException {
        Node page = parent.addNode(name, "mgnl:page");
        page.setProperty("mgnl:template", template);
        Stamps.created(page, user, when);
        return page;
    }

    /** Changes a page's name; it keeps its place, and it and the pages below it count as changed. */
    void rename(Node page, String name) throws RepositoryException {
        NodeNames.rename(page, name);
        Stamps.moved(page, user, when);
    }

    /**
     * What speaks against a move ({@code info.magnolia.ui.contentapp.JcrDropConstraint}, {@code PageContentClipboard}):
     * {@code itself}, {@code taken}, {@code deleted}, {@code same} or {@code root}; empty if nothing does.
     *
     * @param place {@code in}, {@code before} or {@code after} the target
     */
    Optional<String> against(Node page, Node target, String place) throws RepositoryException {
        if (!place.equals("in") && target.getDepth() == 0) {
            return Optional.of("root");
        }
        if ((target.getPath() + "/").startsWith(page.getPath() + "/")) {
            return Optional.of("itself");
        }
        Node parent = place.equals("in") ? target : target.getParent();
        if (parent.isNodeType("mgnl:deleted")) {
            return Optional.of("deleted");
        }
        boolean same = parent.isSame(page.getParent());
        if (same) {
            return place.equals("in") ? Optional.of("same") : Optional.empty();
        }
        return parent.hasNode(page.getName()) || parent.hasProperty(page.getName())
                ? Optional.of("taken")
                : Optional.empty();
    }

    /** Moves a page to a place that nothing speaks against. */
    void move(Node page, Node target, String place) throws RepositoryException {
        Node parent = place.equals("in") ? target : target.getParent();
        boolean same = parent.isSame(page.getParent());
        if (!same) {
            page.getSession()
                    .move(page.getPath(), (parent.getDepth() == 0 ? "" : parent.getPath()) + "/" + page.getName());
        }
        if (place.equals("before")) {
            parent.orderBefore(page.getName(), target.getName());
        } else if (place.equals("after")) {
            PageParts.orderAfter(page, target);
        }
        if (same) {
            Stamps.modified(page, user, when);
        } else {
            Stamps.moved(page, user, when);
        }
    }
}
