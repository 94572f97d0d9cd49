package org.efcevents.channel;

import java.util.Optional;
import org.efcevents.api.ApiResponse;
import org.efcevents.http.Representation;

/** Writes JSON for programs, including problem documents (RFC 9457). */
final class JsonChannel implements Channel.Writer {

    @Override
    public Optional<ChannelResponse> write(Subject subject, ChannelContext context) {
        return Optional.of(document(subject.json(context.api(), context.links(), context.fileAddresses())));
    }

    static ChannelResponse document(ApiResponse answer) {
        return new ChannelResponse(
                answer.status(), answer.mediaType(), new Representation(answer.text()), answer.location(), null);
    }
}
