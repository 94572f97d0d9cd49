package org.efcevents.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.efcevents.migration.Divisions;

/**
 * A source that was brought in: a page, a table, a calendar.
 *
 * @param id its identifier
 * @param name of the file; empty if the text was typed
 * @param title what editors call it
 * @param address where it was; empty if it is not known
 * @param when when it was brought in
 * @param by the name of who did it
 * @param corrections by where the words of events begin
 * @param divisions what was said of where events begin
 * @param language the ISO 639 code of the language that it is said to be in; empty if nothing was said
 * @param made the events that were made of it, or changed by it, the last first
 */
public record KeptPage(
        String id,
        String name,
        String title,
        String address,
        Instant when,
        String by,
        Map<Integer, Correction> corrections,
        Divisions divisions,
        String language,
        List<MadeEvent> made) {

    /** Makes defensive copies. */
    public KeptPage {
        corrections = Map.copyOf(corrections);
        made = List.copyOf(made);
    }

    /**
     * What is said of an event.
     *
     * @param at where its words begin
     */
    public Correction correction(int at) {
        return corrections.getOrDefault(at, Correction.NONE);
    }

    /** How many events were made of it, or changed by it. */
    public int count() {
        return (int) made.stream().map(MadeEvent::id).distinct().count();
    }

    /** Whether another one is a later, or an earlier, copy of the same: it is called the same, or was at the same address. */
    public boolean isOf(KeptPage other) {
        return title.equalsIgnoreCase(other.title) || !address.isEmpty() && address.equals(other.address);
    }
}
