package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.NodeNames;

/**
 * What Magnolia refuses to save: {@code FieldBinder.Default}, {@code MultiFormView}, {@code SwitchableFormView}, {@code
 * FormPresenter.validateBoundProperties}. A text longer than {@code maxLength}, which its browser side does not let in, is
 * refused as well.
 *
 * @param node what is edited; empty while it is not made
 * @param parent the node in which the new one would lie; empty for one that is there
 * @param errors what has been found so far
 */
record Checks(FormTexts texts, Optional<Node> node, Optional<Node> parent, List<FieldError> errors) {
    Checks(FormTexts texts, Optional<Node> node, Optional<Node> parent) {
        this(texts, node, parent, new ArrayList<>());
    }

    /**
     * Finds fault with a field.
     *
     * @param message where the definition may have a text of its own for it
     * @param key of the text if it has none
     */
    void refuse(String control, String label, String message, String key, Object... arguments) {
        String text = texts.find(message).orElseGet(() -> texts.own(key, arguments));
        errors.add(new FieldError(control, label, text));
    }

    /** Whether a name that an editor typed is another node's already. */
    boolean isTaken(String typed, Rule.Naming naming) throws RepositoryException {
        if (naming == Rule.Naming.NOTHING) {
            return false;
        }
        String name = NodeNames.valid(typed);
        if (node.isPresent() && naming == Rule.Naming.NODE) {
            Node edited = node.get();
            return edited.getDepth() > 0
                    && edited.getParent().hasNode(name)
                    && !edited.getParent().getNode(name).isSame(edited);
        }
        Optional<Node> folder = parent.or(() -> node);
        return folder.isPresent() && folder.get().hasNode(name);
    }
}
