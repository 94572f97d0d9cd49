package org.efcevents.event;

import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.RichText;

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
                        item.rawText("startTime"),
                        item.rawText("endTime"),
                        item.text("title"),
                        item.richText("description"),
                        item.fallbacks("title")))
                .toList();
    }
}
