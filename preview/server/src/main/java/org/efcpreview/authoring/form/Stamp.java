package org.efcpreview.authoring.form;

import java.util.Calendar;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.repository.Stamps;

/** Who writes, and when. */
record Stamp(String user, Calendar when) {
    Node added(Node parent, String name, String type) throws RepositoryException {
        Node made = parent.addNode(name, type);
        Stamps.created(made, user, when);
        return made;
    }

    /** Stamps a node if it has changed; gives whether it has. */
    boolean modified(Node node, boolean changed) throws RepositoryException {
        if (changed) {
            Stamps.modified(node, user, when);
        }
        return changed;
    }
}
