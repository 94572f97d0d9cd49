package org.efcevents.page;

import java.util.Map;
import org.efcevents.address.PageKind;
import org.efcevents.api.Api;
import org.efcevents.api.ApiResponse;
import org.efcevents.channel.Subject;
import org.efcevents.message.Messages;

/**
 * What is not there, for this reader.
 *
 * @param kind what was asked for
 * @param withdrawn whether there was an event, which was taken back
 */
record MissingPage(PageKind kind, boolean withdrawn) implements Subject {

    @Override
    public String path() {
        return "";
    }

    @Override
    public String part(Messages messages) {
        return "";
    }

    @Override
    public ApiResponse json(Api api, Map<String, String> links, Map<String, String> files) {
        return withdrawn ? api.withdrawn() : api.missing();
    }
}
