package org.efcpreview.authoring.content;

import java.util.Calendar;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.EnumUtils;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.repository.Siblings;
import org.efcpreview.repository.Stamps;

/** Moving of nodes. Nothing is saved. */
public final class Moves {
    private Moves() {}

    /** Where something is moved to, as seen from a target. */
    public enum Place {
        BEFORE,
        AFTER,
        INSIDE;

        /** The place of that name, in small letters or large. */
        public static Optional<Place> of(String name) {
            return Optional.ofNullable(EnumUtils.getEnumIgnoreCase(Place.class, name));
        }

        /** The node in which what is moved will lie. */
        public Node parent(Node target) throws RepositoryException {
            return this == INSIDE ? target : target.getParent();
        }
    }

    /**
     * Holds a move against what a repository refuses in any case, and what waits for its deletion.
     *
     * @param root where nothing can be moved beside
     * @throws Refusal if the node cannot be moved there
     */
    public static void check(Node node, Node target, Place place, String root) throws RepositoryException, Refusal {
        if (place != Place.INSIDE && target.getPath().equals(root)) {
            throw new Refusal("browser.move.besideRoot");
        }
        if (Paths.isWithin(target.getPath(), node.getPath())) {
            throw new Refusal("browser.move.intoItself", node.getName());
        }
        Node parent = place.parent(target);
        boolean same = node.getParent().isSame(parent);
        if (same && place == Place.INSIDE) {
            throw new Refusal("browser.move.thereAlready", node.getName());
        }
        if (!same && (parent.hasNode(node.getName()) || parent.hasProperty(node.getName()))) {
            throw new Refusal("browser.move.nameTaken", node.getName(), parent.getPath());
        }
        if (parent.isNodeType("mgnl:deleted")) {
            throw new Refusal("browser.move.intoDeleted", parent.getName());
        }
    }

    /** Moves a node to a place that nothing speaks against. The order of pages is one of their own properties. */
    public static void move(Node node, Node target, Place place, String user) throws RepositoryException {
        Node parent = place.parent(target);
        boolean elsewhere = !node.getParent().isSame(parent);
        if (elsewhere) {
            node.getSession().move(node.getPath(), Paths.within(parent, node.getName()));
            Stamps.moved(node, user, Calendar.getInstance());
        } else if (node.isNodeType("mgnl:page")) {
            Stamps.modified(node, user, Calendar.getInstance());
        }
        switch (place) {
            case BEFORE -> Siblings.before(node, target.getName());
            case AFTER -> Siblings.after(node, target);
            default -> {}
        }
    }
}
