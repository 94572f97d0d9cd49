package org.efcevents.page;

import org.efcevents.address.PageKind;
import org.efcevents.api.ApiResponse;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
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
    public JsonDocument json(JsonQuestion question) {
        return JsonDocument.of(withdrawn ? ApiResponse.withdrawn() : ApiResponse.missing());
    }
}
