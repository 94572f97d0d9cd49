package org.efcevents.index;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private final Map<IndexedEvent, Written> written = new ConcurrentHashMap<>();

    /** What was written of an event when it was in this phase. */
    private record Written(Phase phase, Digest digest) {}

    /** None yet. */
    public Digests() {}

    /**
     * The digest of what is written of an event.
     *
     * @param phase its phase at the time of the request, on which the text may depend
     * @param text writes it; may return null for nothing, which will be asked for again
     */
    public Digest of(IndexedEvent event, Phase phase, Supplier<String> text) {
        Written known = written.get(event);
        if (known != null && known.phase() == phase) {
            return known.digest();
        }
        String now = text.get();
        Digest digest = Digest.of(now == null ? "" : now);
        if (now != null) {
            written.put(event, new Written(phase, digest));
        }
        return digest;
    }

    /**
     * Those of all forms. At most half a million are kept, of some 70 bytes each: those of the forms that were asked for
     * last.
     */
    static final class OfAllForms {

        private static final int MOST = 500_000;

        private final Map<Form, Digests> forms = new LinkedHashMap<>(16, 0.75f, true);

        /** @param given what has an influence on what is written besides the event and the state */
        private record Form(Object state, Object given) {}

        synchronized Digests of(Object state, Object given) {
            int count = forms.values().stream()
                    .mapToInt(form -> form.written.size())
                    .sum();
            for (Iterator<Digests> eldest = forms.values().iterator(); count > MOST; ) {
                count -= eldest.next().written.size();
                eldest.remove();
            }
            return forms.computeIfAbsent(new Form(state, given), form -> new Digests());
        }
    }
}
