package org.efcevents.calendarfile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedPerson;

/**
 * What a component says of an event, whenever that is.
 *
 * @param fields all but the date and what tells it from others
 * @param words the whole component
 * @param uid where that stands which tells it from others; empty if nothing does
 * @param people null if none is stated
 */
record CalendarEvent(
        Map<String, Finding<String>> fields,
        Passage words,
        Optional<Passage> uid,
        List<StatedPerson> people,
        EventLinks links) {

    /** Reads a component. */
    static CalendarEvent of(EventFields event, EventTexts texts, EventPlace place) {
        texts.read(event);
        EventCategories.read(event);
        place.read(event);
        EventLinks links = EventLinks.of(event);
        List<StatedPerson> people = EventPeople.of(event);
        event.component()
                .line("CONTACT")
                .ifPresent(line ->
                        event.add(EventField.CONTACT, contact(event.of(line)), line, "calendar.contact", Use.DETAIL));
        Optional<CalendarLine> uid = event.component().line("UID");
        uid.ifPresent(line -> event.mark(line, Use.DETAIL));
        return new CalendarEvent(event.found(), event.component().words(), uid.map(CalendarLine::value), people, links);
    }

    /** In the lines that it has. */
    private static String contact(String text) {
        return text.lines()
                .map(WordForms::collapsed)
                .filter(line -> !line.isEmpty())
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    /**
     * The event at one of its times.
     *
     * @param text of the calendar
     */
    StatedEvent stated(int position, EventVersions.Instance instance, String text, ZoneId site) {
        Map<String, Finding<String>> all = new LinkedHashMap<>(fields);
        List<Remark> remarks = new ArrayList<>();
        if (instance.times() != null) {
            Finding<String> date = instance.times().found(site);
            all.put(EventField.DATE.property(), date);
            if (date.rule().equals(EventTimes.SKIPPED)) {
                remarks.add(new Remark(
                        Remark.Type.SKIPPED_TIME,
                        date.words().stream().map(words -> words.in(text)).collect(Collectors.joining(" – "))));
            }
        }
        if (!instance.key().isEmpty() && uid.isPresent()) {
            all.put(
                    EventField.SOURCE_UID.property(),
                    new Finding<>(instance.key(), List.of(uid.get()), "calendar.uid", Certainty.STATED));
        }
        return new StatedEvent(
                position,
                words,
                instance.key(),
                "",
                all,
                Optional.empty(),
                people,
                links.links().isEmpty() ? null : links.links(),
                true,
                links.files(),
                List.of(),
                remarks);
    }
}
