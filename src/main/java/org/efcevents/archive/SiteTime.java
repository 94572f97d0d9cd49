package org.efcevents.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.efcevents.date.Phase;
import org.efcevents.event.EventSummary;

/**
 * When somebody visits the site: what is over by then, and what is to come.
 *
 * @param now the time of the visit
 * @param siteZone the zone in which a day of the site begins and ends
 */
record SiteTime(Instant now, ZoneId siteZone) {

    /** A shared cache in front of the site, unlike Magnolia's own, is not told when an editor changes something. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    Phase phase(EventSummary event) {
        return event.date().phase(now, siteZone);
    }

    /** How long nothing of these will be another, in whole seconds: from 1 to 600. */
    long secondsUntilChange(List<EventSummary> events) {
        Duration unchanged = events.stream()
                .flatMap(event -> event.date().nextPhase(now, siteZone).stream())
                .min(Comparator.naturalOrder())
                .map(change -> Duration.between(now, change))
                .orElse(LONGEST);
        return Math.max(1, Math.min(LONGEST.toSeconds(), unchanged.toSeconds()));
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
