package org.efcevents.event;

import java.time.LocalTime;
import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.OpenEnum;
import org.efcevents.content.RichText;
import org.efcevents.date.TypedDate;

/**
 * An item of an event's programme. Any of its parts may be null but the people.
 *
 * @param day on which of the event's days it is
 * @param kind what it is
 * @param startTime wall-clock time, {@code 09:30}
 * @param endTime wall-clock time
 * @param title its title
 * @param description more about it
 * @param people who takes part in it, in the editor's order
 * @param fallbacks whether the {@code title} is in another language
 */
public record ProgrammeItem(
        ProgrammeDay day,
        OpenEnum<ItemKind> kind,
        String startTime,
        String endTime,
        String title,
        RichText description,
        List<Participation> people,
        Fallbacks fallbacks) {

    /** Makes a defensive copy of the list. */
    public ProgrammeItem {
        people = List.copyOf(people);
    }

    static ProgrammeItem of(ContentNode item, ProgrammeDay day, List<Participation> people) {
        return new ProgrammeItem(
                day,
                OpenEnum.of(ItemKind.class, item.rawText("kind")),
                time(item.rawText("startTime")),
                time(item.rawText("endTime")),
                item.text("title"),
                item.richText("description"),
                people,
                item.fallbacks("title"));
    }

    /** As pages and programs have it; what is no time stays as it was typed. */
    private static String time(String typed) {
        return typed == null
                ? null
                : TypedDate.time(typed).map(LocalTime::toString).orElse(typed);
    }

    /** Whether people stand under it who name it: not if it was stored before items had kinds and days. */
    boolean isNamed() {
        return kind != null || day != null;
    }

    /** Whether its kind is worth telling: that of most items says nothing that their title does not. */
    public boolean isOfToldKind() {
        return kind != null && (title == null || !kind.is(ItemKind.SESSION));
    }

    /** From when to when, in one word; empty if it is not known when it begins. */
    public String times() {
        return startTime == null ? "" : startTime + (endTime == null ? "" : "–" + endTime);
    }
}
