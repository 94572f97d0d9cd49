package org.efcevents.page;

import java.util.Map;
import org.efcevents.address.PageKind;
import org.efcevents.api.Api;
import org.efcevents.api.ApiResponse;
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
    public ApiResponse json(Api api, Map<String, String> links, Map<String, String> files) {
        return switch (kind) {
            case WORK_PACKAGES -> api.workPackages();
            default -> ApiResponse.missing();
        };
    }
}
