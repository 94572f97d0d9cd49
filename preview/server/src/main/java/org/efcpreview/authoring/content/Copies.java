package org.efcpreview.authoring.content;

import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.nodetype.NodeType;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.repository.Parts;
import org.efcpreview.repository.Siblings;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.UniqueName;

/** Copies of nodes, which begin anew: made now, by whoever makes them, and neither published nor kept in versions. */
public final class Copies {
    private Copies() {}

    /**
     * Copies nodes with everything below them, each to the place after it, and saves ({@code DuplicateNodeAction}).
     *
     * @param nameProperty the property that holds a node's name as it was typed, where there is one
     * @param user who makes them
     */
    public static List<Node> duplicate(List<Node> nodes, String nameProperty, String user) throws RepositoryException {
        List<Node> copies = new ArrayList<>();
        for (Node node : nodes) {
            Node copy = duplicate(node, user);
            String number = copy.getName().replaceFirst(".*?(\\d*)$", "$1");
            if (copy.hasProperty(nameProperty) && !number.isEmpty()) {
                String typed = copy.getProperty(nameProperty).getString();
                copy.setProperty(nameProperty, typed.replaceFirst("\\d*$", number));
            }
            copies.add(copy);
            node.getSession().save();
        }
        return copies;
    }

    /** Copies a node with everything below it to the place after it; nothing is saved. */
    public static Node duplicate(Node node, String user) throws RepositoryException {
        Node parent = node.getParent();
        Node copy = parent.addNode(
                UniqueName.of(parent, node.getName()), node.getPrimaryNodeType().getName());
        fill(copy, node, user, Calendar.getInstance());
        Siblings.after(copy, node);
        return copy;
    }

    private static void fill(Node copy, Node source, String user, Calendar now) throws RepositoryException {
        for (NodeType mixin : source.getMixinNodeTypes()) {
            if (!mixin.getName().equals("mgnl:hasVersion")) {
                copy.addMixin(mixin.getName());
            }
        }
        for (Property property : JcrUtils.getProperties(source)) {
            if (!property.getDefinition().isProtected() && !Stamps.PUBLICATION.contains(property.getName())) {
                Parts.copy(property, copy);
            }
        }
        Stamps.created(copy, user, now);
        for (Node part : JcrUtils.getChildNodes(source)) {
            String type = part.getPrimaryNodeType().getName();
            fill(JcrUtils.getOrAddNode(copy, part.getName(), type), part, user, now);
        }
    }
}
