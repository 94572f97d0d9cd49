package org.efcevents.channel;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.efcevents.address.Addresses;
import org.efcevents.atom.AtomFeed;
import org.efcevents.message.Messages;

/** Writes the feed of additions and modifications. */
final class AtomChannel implements Channel.Writer {

    @Override
    public Optional<ChannelResponse> write(Subject subject, ChannelContext context) {
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
                ? Optional.of(ChannelResponse.of(Channel.ATOM.contentType(), feed.text(), feed.updated()))
                : Optional.empty();
    }

    /**
     * The identifier of a feed: the same at every address that the feed is requested from (RFC 4287, 4.2.6), and
     * different for each part of each archive.
     */
    private static UUID id(Subject subject, ChannelContext context) {
        String name = String.join(
                "\n", context.archive().id(), context.addresses().language(), subject.path(), subject.query());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
