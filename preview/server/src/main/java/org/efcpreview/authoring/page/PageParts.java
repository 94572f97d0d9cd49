package org.efcpreview.authoring.page;

import java.util.Calendar;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.content.Copies;
import org.efcpreview.content.Tree;
import org.efcpreview.repository.Siblings;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.UniqueName;

/**
 * Changes of the areas and components of pages, as Magnolia writes them. Nothing is saved here: the caller saves the
 * session, so that a change is made as a whole or not at all.
 *
 * @param user who makes the change
 * @param when when
 */
record PageParts(String user, Calendar when) {
    /** What the first component of an area is called; those that follow are {@code 00}, {@code 01} and so on. */
    private static final String FIRST = "0";

    /** The node of an area, made if it is not there ({@code NewRenderableNodeWrapper.provisionAreaMissingNode}). */
    Node area(Outline.Area area) throws RepositoryException {
        if (area.node().isPresent()) {
            return area.node().get();
        }
        Node node = area.owner().addNode(area.name(), "mgnl:area");
        Stamps.created(node, user, when);
        Stamps.modifiedWithin(area.owner(), user, when);
        return node;
    }

    /**
     * Adds a component ({@code info.magnolia.pages.app.detail.action.CreateComponentAction}).
     *
     * @param template the identifier of its template
     * @param first whether it comes before what is there, and not after
     */
    Node add(Outline.Area to, String template, boolean first) throws RepositoryException {
        Node area = area(to);
        // Other nodes of the area, such as areas within it, keep their places.
        List<Node> others = Tree.children(area, "mgnl:component");
        Node component = area.addNode(UniqueName.of(area, FIRST), "mgnl:component");
        component.setProperty("mgnl:template", template);
        Stamps.created(component, user, when);
        if (first && !others.isEmpty()) {
            Siblings.before(component, others.get(0).getName());
        }
        Stamps.modifiedWithin(area, user, when);
        return component;
    }

    /** Puts a component before or after another one of its area ({@code SortComponentAction}). */
    void move(Node component, Node other, boolean before) throws RepositoryException {
        if (before) {
            Siblings.before(component, other.getName());
        } else {
            Siblings.after(component, other);
        }
        Stamps.modifiedWithin(component, user, when);
    }

    /** Adds a copy after a component ({@code DuplicateComponentAction}). */
    Node duplicate(Node component) throws RepositoryException {
        Node copy = new Copies(user, when).duplicate(component);
        Stamps.modifiedWithin(copy, user, when);
        return copy;
    }

    /** Makes a page or a component be shown by another template; what is in it stays ({@code ChangeComponentTemplateAction}). */
    void template(Node part, String template) throws RepositoryException {
        part.setProperty("mgnl:template", template);
        Stamps.modifiedWithin(part, user, when);
    }

    /** Removes a component or an area with everything in it ({@code DeleteElementAction}). */
    void remove(Node part) throws RepositoryException {
        Node parent = part.getParent();
        part.remove();
        Stamps.modifiedWithin(parent, user, when);
    }
}
