package org.efcpreview.authoring.form;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.function.FailablePredicate;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Settings;

/**
 * Where a field made of fields keeps them ({@code JcrChildNodeProvider}, {@code CurrentItemProvider}).
 *
 * @param nodeName the sub-node; empty for the very node of the form
 * @param nodeType and its type
 * @param removeIfEmpty whether a new one stays away if nothing is in it
 */
record Place(String nodeName, String nodeType, boolean removeIfEmpty) {
    static final Place CURRENT = new Place("", "", false);

    private static final String CONTENT_NODE = "mgnl:contentNode";

    /** @param entries whether it is where entries lie: if nothing is said, in a sub-node of the field's name and not on the node */
    static Place of(Settings field, FieldReader reader, boolean entries) {
        Settings provider = field.object("itemProvider");
        if (!field.has("itemProvider")) {
            return entries ? new Place(field.name(), CONTENT_NODE, true) : CURRENT;
        }
        if (reader.isA(provider, FieldReader.UI + "editor.CurrentItemProviderDefinition")) {
            if (entries) {
                reader.problem(provider.key(), "a currentItemProvider is not supported here for entries");
            }
            return CURRENT;
        }
        if (!isChild(provider, reader) || !provider.flag("supportI18N", true)) {
            reader.problem(provider.key(), "only currentItemProvider and jcrChildNodeProvider are supported here");
        }
        return new Place(
                FieldReader.or(provider.text("nodeName"), field.name()),
                FieldReader.or(provider.text("nodeType"), CONTENT_NODE),
                provider.flag("removeIfEmpty", true));
    }

    /** The node type of the entries that a field is repeated in. */
    static String entryType(Settings entry, FieldReader reader) {
        Settings provider = entry.object("itemProvider");
        return FieldReader.or(isChild(provider, reader) ? provider.text("nodeType") : "", CONTENT_NODE);
    }

    private static boolean isChild(Settings provider, FieldReader reader) {
        return reader.isA(provider, FieldReader.UI + "editor.JcrChildNodeProviderDefinition");
    }

    /** The node that has the fields; empty if it is not there. */
    Optional<Node> find(Node node) throws RepositoryException {
        return nodeName.isEmpty() ? Optional.of(node) : Optional.ofNullable(JcrUtils.getNodeIfExists(node, nodeName));
    }

    /**
     * @param nothing whether there is nothing to write, so that no node need be made for it
     * @param writing to the node that has the fields; gives whether anything has changed
     */
    boolean write(Node node, boolean nothing, Stamp stamp, FailablePredicate<Node, RepositoryException> writing)
            throws RepositoryException {
        if (nodeName.isEmpty()) {
            return writing.test(node);
        }
        if (node.hasNode(nodeName)) {
            Node at = node.getNode(nodeName);
            return stamp.modified(at, writing.test(at));
        }
        if (nothing && removeIfEmpty) {
            return false;
        }
        Node made = stamp.added(node, nodeName, nodeType);
        boolean changed = writing.test(made);
        // JCRMgnlPropertyHidingPredicate: what Magnolia itself keeps does not count.
        if (removeIfEmpty && NodeTexts.own(made).isEmpty() && !made.hasNodes()) {
            made.remove();
            return false;
        }
        return changed || !removeIfEmpty;
    }
}
