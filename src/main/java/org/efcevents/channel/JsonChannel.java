package org.efcevents.channel;

import java.util.Optional;
import org.efcevents.api.ApiResponse;
import org.efcevents.http.Representation;

/** What programs are answered, problem documents included (RFC 9457). */
final class JsonChannel implements Channel.Writer {

    @Override
    public Optional<Document> write(Subject subject, ChannelContext context) {
        return Optional.of(document(subject.json(context.api(), context.links(), context.fileAddresses())));
    }

    static Document document(ApiResponse answer) {
        return new Document(
                answer.status(),
                answer.mediaType(),
                new Representation(answer.text(), answer.modified()),
                answer.location(),
                null);
    }
}
