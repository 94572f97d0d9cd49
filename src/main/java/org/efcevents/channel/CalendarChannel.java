package org.efcevents.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.efcevents.api.ApiResponse;
import org.efcevents.archive.EventEntries;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.calendar.EventCalendar;
import org.efcevents.event.Event;
import org.efcevents.event.EventEntry;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Picture;
import org.efcevents.message.Messages;

/**
 * Writes a single event as a file to import, or several as a calendar to subscribe to.
 *
 * <p>Only the file has pictures and documents. Which of them a reader may download, and where, only templates can ask the DAM,
 * one by one: too long for all of thousands of events, and nothing tells when it changes, so that it could not be told
 * whether a subscriber has the calendar already.
 */
final class CalendarChannel implements Channel.Writer {

    @Override
    public Optional<ChannelResponse> write(Subject subject, ChannelContext context) {
        return Optional.of(subject.event()
                .map(event -> CalendarEntry.hasCalendarDate(event.summary().date())
                        ? file(event, context)
                        : ChannelResponse.of(ApiResponse.problem(
                                404,
                                "There is no calendar of this event",
                                "The day on which it takes place is not known.")))
                .orElseGet(() -> feed(subject, context)));
    }

    private static ChannelResponse file(Event event, ChannelContext context) {
        return ChannelResponse.of(
                        Channel.CALENDAR.contentType(),
                        new EventCalendar(
                                        null,
                                        List.of(entry(
                                                event.entry(),
                                                context,
                                                context.messages().kinds(),
                                                files(event, context))))
                                .text())
                .asFile(event.summary().slug() + ".ics");
    }

    private static List<CalendarEntry.File> files(Event event, ChannelContext context) {
        Set<String> pictures = event.details().gallery().pictures().stream()
                .map(Picture::asset)
                .collect(Collectors.toSet());
        return event.assets().stream()
                .filter(context.files()::containsKey)
                .map(key -> new CalendarEntry.File(
                        context.files().get(key).address(),
                        context.files().get(key).mediaType(),
                        pictures.contains(key)))
                .toList();
    }

    private static CalendarEntry entry(
            EventEntry event, ChannelContext context, Map<String, String> kinds, List<CalendarEntry.File> files) {
        EventSummary summary = event.summary();
        return CalendarEntry.of(
                event,
                context.addresses().language(),
                context.timeZone(),
                context.addresses().event(summary.slug(), event.languages()),
                summary.kind() == null ? "" : kinds.getOrDefault(summary.kind().word(), ""),
                words(context.messages()),
                files);
    }

    private static CalendarEntry.Words words(Messages messages) {
        return new CalendarEntry.Words(
                messages.text(Messages.ORGANISER),
                messages.text(Messages.REGISTRATION),
                messages.text(Messages.DEADLINE),
                messages.text(Messages.PROGRAMME),
                messages.text(Messages.PROGRAMME_DAY),
                messages.itemKinds());
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
                EventCalendar.beginning(new EventCalendar.Feed(name, address))
                        // Who has subscribed would lose the calendar if it were gone for as long as there is nothing in
                        // it.
                        + (subject.followed().onACertainDay() == 0 ? EventCalendar.inPlaceOfEvents() : ""),
                subject.followed(),
                event -> entries.entry(event)
                        .filter(entry ->
                                CalendarEntry.hasCalendarDate(entry.summary().date()))
                        .map(entry -> entry(entry, context, kinds, List.of()).text())
                        .orElse(""),
                EventCalendar.end());
        return ChannelResponse.of(
                Channel.CALENDAR.contentType(),
                calendar.representation(
                        List.of(Channel.CALENDAR, context.addresses(), context.timeZone(), kinds, words(messages))));
    }
}
