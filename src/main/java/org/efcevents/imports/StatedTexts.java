package org.efcevents.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedLink;
import org.efcevents.source.StatedPerson;

/** All that a source states of an event as texts, by the names of the fields. */
final class StatedTexts {

    private StatedTexts() {}

    static Map<String, String> of(StatedEvent event) {
        Map<String, String> texts = new LinkedHashMap<>();
        event.fields().forEach((name, found) -> texts.put(name, found.value()));
        if (event.people() != null) {
            texts.put(
                    EventField.PEOPLE.property(),
                    event.people().stream().map(StatedPerson::line).collect(Collectors.joining("\n")));
        }
        if (event.links() != null) {
            texts.put(
                    EventField.LINKS.property(),
                    event.links().stream().map(StatedLink::line).collect(Collectors.joining("\n")));
        }
        return texts;
    }
}
