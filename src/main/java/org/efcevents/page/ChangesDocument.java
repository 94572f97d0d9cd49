package org.efcevents.page;

import org.efcevents.address.PageKind;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.channel.Channel;
import org.efcevents.channel.Subject;
import org.efcevents.message.Messages;

/** What has changed in the archive. It is told to programs only, and has no page. */
record ChangesDocument() implements Subject {

    /** Whether it is what is asked for, by a selector and an extension of the archive's page. */
    static boolean isAskedFor(String selector, String extension) {
        return selector.equals("changes") && extension.equals(Channel.JSON.ending());
    }

    @Override
    public PageKind kind() {
        return PageKind.ARCHIVE;
    }

    @Override
    public String path() {
        return "/changes";
    }

    @Override
    public String part(Messages messages) {
        return "";
    }

    @Override
    public JsonDocument json(JsonQuestion question) {
        return question.changes();
    }
}
