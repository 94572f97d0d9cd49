package org.efcevents.channel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.efcevents.address.Addresses;
import org.efcevents.address.PageKind;
import org.efcevents.archive.EventEntries;
import org.efcevents.atom.AtomEntry;
import org.efcevents.atom.AtomFeed;
import org.efcevents.http.Representation;
import org.efcevents.index.EventSelection;
import org.efcevents.index.IndexedEvent;
import org.efcevents.message.Messages;

/** Writes the feed of additions and modifications. */
final class AtomChannel implements Channel.Writer {

    /** For so long subscribers are told that an event is gone. */
    private static final Duration TOLD = Duration.ofDays(30);

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
                context.feedSize(),
                context.license());
        EventSelection events = subject.followed();
        EventEntries entries = context.archive().entries();
        AtomFeed feed = new AtomFeed(
                metadata,
                new AtomFeed.Stamps(
                        stamps(entries.lastShownFirst(events), entries),
                        stamps(entries.lastArrivedFirst(events), entries)),
                // Of any part of the archive: what was in it is not known, and to programs, nothing that they do not
                // have is gone.
                entries.gone(entries.now().minus(TOLD)).stream()
                        .map(gone -> new AtomFeed.Tombstone(gone.id(), gone.when()))
                        .toList(),
                context.parameter(AtomFeed.PARAMETER),
                entries.now());
        return feed.exists()
                ? Optional.of(ChannelResponse.of(
                        Channel.ATOM.contentType(),
                        document(
                                feed,
                                feed.shown().stream()
                                        .map(shown -> events.table()
                                                .event(events.table()
                                                        .row(shown.id())
                                                        .orElseThrow()))
                                        .toList(),
                                context)))
                : Optional.empty();
    }

    /** Each made when it is asked for: of all of them, a document needs few. */
    private static List<AtomFeed.Stamp> stamps(EventSelection events, EventEntries entries) {
        return new AbstractList<>() {
            @Override
            public AtomFeed.Stamp get(int index) {
                IndexedEvent event = events.get(index);
                return new AtomFeed.Stamp(event.id(), entries.since(event), entries.arrived(event), event.revised());
            }

            @Override
            public int size() {
                return events.size();
            }
        };
    }

    @Override
    public List<String> parameters(PageKind page) {
        return List.of(AtomFeed.PARAMETER);
    }

    private static Representation document(AtomFeed feed, List<IndexedEvent> shown, ChannelContext context) {
        Addresses addresses = context.addresses();
        Map<String, String> kinds = context.messages().kinds();
        EventEntries entries = context.archive().entries();
        return new EventsDocument(
                        entries,
                        feed.beginning(),
                        shown,
                        event -> entries.entry(event)
                                .map(entry ->
                                        AtomEntry.of(entry, addresses, kinds).text())
                                .orElse(""),
                        feed.end())
                .representation(List.of(Channel.ATOM, addresses, kinds));
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
