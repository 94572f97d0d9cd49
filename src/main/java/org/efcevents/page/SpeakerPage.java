package org.efcevents.page;

import java.util.List;
import org.efcevents.address.PageKind;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.channel.Subject;
import org.efcevents.content.NodeLink;
import org.efcevents.index.EventSelection;
import org.efcevents.message.Messages;
import org.efcevents.speaker.Speaker;

/**
 * A speaker.
 *
 * @param speaker the speaker
 * @param followed the events in which they took part, newest first
 */
public record SpeakerPage(Speaker speaker, EventSelection followed) implements Subject {

    @Override
    public PageKind kind() {
        return PageKind.SPEAKER;
    }

    @Override
    public String path() {
        return kind().path(speaker.slug());
    }

    @Override
    public String part(Messages messages) {
        return speaker.fullName();
    }

    @Override
    public List<NodeLink> links() {
        return speaker.biography() == null ? List.of() : speaker.biography().links();
    }

    @Override
    public List<String> files() {
        return speaker.portrait() == null ? List.of() : List.of(speaker.portrait());
    }

    @Override
    public JsonDocument json(JsonQuestion question) {
        return question.speaker(speaker);
    }
}
