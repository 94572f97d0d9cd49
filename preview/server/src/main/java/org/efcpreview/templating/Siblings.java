package org.efcpreview.templating;

import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** A node among those of its type in its folder (rules: {@code info.magnolia.templating.functions.SiblingsHelper}). */
public final class Siblings {
    private final List<Node> siblings;
    private int index;

    /** @param siblings those of its type, it among them */
    Siblings(Node node, List<Node> siblings) throws RepositoryException {
        this.siblings = siblings;
        while (!siblings.get(index).isSame(node)) {
            index++;
        }
    }

    /** Goes to the next one; fails after the last. */
    public Node next() {
        return at(index + 1);
    }

    /** Goes to the one before; fails before the first. */
    public Node prev() {
        return at(index - 1);
    }

    /** Goes to the first one. */
    public Node goTofirst() {
        return at(0);
    }

    /** Goes to the last one. */
    public Node goTolast() {
        return at(siblings.size() - 1);
    }

    /** Where it stands. */
    public Node getCurrent() {
        return siblings.get(index);
    }

    /** The place of the current one, from 0. */
    public int getIndex() {
        return index;
    }

    /** Whether the current one is the first. */
    public boolean isFirst() {
        return index == 0;
    }

    /** Whether the current one is the last. */
    public boolean isLast() {
        return index == siblings.size() - 1;
    }

    private Node at(int place) {
        Node node = siblings.get(place);
        index = place;
        return node;
    }
}
