package org.efcevents.channel;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.efcevents.address.Addresses;
import org.efcevents.atom.AtomFeed;
import org.efcevents.message.Messages;

/** What was added and changed. */
final class AtomChannel implements Channel.Writer {

    @Override
    public Optional<Document> write(Subject subject, ChannelContext context) {
        Messages messages = context.messages();
        String site = messages.text(Messages.SITE);
        String part = subject.part(messages);
        Addresses addresses = context.addresses();
        AtomFeed.Metadata metadata = new AtomFeed.Metadata(
                id(subject, context),
                site,
                part.isEmpty() ? null : part,
                site,
                addresses.language(),
                addresses.here(subject.path() + ".atom" + subject.query()),
                addresses.here(subject.path() + ".html" + subject.query()),
                context.feedSize());
        AtomFeed feed = AtomFeed.of(
                metadata,
                context.archive().read(subject.followed()),
                addresses,
                messages.kinds(),
                context.parameter(AtomFeed.PARAMETER));
        return feed.exists()
                ? Optional.of(Document.of(Channel.ATOM.contentType(), feed.text(), feed.updated()))
                : Optional.empty();
    }

    /** The same at whatever address the feed is asked for (RFC 4287, 4.2.6), and another for each part of each archive. */
    private static UUID id(Subject subject, ChannelContext context) {
        String name = String.join(
                "\n", context.archive().id(), context.addresses().language(), subject.path(), subject.query());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
