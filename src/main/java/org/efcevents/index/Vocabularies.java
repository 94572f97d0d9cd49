package org.efcevents.index;

import java.util.HashMap;
import java.util.Map;
import org.efcevents.content.OpenEnum;
import org.efcevents.event.EventKind;

/** The values that events share, each kept once. Not thread-safe. */
public final class Vocabularies {

    private final Term.Vocabulary<OpenEnum<EventKind>> kinds = new Term.Vocabulary<>();
    private final Term.Vocabulary<Town> towns = new Term.Vocabulary<>();
    private final Term.Vocabulary<String> workPackages = new Term.Vocabulary<>();
    private final Map<Object, Object> others = new HashMap<>();

    /** No values yet. */
    public Vocabularies() {}

    Term.Vocabulary<OpenEnum<EventKind>> kinds() {
        return kinds;
    }

    Term.Vocabulary<Town> towns() {
        return towns;
    }

    /** By their identifiers. */
    Term.Vocabulary<String> workPackages() {
        return workPackages;
    }

    /** The value that is kept for all that are equal to this one. */
    @SuppressWarnings("unchecked") // What equals a value here is of its type.
    <T> T shared(T value) {
        return (T) others.computeIfAbsent(value, same -> same);
    }
}
