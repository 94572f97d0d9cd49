package org.efcpreview.authoring.page;

import java.util.Calendar;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.nodetype.NodeType;
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

    /** What says when a node was made, changed, published and versioned; a copy begins anew. */
    private static final Set<String> HISTORY = Set.of(
            "mgnl:created",
            "mgnl:createdBy",
            "mgnl:lastModified",
            "mgnl:lastModifiedBy",
            "mgnl:lastActivated",
            "mgnl:lastActivatedBy",
            "mgnl:lastActivatedVersion",
            "mgnl:lastActivatedVersionCreated",
            "mgnl:activationStatus",
            "mgnl:comment");

    /** The node of an area, made if it is not there ({@code NewRenderableNodeWrapper.provisionAreaMissingNode}). */
    Node area(Node owner, AreaDefinition area) throws RepositoryException {
        if (!area.hasNode()) {
            return owner;
        }
        if (owner.hasNode(area.name())) {
            return owner.getNode(area.name());
        }
        Node node = owner.addNode(area.name(), "mgnl:area");
        Stamps.created(node, user, when);
        Stamps.modifiedWithin(owner, user, when);
        return node;
    }

    /**
     * Adds a component ({@code info.magnolia.pages.app.detail.action.CreateComponentAction}).
     *
     * @param area the node that holds the components
     * @param template the identifier of its template
     * @param first whether it comes before what is there, and not after
     */
    Node add(Node area, String template, boolean first) throws RepositoryException {
        Node component = area.addNode(UniqueName.of(area, FIRST), "mgnl:component");
        component.setProperty("mgnl:template", template);
        Stamps.created(component, user, when);
        if (first) {
            // Other nodes of the area, such as areas within it, keep their places.
            for (Node other : OutlineReader.components(area)) {
                if (!other.isSame(component)) {
                    area.orderBefore(component.getName(), other.getName());
                    break;
                }
            }
        }
        Stamps.modifiedWithin(area, user, when);
        return component;
    }

    /** Puts a component before another one of its area ({@code SortComponentAction}). */
    void moveBefore(Node component, Node other) throws RepositoryException {
        component.getParent().orderBefore(component.getName(), other.getName());
        Stamps.modifiedWithin(component, user, when);
    }

    /** Puts a component after another one of its area. */
    void moveAfter(Node component, Node other) throws RepositoryException {
        orderAfter(component, other);
        Stamps.modifiedWithin(component, user, when);
    }

    /** Adds a copy after a component ({@code DuplicateComponentAction}). */
    Node duplicate(Node component) throws RepositoryException {
        Node area = component.getParent();
        Node copy = copy(component, area, UniqueName.of(area, component.getName()));
        orderAfter(copy, component);
        Stamps.modifiedWithin(copy, user, when);
        return copy;
    }

    /** Puts a node after one of its siblings. */
    static void orderAfter(Node node, Node sibling) throws RepositoryException {
        Node parent = node.getParent();
        boolean passed = false;
        for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
            Node next = nodes.nextNode();
            if (passed && !next.isSame(node)) {
                parent.orderBefore(node.getName(), next.getName());
                return;
            }
            passed |= next.isSame(sibling);
        }
        parent.orderBefore(node.getName(), null);
    }

    /** Makes a component be shown by another template; what is in it stays ({@code ChangeComponentTemplateAction}). */
    void template(Node component, String template) throws RepositoryException {
        component.setProperty("mgnl:template", template);
        Stamps.modifiedWithin(component, user, when);
    }

    /** Removes a component or an area with everything in it ({@code DeleteElementAction}). */
    void remove(Node part) throws RepositoryException {
        Node parent = part.getParent();
        part.remove();
        Stamps.modifiedWithin(parent, user, when);
    }

    private Node copy(Node source, Node parent, String name) throws RepositoryException {
        Node copy = parent.addNode(name, source.getPrimaryNodeType().getName());
        for (NodeType mixin : source.getMixinNodeTypes()) {
            if (!mixin.getName().equals("mgnl:hasVersion")) {
                copy.addMixin(mixin.getName());
            }
        }
        for (PropertyIterator properties = source.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getDefinition().isProtected() || HISTORY.contains(property.getName())) {
                continue;
            }
            if (property.isMultiple()) {
                copy.setProperty(property.getName(), property.getValues(), property.getType());
            } else {
                copy.setProperty(property.getName(), property.getValue(), property.getType());
            }
        }
        Stamps.created(copy, user, when);
        for (NodeIterator nodes = source.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            copy(node, copy, node.getName());
        }
        return copy;
    }
}
