package org.efcevents.undo;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.nodetype.NodeType;

/** Makes copies of nodes with what editors have given them and what is below them, each with an identifier of its own. */
public final class NodeCopy {

    /** Which versions there are of the original, and that it is to be deleted, is not said of a copy. */
    private static final Set<String> OWN_MIXINS = Set.of("mgnl:hasVersion", "mgnl:deleted");

    private final Choice choice;
    private final Map<String, String> identifiers = new HashMap<>();

    /** What goes along. */
    public interface Choice {

        /**
         * Whether a copy has it.
         *
         * @param owner a node of which there is to be a copy
         * @param name the name of one of its properties or of a node below it
         */
        boolean takes(Node owner, String name) throws RepositoryException;
    }

    /** @param choice of all that editors have given the nodes */
    public NodeCopy(Choice choice) {
        this.choice = choice;
    }

    /**
     * Makes a copy without saving it.
     *
     * @param name of the copy; the parent has nothing of that name
     */
    public Node make(Node original, Node parent, String name) throws RepositoryException {
        Node copy = parent.addNode(name, original.getPrimaryNodeType().getName());
        for (NodeType mixin : original.getMixinNodeTypes()) {
            if (!OWN_MIXINS.contains(mixin.getName())) {
                copy.addMixin(mixin.getName());
            }
        }
        for (PropertyIterator all = original.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (NodeContent.isContent(property.getName()) && choice.takes(original, property.getName())) {
                copy(property, copy);
            }
        }
        for (NodeIterator all = original.getNodes(); all.hasNext(); ) {
            Node part = all.nextNode();
            if (choice.takes(original, part.getName())) {
                identifiers.put(
                        part.getIdentifier(), make(part, copy, part.getName()).getIdentifier());
            }
        }
        return copy;
    }

    private static void copy(Property property, Node copy) throws RepositoryException {
        if (property.isMultiple()) {
            copy.setProperty(property.getName(), property.getValues(), property.getType());
        } else {
            copy.setProperty(property.getName(), property.getValue());
        }
    }

    /** The identifiers of the copies by those of the originals, for all that was below what was copied. */
    public Map<String, String> identifiers() {
        return identifiers;
    }
}
