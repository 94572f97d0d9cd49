package org.efcevents.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was read of the content that pages show, for other readers with equal {@link Rights}: reading it again takes longer than
 * printing it.
 *
 * <p>It is found by {@link Visible#state} and, of an event, by {@link IndexedEvent}, which are other objects once something has
 * changed. Whoever reads has got these before: what is read is then at least as new as they are, and once there is anything
 * newer, nobody asks for these any more. What has not been asked for longest is forgotten.
 *
 * <p>Thread-safe: what two read at the same time is the same.
 */
final class KeptContent {

    /** Most are summaries of events, of a kilobyte or two. */
    private static final int MOST = 3_000;

    private final Map<Key, Object> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    private record Key(Object state, Object what) {}

    /**
     * What was read, or is read now.
     *
     * @param what what it is, compared by {@code equals}, and always of the same type
     * @param reading may return null, which will be asked for again
     */
    @SuppressWarnings("unchecked") // What is one thing is of one type.
    <T> T of(Object state, Object what, Supplier<T> reading) {
        Key key = new Key(state, what);
        T known = (T) known(key);
        if (known == null) {
            known = reading.get();
            if (known != null) {
                keep(key, known);
            }
        }
        return known;
    }

    private synchronized Object known(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, Object read) {
        kept.put(key, read);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
