package org.efcevents.channel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.archive.EventEntries;
import org.efcevents.content.ContentException;
import org.efcevents.http.Digest;
import org.efcevents.http.Representation;
import org.efcevents.index.Digests;
import org.efcevents.index.IndexedEvent;
import org.efcevents.index.PageOrder;

/**
 * A document about many events, which are read and written one by one while it is sent.
 *
 * <p>Its digest is made of those of its parts, of which those of events are kept until something changes ({@link Digests}):
 * only events that have changed are written to find it. It depends on what would be sent and on nothing else. An event
 * that is saved while the document is being sent may be in it as it is then; the next digest differs from that of this one.
 *
 * @param entries where events are read
 * @param beginning what is before the first event
 * @param events the events, in order
 * @param writer writes an event; the empty text for one that is no longer there or not in this document
 * @param end what is after the last event
 */
record EventsDocument(
        EventEntries entries,
        String beginning,
        List<IndexedEvent> events,
        Function<IndexedEvent, String> writer,
        String end) {

    private static final Digest NOTHING = Digest.of("");
    private static final System.Logger LOG = System.getLogger(EventsDocument.class.getName());

    /** @param form everything that the writer uses besides the events: see {@link EventEntries#digests} */
    Representation representation(Object form) {
        Digests digests = entries.digests(form);
        PageOrder order = entries.order();
        return new Representation(
                this::parts, digests.ofAll(events, beginning + end, order).orElseGet(() -> digest(digests, order)));
    }

    private Digest digest(Digests digests, PageOrder order) {
        List<Digest> parts = new ArrayList<>(events.size() + 2);
        boolean complete = true;
        parts.add(Digest.of(beginning));
        for (IndexedEvent event : events) {
            Digest digest = digests.of(event, entries.phase(event), () -> written(event));
            if (digest == null) {
                complete = false;
            } else if (!digest.equals(NOTHING)) {
                parts.add(digest);
            }
        }
        parts.add(Digest.of(end));
        Digest whole = Digest.of(parts);
        if (complete) {
            digests.keep(whole, events, beginning + end, order);
        }
        return whole;
    }

    private Iterator<String> parts() {
        // Not flatMap, whose iterator writes all events before it gives the first.
        return Stream.concat(Stream.of(beginning), Stream.concat(events.stream().map(this::part), Stream.of(end)))
                .iterator();
    }

    private String part(IndexedEvent event) {
        String written = written(event);
        return written == null ? "" : written;
    }

    /** Null if this event cannot be written, which is no reason not to write the others. */
    private String written(IndexedEvent event) {
        try {
            return writer.apply(event);
        } catch (ContentException e) {
            if (entries.has(event)) {
                throw e;
            }
            // It was removed while it was being read.
            return null;
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The event " + event.name() + " is left out, because it cannot be written",
                    e);
            return null;
        }
    }
}
