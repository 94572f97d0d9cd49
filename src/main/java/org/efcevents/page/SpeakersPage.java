package org.efcevents.page;

import org.efcevents.address.PageKind;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.archive.SpeakerList;
import org.efcevents.channel.Subject;
import org.efcevents.message.Messages;

/**
 * The list of speakers.
 *
 * @param list one of its pages; null for other channels, and if there is no such page
 */
public record SpeakersPage(SpeakerList list) implements Subject {

    @Override
    public PageKind kind() {
        return PageKind.SPEAKERS;
    }

    @Override
    public String path() {
        return kind().path("");
    }

    @Override
    public boolean hasPage() {
        return list != null;
    }

    @Override
    public String part(Messages messages) {
        return "";
    }

    @Override
    public JsonDocument json(JsonQuestion question) {
        return question.speakers();
    }
}
