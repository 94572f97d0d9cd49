package org.efcevents.event;

import java.time.Instant;
import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.RichText;
import org.efcevents.date.Phase;

/**
 * An event as feeds tell of it, as far as the reader may see it: of thousands, the rest need not be read.
 *
 * @param summary what lists show of it
 * @param created see {@link Event.Publication#created}
 * @param revised see {@link Event.Publication#revised}
 * @param languages see {@link Event.Publication#languages}
 * @param hosting who holds it, and where to take part online
 * @param particulars what those want to know who come or have missed it; without a registration unless it is upcoming
 * @param programme what stands when in its programme, and who takes part in that; without anything if it has no items
 * @param text see {@link Event#text()}
 */
public record EventEntry(
        EventSummary summary,
        Instant created,
        Instant revised,
        List<String> languages,
        EventDetails.Hosting hosting,
        Particulars particulars,
        Programme programme,
        RichText text) {

    /** Reads an event; for the parameters see {@link Event#of}. */
    public static EventEntry of(ContentNode node, EventSummary summary, Phase phase) {
        boolean all = !summary.isListedOnly();
        RichText report = all && Event.isReported(phase) ? node.richText("report") : null;
        return new EventEntry(
                summary,
                node.created(),
                node.revised(),
                node.languages("title"),
                all ? EventDetails.Hosting.of(node) : EventDetails.WITHHELD.hosting(),
                all ? Particulars.of(node).in(phase, summary) : Particulars.NONE,
                all ? Programme.ifAny(node, summary.date()) : Programme.NONE,
                all && report == null ? node.richText("description") : report);
    }
}
