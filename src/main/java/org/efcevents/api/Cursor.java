package org.efcevents.api;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.efcevents.index.EventSelection;

/**
 * A place in a walk through all events in an order that no change of them changes: {@link EventSelection#nextById}.
 *
 * @param after the identifier of the last event that was given; null at the beginning
 */
record Cursor(UUID after) {

    static final String PARAMETER = "cursor";

    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{32}");

    /** Reads it from an address; empty if it is none that {@link #text()} gave. */
    static Optional<Cursor> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(new Cursor(null));
        }
        return TEXT.matcher(text).matches()
                ? Optional.of(new Cursor(new UUID(
                        Long.parseUnsignedLong(text.substring(0, 16), 16),
                        Long.parseUnsignedLong(text.substring(16), 16))))
                : Optional.empty();
    }

    /** For addresses. */
    String text() {
        return after == null ? "" : after.toString().replace("-", "");
    }
}
