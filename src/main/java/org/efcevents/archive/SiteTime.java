package org.efcevents.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.efcevents.date.Phase;
import org.efcevents.event.EventSummary;
import org.efcevents.index.IndexedEvent;

/**
 * The time of a request at the site, which determines what is past and what is still to come.
 *
 * @param now the time of the request
 * @param siteZone the time zone in which the site's days begin and end
 */
record SiteTime(Instant now, ZoneId siteZone) {

    /**
     * Unlike Magnolia's own cache, a shared cache in front of the site is not told when an editor changes something.
     */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    Phase phase(EventSummary event) {
        return event.date().phase(now, siteZone);
    }

    /** For how long none of these events changes its phase, in whole seconds from 1 to 600. */
    long secondsUntilChange(List<IndexedEvent> events) {
        long unchanged = LONGEST.toMillis();
        for (IndexedEvent event : events) {
            unchanged = Math.min(unchanged, event.millisUntilNextPhase(now));
        }
        return Math.max(1, TimeUnit.MILLISECONDS.toSeconds(unchanged));
    }

    /**
     * Puts events into the order of the archive's page, as {@link Listing#all}.
     *
     * @param newestFirst the events in the order of {@link IndexedEvent#NEWEST_FIRST}
     */
    List<IndexedEvent> inPageOrder(List<IndexedEvent> newestFirst) {
        Map<Phase, List<IndexedEvent>> phases = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            phases.put(phase, new ArrayList<>());
        }
        newestFirst.forEach(event -> phases.get(event.phase(now)).add(event));
        List<IndexedEvent> ordered = new ArrayList<>(newestFirst.size());
        for (Phase phase : List.of(Phase.ONGOING, Phase.UPCOMING)) {
            // Almost in order once they are turned round, which makes sorting quick.
            Collections.reverse(phases.get(phase));
            phases.get(phase).sort(IndexedEvent.SOONEST_FIRST);
            ordered.addAll(phases.get(phase));
        }
        ordered.addAll(phases.get(Phase.PAST));
        ordered.addAll(phases.get(Phase.UNDATED));
        return ordered;
    }

    Listing listing(List<EventSummary> events) {
        Map<Phase, List<EventSummary>> byPhase = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            byPhase.put(phase, List.of());
        }
        byPhase.putAll(events.stream().collect(Collectors.groupingBy(this::phase)));
        return new Listing(
                byPhase.get(Phase.UPCOMING).stream()
                        .sorted(EventOrder.SOONEST_FIRST)
                        .toList(),
                byPhase.get(Phase.ONGOING).stream()
                        .sorted(EventOrder.SOONEST_FIRST)
                        .toList(),
                Listing.YearGroup.of(byPhase.get(Phase.PAST).stream()
                        .sorted(EventOrder.NEWEST_FIRST)
                        .toList()),
                byPhase.get(Phase.UNDATED).stream()
                        .sorted(EventOrder.NEWEST_FIRST)
                        .toList());
    }
}
