package org.efcevents.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.efcevents.date.Phase;
import org.efcevents.event.EventSummary;
import org.efcevents.index.EventTable;

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
    long secondsUntilChange(EventTable events) {
        long unchanged = Math.min(LONGEST.toMillis(), events.order(now).millisUntilChange(now));
        return Math.max(1, TimeUnit.MILLISECONDS.toSeconds(unchanged));
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
