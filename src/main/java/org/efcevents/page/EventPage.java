package org.efcevents.page;

import java.util.List;
import java.util.Optional;
import org.efcevents.address.PageKind;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.channel.Subject;
import org.efcevents.content.NodeLink;
import org.efcevents.event.Event;
import org.efcevents.message.Messages;

/**
 * An event.
 *
 * @param shown the event, as far as the reader may see it
 */
public record EventPage(Event shown) implements Subject {

    @Override
    public PageKind kind() {
        return PageKind.EVENT;
    }

    @Override
    public String path() {
        return kind().path(shown.summary().slug());
    }

    @Override
    public String part(Messages messages) {
        return shown.summary().title();
    }

    @Override
    public Optional<Event> event() {
        return Optional.of(shown);
    }

    @Override
    public List<NodeLink> links() {
        return shown.linkedTexts().stream()
                .flatMap(text -> text.links().stream())
                .toList();
    }

    @Override
    public List<String> files() {
        return shown.assets();
    }

    @Override
    public JsonDocument json(JsonQuestion question) {
        return question.event(shown);
    }
}
