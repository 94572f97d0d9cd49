package org.efcpreview.authoring.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is told of a form when it is shown, besides what its fields hold.
 *
 * @param errors what is wrong
 * @param conflicts what others have stored meanwhile: {@link Merge#conflicts}
 */
record Showing(FormTexts texts, List<FieldError> errors, Map<String, List<String>> conflicts) {
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
        List<String> theirs = conflicts.get(control);
        if (theirs == null) {
            return List.of();
        }
        return theirs.isEmpty()
                ? List.of(texts.own(nothing))
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
