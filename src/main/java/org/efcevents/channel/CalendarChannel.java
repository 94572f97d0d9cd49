package org.efcevents.channel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.efcevents.address.Addresses;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.calendar.EventCalendar;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.message.Messages;

/** Writes a single event as a file to import, or several as a calendar to subscribe to. */
final class CalendarChannel implements Channel.Writer {

    @Override
    public Optional<ChannelResponse> write(Subject subject, ChannelContext context) {
        if (!Channel.CALENDAR.offers(subject)) {
            return Optional.empty();
        }
        return Optional.of(subject.event().map(event -> file(event, context)).orElseGet(() -> feed(subject, context)));
    }

    private static ChannelResponse file(Event event, ChannelContext context) {
        EventSummary summary = event.summary();
        Addresses addresses = context.addresses();
        CalendarEntry entry = CalendarEntry.of(
                event,
                addresses.language(),
                context.timeZone(),
                addresses.event(summary.slug(), event.publication().languages()),
                summary.kind() == null
                        ? ""
                        : context.messages().kinds().getOrDefault(summary.kind().word(), ""));
        return ChannelResponse.of(
                        Channel.CALENDAR.contentType(),
                        new EventCalendar(null, List.of(entry)).text(),
                        event.publication().revised())
                .asFile(summary.slug() + ".ics");
    }

    private static ChannelResponse feed(Subject subject, ChannelContext context) {
        Messages messages = context.messages();
        String part = subject.part(messages);
        String name = messages.text(Messages.SITE) + (part.isEmpty() ? "" : " – " + part);
        String address = context.addresses().here(subject.path() + ".ics" + subject.query());
        List<Event> events = context.archive().read(subject.followed());
        String text = EventCalendar.of(
                        events,
                        context.timeZone(),
                        context.addresses(),
                        messages.kinds(),
                        new EventCalendar.Feed(name, address))
                .orElseThrow()
                .text();
        return ChannelResponse.of(
                Channel.CALENDAR.contentType(),
                text,
                events.stream()
                        .map(event -> event.publication().revised())
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }
}
