package org.efcevents.api;

import java.util.List;
import java.util.Objects;
import org.efcevents.event.Programme;
import org.efcevents.event.ProgrammeDay;
import org.efcevents.event.ProgrammeItem;
import org.efcevents.json.JsonObject;

/**
 * Maps a programme. Who takes part in an item is said by the participations, which name its place.
 *
 * @param programme that of an event
 * @param targets what its texts link to
 */
record ProgrammeMapping(Programme programme, ResolvedLinks targets) {

    /** Its items, in the editor's order. */
    List<JsonObject> items(String language) {
        return programme.items().stream().map(item -> item(item, language)).toList();
    }

    private JsonObject item(ProgrammeItem item, String language) {
        return new JsonObject()
                .with("day", day(item.day()))
                .with("kind", item.kind() == null ? null : item.kind().word())
                .with("startTime", item.startTime())
                .with("endTime", item.endTime())
                .with("title", JsonMapping.text(item.title(), item.fallbacks(), "title"))
                .with("description", targets.html(item.description(), language))
                .inOne("untranslated", JsonMapping.untranslated(item.fallbacks()));
    }

    private static JsonObject day(ProgrammeDay day) {
        return day == null || day.number() == null && day.date() == null
                ? null
                : new JsonObject().with("number", day.number()).with("date", Objects.toString(day.date(), null));
    }
}
