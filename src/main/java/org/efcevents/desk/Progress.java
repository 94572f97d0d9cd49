package org.efcevents.desk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far the work has come that editors are waiting for. It is told of each editor's last work alone, and of none that is over. Several threads
 * may use it: one works, others ask.
 */
public final class Progress {

    /**
     * How much of a work is done.
     *
     * @param done from 0
     * @param all how much there is to do
     */
    public record Count(int done, int all) {}

    private static final Count NOTHING = new Count(0, 0);

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /** An editor begins to wait for something. */
    void begin(String user, int all) {
        counts.put(user, new Count(0, all));
    }

    /** One more is done of what an editor waits for. */
    void step(String user) {
        counts.computeIfPresent(user, (who, count) -> new Count(count.done() + 1, count.all()));
    }

    /** An editor waits no longer. */
    void end(String user) {
        counts.remove(user);
    }

    /** What an editor waits for; none of nothing if for nothing. */
    public Count of(String user) {
        return counts.getOrDefault(user, NOTHING);
    }
}
