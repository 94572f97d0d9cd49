package org.efcevents.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The values that events have in common, each kept once. Thread-safe. */
public final class Vocabulary {

    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    /** No values yet. */
    public Vocabulary() {}

    /** The value that is kept for all that are equal to this one; null for null. */
    @SuppressWarnings("unchecked") // What equals a value here is of its type.
    <T> T shared(T value) {
        return value == null ? null : (T) values.computeIfAbsent(value, same -> same);
    }
}
