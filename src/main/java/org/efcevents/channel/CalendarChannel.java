package org.efcevents.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efcevents.archive.EventEntries;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.calendar.EventCalendar;
import org.efcevents.event.Event;
import org.efcevents.event.EventEntry;
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
        return ChannelResponse.of(
                        Channel.CALENDAR.contentType(),
                        new EventCalendar(
                                        null,
                                        List.of(entry(
                                                event.entry(),
                                                context,
                                                context.messages().kinds())))
                                .text(),
                        event.publication().revised())
                .asFile(event.summary().slug() + ".ics");
    }

    private static CalendarEntry entry(EventEntry event, ChannelContext context, Map<String, String> kinds) {
        EventSummary summary = event.summary();
        return CalendarEntry.of(
                event,
                context.addresses().language(),
                context.timeZone(),
                context.addresses().event(summary.slug(), event.languages()),
                summary.kind() == null ? "" : kinds.getOrDefault(summary.kind().word(), ""));
    }

    private static ChannelResponse feed(Subject subject, ChannelContext context) {
        Messages messages = context.messages();
        String part = subject.part(messages);
        String name = messages.text(Messages.SITE) + (part.isEmpty() ? "" : " – " + part);
        String address = context.addresses().here(subject.path() + ".ics" + subject.query());
        Map<String, String> kinds = messages.kinds();
        EventEntries entries = context.archive().entries();
        EventsDocument calendar = new EventsDocument(
                entries,
                EventCalendar.beginning(new EventCalendar.Feed(name, address)),
                subject.followed(),
                event -> entries.entry(event)
                        .filter(entry ->
                                CalendarEntry.hasCalendarDate(entry.summary().date()))
                        .map(entry -> entry(entry, context, kinds).text())
                        .orElse(""),
                EventCalendar.end());
        return ChannelResponse.of(
                Channel.CALENDAR.contentType(),
                calendar.representation(List.of(Channel.CALENDAR, context.addresses(), context.timeZone(), kinds)));
    }
}
