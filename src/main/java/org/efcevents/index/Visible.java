package org.efcevents.index;

/**
 * What a reader may see at one moment.
 *
 * @param events the events: each event itself or, where only that may be read, its notice. Each is the same object as
 *     before only if neither its node nor any below it has changed
 * @param state the same object as before only if the reader has equal {@link Rights} and nothing has changed that is no
 *     part of an event, such as a work package, a speaker, or which of several events of one name is addressed by it; null
 *     if that is not known
 */
public record Visible(EventTable events, Object state) {

    /**
     * What is visible now.
     *
     * @param last what was visible before; null if anything but events may have changed since
     */
    static Visible after(Visible last, EventTable events) {
        return new Visible(
                events,
                last != null && last.events().sharedSlugs().equals(events.sharedSlugs()) ? last.state() : new Object());
    }
}
