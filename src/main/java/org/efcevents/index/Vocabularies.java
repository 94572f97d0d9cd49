package org.efcevents.index;

import java.util.HashMap;
import java.util.Map;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventKind;

/** The values that events share, each kept once. Not thread-safe. */
public record Vocabularies(
        Term.Vocabulary<OpenEnum<EventKind>> kinds,
        Term.Vocabulary<Town> towns,
        Term.Vocabulary<String> workPackages,
        Map<EventDate, EventDate> dates) {

    /** No values yet. */
    public Vocabularies() {
        this(new Term.Vocabulary<>(), new Term.Vocabulary<>(), new Term.Vocabulary<>(), new HashMap<>());
    }

    EventDate date(EventDate date) {
        return dates.computeIfAbsent(date, same -> same);
    }
}
