package org.efcevents.undo;

import java.time.Instant;
import java.util.List;

/**
 * What an editor changed in many places at once.
 *
 * @param id its identifier
 * @param kind what was done, such as {@code merge}
 * @param words what editors know it by, such as the names of two people
 * @param when when it was done
 * @param by the name of who did it
 * @param changed the events, speakers and work packages that it changed
 * @param left the identifiers of those that it was to change and could not
 * @param takenBack when it was taken back; null if it can be
 */
public record Step(
        String id,
        String kind,
        List<String> words,
        Instant when,
        String by,
        List<Changed> changed,
        List<String> left,
        Instant takenBack) {

    /** Makes defensive copies of the lists. */
    public Step {
        words = List.copyOf(words);
        changed = List.copyOf(changed);
        left = List.copyOf(left);
    }

    /**
     * Something that was changed.
     *
     * @param id its identifier
     * @param path where it was
     */
    public record Changed(String id, String path) {}
}
