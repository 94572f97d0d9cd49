package org.efcevents.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.efcevents.date.Phase;

/**
 * The order of the archive's page: ongoing and upcoming events, soonest first, then past ones, newest first, then those
 * without a year. It stays the same until an event begins or ends. Immutable.
 */
public final class PageOrder {

    private final long from;
    private final long until;
    private final BitSet toCome = new BitSet();
    private final BitSet past = new BitSet();
    private final Column<Phase> phases;
    private final EventSelection events;

    PageOrder(EventTable table, Instant now) {
        List<IndexedEvent> all = table.events();
        Map<Phase, List<Integer>> rows = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            rows.put(phase, new ArrayList<>());
        }
        this.phases = new Column<>(all, event -> event.phase(now));
        long unchanged = Long.MAX_VALUE;
        for (int row = 0; row < all.size(); row++) {
            rows.get(phases.value(phases.number(row))).add(row);
            unchanged = Math.min(unchanged, all.get(row).millisUntilNextPhase(now));
        }
        this.from = now.toEpochMilli();
        this.until = unchanged == Long.MAX_VALUE ? unchanged : from + unchanged;
        rows.get(Phase.PAST).forEach(past::set);
        for (Phase phase : List.of(Phase.ONGOING, Phase.UPCOMING)) {
            // Almost in order once they are turned round, which makes sorting quick.
            Collections.reverse(rows.get(phase));
            rows.get(phase).forEach(toCome::set);
            rows.get(phase).sort(Comparator.comparing(all::get, IndexedEvent.SOONEST_FIRST));
        }
        this.events = new EventSelection(
                table,
                Stream.of(Phase.ONGOING, Phase.UPCOMING, Phase.PAST, Phase.UNDATED)
                        .flatMap(phase -> rows.get(phase).stream())
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    boolean isAt(Instant now) {
        return from <= now.toEpochMilli() && now.toEpochMilli() < until;
    }

    /** All events, in this order. */
    public EventSelection events() {
        return events;
    }

    /** {@link IndexedEvent#phase} as long as this order holds. */
    public Column<Phase> phases() {
        return phases;
    }

    /** Whether the event in a row is ongoing or upcoming. */
    public boolean isToCome(int row) {
        return toCome.get(row);
    }

    /** Whether the event in a row is over. */
    public boolean isPast(int row) {
        return past.get(row);
    }

    /** The milliseconds from a moment at which it holds until it may change; {@link Long#MAX_VALUE} if it never will. */
    public long millisUntilChange(Instant now) {
        return until == Long.MAX_VALUE ? until : until - now.toEpochMilli();
    }
}
