package org.efcevents.event;

import java.time.LocalTime;
import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.RichText;
import org.efcevents.date.TypedDate;

/**
 * An item of an event's programme. Any of its parts may be null.
 *
 * @param startTime wall-clock time, {@code 09:30}
 * @param endTime wall-clock time
 * @param title its title
 * @param description more about it
 * @param fallbacks whether the {@code title} is in the default language only
 */
public record ProgrammeItem(String startTime, String endTime, String title, RichText description, Fallbacks fallbacks) {

    static List<ProgrammeItem> of(ContentNode event) {
        return event.entries("programme").stream()
                .map(item -> new ProgrammeItem(
                        time(item.rawText("startTime")),
                        time(item.rawText("endTime")),
                        item.text("title"),
                        item.richText("description"),
                        item.fallbacks("title")))
                .toList();
    }

    /** As pages and programs have it; what is no time stays as it was typed. */
    private static String time(String typed) {
        return typed == null
                ? null
                : TypedDate.time(typed).map(LocalTime::toString).orElse(typed);
    }
}
