package org.efcpreview.authoring.form;

import java.util.List;
import java.util.Map;

/**
 * What two people did to the same field, to be brought together. What only one of them changed is taken from that one; where both
 * did, the editor's own stays in the form and the other's is told.
 *
 * @param base what both began with
 * @param theirs what the other has stored
 * @param yours what the browser sent
 * @param conflicts the other's values, by control, wherever both changed something and not to the same; an empty list where
 *     the other has emptied or removed it. They are added while it is merged
 */
record Merge(FieldValue base, FieldValue theirs, FieldValue yours, Map<String, List<String>> conflicts) {
    /** The same of a field within. */
    Merge of(FieldValue before, FieldValue others, FieldValue mine) {
        return new Merge(before, others, mine, conflicts);
    }
}
