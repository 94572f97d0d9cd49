package org.efcevents.channel;

import java.util.Optional;
import org.efcevents.atom.AtomFeed;
import org.efcevents.message.Messages;

/** What was added and changed. */
final class AtomChannel implements Channel.Writer {

    @Override
    public Optional<Document> write(Subject subject, ChannelContext context) {
        Messages messages = context.messages();
        String site = messages.text(Messages.SITE);
        AtomFeed feed = AtomFeed.of(
                context.archive().read(subject.followed()),
                context.addresses(),
                messages.kinds(),
                site,
                subject.part(messages),
                site,
                subject.path() + ".atom" + subject.query(),
                subject.path() + ".html" + subject.query(),
                context.parameter(AtomFeed.PARAMETER));
        return feed.exists()
                ? Optional.of(Document.of(Channel.ATOM.contentType(), feed.text(), feed.updated()))
                : Optional.empty();
    }
}
