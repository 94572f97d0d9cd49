package org.efcevents.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efcevents.address.PageKind;
import org.efcevents.api.Api;
import org.efcevents.api.ApiResponse;
import org.efcevents.content.NodeLink;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.message.Messages;

/** What an address of the archive stands for, whichever channel it is read in. */
public interface Subject {

    /** The kind of its page. */
    PageKind kind();

    /** What follows the language in its address, without an ending, such as {@code /work-packages/wp1}. */
    String path();

    /** The filters that it follows, with the question mark; empty where there are none. */
    default String query() {
        return "";
    }

    /** The part of the archive that it is, in words; empty for the whole. */
    String part(Messages messages);

    /** The events that a calendar or a feed of it follows; none where there is no feed. */
    default List<EventSummary> followed() {
        return List.of();
    }

    /** The one event that it is; empty for any other subject. */
    default Optional<Event> event() {
        return Optional.empty();
    }

    /** The links of its texts to nodes, whose addresses it needs. */
    default List<NodeLink> links() {
        return List.of();
    }

    /** The DAM keys of its files, whose addresses it needs. */
    default List<String> files() {
        return List.of();
    }

    /**
     * Itself in JSON.
     *
     * @param links absolute addresses of {@link #links}, as {@link Api#event} takes them
     * @param files the same of {@link #files}
     */
    ApiResponse json(Api api, Map<String, String> links, Map<String, String> files);
}
