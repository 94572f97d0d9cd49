package org.efcevents.index;

import java.util.HashMap;
import java.util.Map;

/**
 * A value that many events have in common.
 *
 * @param number its number among the values of the same kind, from 0
 * @param value the value
 */
public record Term<T>(int number, T value) {

    /** The values of one kind, each once. Not thread-safe. */
    public static final class Vocabulary<T> {

        private final Map<T, Term<T>> terms = new HashMap<>();

        Vocabulary() {}

        /** The term for a value; null for null. */
        Term<T> of(T value) {
            return value == null ? null : terms.computeIfAbsent(value, added -> new Term<>(terms.size(), added));
        }
    }
}
