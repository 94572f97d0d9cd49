package org.efcevents.page;

import java.util.Map;
import org.efcevents.address.PageKind;
import org.efcevents.api.Api;
import org.efcevents.api.ApiResponse;
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
    public ApiResponse json(Api api, Map<String, String> links, Map<String, String> files) {
        return api.speakers();
    }
}
