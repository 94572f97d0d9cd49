package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Labels;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Request;

/**
 * What an editor is told of a form besides what its fields hold: texts of the module where it has any, else the authoring UI's
 * own; what can be chosen, which is read once; what is wrong, and what others have stored meanwhile.
 *
 * @param node what is edited; empty while it is not made
 * @param parent the node in which the new one would lie; empty for one that is there, and where any name is free
 * @param errors what has been found so far
 * @param conflicts as {@link Merge#conflicts}
 */
record Showing(
        Labels labels,
        Request request,
        Optional<Node> node,
        Optional<Node> parent,
        List<FieldError> errors,
        Map<String, List<String>> conflicts,
        Map<Choices, Map<String, String>> read) {
    Showing(Labels labels, Request request, Optional<Node> node, Optional<Node> parent) {
        this(labels, request, node, parent, new ArrayList<>(), new LinkedHashMap<>(), new HashMap<>());
    }

    /** The text that a part of the definition has for one of its properties; empty if it has none. */
    String text(String path, String property) {
        return labels.text(path + "/" + property);
    }

    /** A text of the authoring UI. */
    String own(String key, Object... arguments) {
        return request.say(key, arguments);
    }

    /** A language's name, in the editor's. */
    String name(Locale locale) {
        return locale.getDisplayLanguage(request.language());
    }

    /** As {@link Choices#read}. */
    Map<String, String> choices(Choices source) throws RepositoryException {
        if (!read.containsKey(source)) {
            read.put(source, source.read(this));
        }
        return read.get(source);
    }

    /**
     * Finds fault with a field.
     *
     * @param message where the definition may have a text of its own for it
     * @param key of the text if it has none
     */
    void refuse(String control, String label, String message, String key, Object... arguments) {
        String text = labels.find(message).orElseGet(() -> own(key, arguments));
        errors.add(new FieldError(control, label, text));
    }

    /** Whether a name that an editor typed is another node's already. */
    boolean isTaken(String typed, Rule.Naming naming) throws RepositoryException {
        if (naming == Rule.Naming.NOTHING || node.isEmpty() && parent.isEmpty()) {
            return false;
        }
        String name = NodeNames.valid(typed);
        Node folder = parent.isPresent()
                ? parent.get()
                : naming == Rule.Naming.NODE ? node.get().getParent() : node.get();
        return folder.hasNode(name) && (node.isEmpty() || !folder.getNode(name).isSame(node.get()));
    }

    /** What is wrong in a control; empty for nothing. */
    String error(String control) {
        return errors.stream()
                .filter(error -> error.control().equals(control))
                .map(FieldError::message)
                .collect(Collectors.joining(" "));
    }

    /**
     * What somebody else has stored in a control meanwhile; empty if nobody has.
     *
     * @param nothing key of the text that says that they have left nothing of it
     * @param shown what the editor reads for what is stored, where that is something else
     */
    List<String> theirs(String control, String nothing, Map<String, String> shown) {
        List<String> theirs = conflicts.getOrDefault(control, List.of());
        return theirs.isEmpty() && conflicts.containsKey(control)
                ? List.of(own(nothing))
                : theirs.stream().map(text -> shown.getOrDefault(text, text)).toList();
    }

    /** How many controls of some fields are wrong, or differ from what somebody else has stored. */
    long wrong(Group fields) {
        Set<String> names = fields.fields().stream().map(Field::name).collect(Collectors.toSet());
        return Stream.concat(errors.stream().map(FieldError::control), conflicts.keySet().stream())
                .distinct()
                .filter(control -> names.contains(control.split("/")[0]))
                .count();
    }
}
