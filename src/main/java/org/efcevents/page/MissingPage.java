package org.efcevents.page;

import java.util.Map;
import org.efcevents.address.PageKind;
import org.efcevents.api.Api;
import org.efcevents.api.ApiResponse;
import org.efcevents.channel.Subject;
import org.efcevents.message.Messages;

/**
 * An address at which there is nothing for this reader.
 *
 * @param kind the kind of page requested
 * @param withdrawn whether there was an event that has been withdrawn
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
        return withdrawn ? ApiResponse.withdrawn() : ApiResponse.missing();
    }
}
