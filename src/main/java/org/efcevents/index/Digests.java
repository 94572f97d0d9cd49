package org.efcevents.index;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.efcevents.date.Phase;
import org.efcevents.http.Digest;

/**
 * Digests of what was written of events in one form, so that it can be told whether a client has it without writing it
 * again.
 *
 * <p>They are found by {@link IndexedEvent} and {@link Visible#state}, which are other objects once something has changed.
 * Whoever writes an event reads it after having got these: what is written is then at least as new as they are, and once
 * there is anything newer, nobody asks for these any more.
 *
 * <p>Thread-safe.
 */
public final class Digests {

    /** So many documents are kept as a whole: the lists of their events take more room than their digests. */
    private static final int MOST_WHOLE = 16;

    private final Map<IndexedEvent, Written> written = new ConcurrentHashMap<>();
    private final Map<String, Whole> wholes = new LinkedHashMap<>();
    private PageOrder order;

    /** What was written of an event when it was in this phase. */
    private record Written(Phase phase, Digest digest) {}

    private record Whole(List<IndexedEvent> events, Digest digest) {}

    /** None yet. */
    public Digests() {}

    /**
     * The digest of what is written of an event; null if nothing can be written of it, which will be asked for again.
     *
     * @param phase its phase at the time of the request, on which the text may depend
     * @param text writes it; may return null
     */
    public Digest of(IndexedEvent event, Phase phase, Supplier<String> text) {
        Written known = written.get(event);
        if (known != null && known.phase() == phase) {
            return known.digest();
        }
        String now = text.get();
        if (now == null) {
            return null;
        }
        Digest digest = Digest.of(now);
        written.put(event, new Written(phase, digest));
        return digest;
    }

    /**
     * The digest of a document about these events; empty if it is not known.
     *
     * @param rest what else is in it
     * @param present the order of all events: another one once any of them begins or ends
     */
    public synchronized Optional<Digest> ofAll(List<IndexedEvent> events, String rest, PageOrder present) {
        Whole whole = order == present ? wholes.get(rest) : null;
        return whole != null && whole.events().equals(events) ? Optional.of(whole.digest()) : Optional.empty();
    }

    /** Keeps the digest of a document, for whose parameters see {@link #ofAll}. */
    public synchronized void keep(Digest digest, List<IndexedEvent> events, String rest, PageOrder present) {
        if (order != present || wholes.size() >= MOST_WHOLE) {
            wholes.clear();
            order = present;
        }
        wholes.put(rest, new Whole(events, digest));
    }

    /**
     * Those of all forms, for as long as the state lasts. At most half a million are kept, of some 70 bytes each.
     *
     * <p>Whoever asks for the site by another name asks for another form: there may be any number of them, with hardly an event.
     */
    static final class OfAllForms {

        private static final int MOST = 500_000;
        private static final int MOST_FORMS = 256;

        private final Map<Object, Map<Object, Digests>> states = new WeakHashMap<>();

        /** @param form what has an influence on what is written besides the event and the state */
        synchronized Digests of(Object state, Object form) {
            int count = states.values().stream()
                    .flatMap(each -> each.values().stream())
                    .mapToInt(digests -> digests.written.size())
                    .sum();
            int forms = states.values().stream().mapToInt(Map::size).sum();
            if (count > MOST || forms > MOST_FORMS) {
                states.clear();
            }
            return states.computeIfAbsent(state, added -> new HashMap<>())
                    .computeIfAbsent(form, digests -> new Digests());
        }
    }
}
