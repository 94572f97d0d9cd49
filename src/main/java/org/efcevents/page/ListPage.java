package org.efcevents.page;

import org.efcevents.address.PageKind;
import org.efcevents.api.ApiResponse;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.channel.Subject;
import org.efcevents.message.Messages;

/**
 * The list of work packages, or a page composed by an editor. Its template reads the content from the archive.
 *
 * @param kind one of these two kinds
 */
record ListPage(PageKind kind) implements Subject {

    @Override
    public String path() {
        return kind.path("");
    }

    @Override
    public String part(Messages messages) {
        return "";
    }

    @Override
    public JsonDocument json(JsonQuestion question) {
        return switch (kind) {
            case WORK_PACKAGES -> question.workPackages();
            default -> JsonDocument.of(ApiResponse.missing());
        };
    }
}
