package org.efcevents.pagetext;

import java.util.List;

/**
 * Something that a page says of an event.
 *
 * @param value what it says, in the notation of the content model
 * @param words the passages that it came from, in their order; there is at least one
 * @param rule by which it was found: the end of a message key such as {@code date.title}, which tells it to editors
 * @param certainty how sure it is
 */
public record Finding<T>(T value, List<Passage> words, String rule, Certainty certainty) {

    /** How sure a finding is. */
    public enum Certainty {
        /** The words say so. */
        STATED,
        /** The words say so, but may say it of something else, or may mean something else. */
        DOUBTFUL,
        /** The words alone do not say so: it is offered, and taken only if an editor says so. */
        INFERRED
    }

    /** Makes a defensive copy. */
    public Finding {
        words = List.copyOf(words);
    }
}
