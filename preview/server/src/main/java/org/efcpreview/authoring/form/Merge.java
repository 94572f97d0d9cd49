package org.efcpreview.authoring.form;

import java.util.List;
import java.util.Map;

/**
 * What two people did to the same form, brought together. What only one of them changed is taken from that one; where both
 * did, the editor's own stays in the form and the other's is told.
 *
 * @param values what the form now holds
 * @param conflicts the other's values, by control, wherever both changed something and not to the same; an empty list where
 *     the other has emptied or removed it
 */
public record Merge(FormValues values, Map<String, List<String>> conflicts) {}
