package org.efcevents.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A page that was brought in.
 *
 * @param id its identifier
 * @param name of the file; empty if the text was typed
 * @param title what editors call the page
 * @param address where it was; empty if it is not known
 * @param when when it was brought in
 * @param by the name of who did it
 * @param corrections by the positions of entries
 * @param made the events that were made of it last
 */
public record KeptPage(
        String id,
        String name,
        String title,
        String address,
        Instant when,
        String by,
        Map<Integer, Correction> corrections,
        List<MadeEvent> made) {

    /** Makes defensive copies. */
    public KeptPage {
        corrections = Map.copyOf(corrections);
        made = List.copyOf(made);
    }

    /** What is said of an entry. */
    public Correction correction(int position) {
        return corrections.getOrDefault(position, Correction.NONE);
    }
}
