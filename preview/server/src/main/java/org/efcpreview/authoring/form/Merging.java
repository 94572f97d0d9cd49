package org.efcpreview.authoring.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What two people did to the same field.
 *
 * @param base what both began with
 * @param theirs what the other has stored
 * @param yours what the browser sent
 * @param conflicts as {@link Merge#conflicts}, to be added to
 */
record Merging(FieldValue base, FieldValue theirs, FieldValue yours, Map<String, List<String>> conflicts) {
    /** Tells what the other has stored in a control. */
    void conflict(String control, Stream<String> texts) {
        conflicts.put(control, texts.toList());
    }
}
