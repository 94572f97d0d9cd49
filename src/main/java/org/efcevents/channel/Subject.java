package org.efcevents.channel;

import java.util.List;
import java.util.Optional;
import org.efcevents.address.PageKind;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.content.NodeLink;
import org.efcevents.event.Event;
import org.efcevents.index.EventSelection;
import org.efcevents.message.Messages;

/** What an address of the archive is about, independent of the channel. */
public interface Subject {

    /** The kind of its page. */
    PageKind kind();

    /** The path of its address after the language and without an extension, such as {@code /work-packages/wp1}. */
    String path();

    /** The template that prints its page in place of that of its {@link #kind}; null for that one. */
    default String template() {
        return null;
    }

    /** The query string with its filters, including the question mark; empty if there are none. */
    default String query() {
        return "";
    }

    /** The part of the archive that it covers, in words; empty for the whole. */
    String part(Messages messages);

    /** Whether it has the page that is asked for, of several. */
    default boolean hasPage() {
        return true;
    }

    /** The events in its calendar and feed; empty if it has none. */
    default EventSelection followed() {
        return EventSelection.NONE;
    }

    /** The event, if the subject is a single event. */
    default Optional<Event> event() {
        return Optional.empty();
    }

    /** The links to nodes in its texts, whose addresses are needed. */
    default List<NodeLink> links() {
        return List.of();
    }

    /** The DAM keys of its files, whose addresses are needed. */
    default List<String> files() {
        return List.of();
    }

    /** The subject in JSON, as it is asked for. */
    JsonDocument json(JsonQuestion question);
}
