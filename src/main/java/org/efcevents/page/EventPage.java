package org.efcevents.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.efcevents.address.PageKind;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.channel.Subject;
import org.efcevents.content.NodeLink;
import org.efcevents.event.Event;
import org.efcevents.event.Registration;
import org.efcevents.message.Messages;

/**
 * An event.
 *
 * @param shown the event, as far as the reader may see it
 * @param registration how to register, if that is still possible; else null
 */
public record EventPage(Event shown, Registration registration) implements Subject {

    /** In how many seconds, at least one, one can no longer register; a great many if one cannot now or needs not. */
    long secondsUntilChange(Instant now, ZoneId siteZone) {
        return registration == null
                ? Long.MAX_VALUE
                : Math.max(
                        1,
                        registration.secondsOpen(
                                now, shown.summary().date().zone().orElse(siteZone)));
    }

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
