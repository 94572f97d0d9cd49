package org.efcevents.datephrase;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * The zone that is told beside a time of day: “15:00 BST”, “9 am EST”, “14:00 (GMT+2)”.
 *
 * @param region whose clocks show the time
 * @param offset that its name tells; null if it tells none, as “ET” does
 */
public record ToldZone(ZoneId region, ZoneOffset offset) {

    private static final ZoneId CENTRAL = ZoneId.of("Europe/Brussels");
    private static final ZoneId EASTERN = ZoneId.of("Europe/Athens");
    private static final ZoneId WESTERN = ZoneId.of("Europe/Lisbon");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    /** As the clocks in Brussels, Paris and Berlin show it, in summer and winter. */
    static final ToldZone CENTRAL_TIME = new ToldZone(CENTRAL, null);

    /** Names that are of one zone; others, such as IST and CST, are of several. */
    private static final Map<String, ToldZone> NAMED = Map.ofEntries(
            Map.entry("utc", of(ZoneOffset.UTC, 0)),
            Map.entry("z", of(ZoneOffset.UTC, 0)),
            Map.entry("gmt", of(LONDON, 0)),
            Map.entry("bst", of(LONDON, 1)),
            Map.entry("wet", of(WESTERN, 0)),
            Map.entry("west", of(WESTERN, 1)),
            Map.entry("cet", of(CENTRAL, 1)),
            Map.entry("mez", of(CENTRAL, 1)),
            Map.entry("hnec", of(CENTRAL, 1)),
            Map.entry("cest", of(CENTRAL, 2)),
            Map.entry("mesz", of(CENTRAL, 2)),
            Map.entry("heec", of(CENTRAL, 2)),
            Map.entry("eet", of(EASTERN, 2)),
            Map.entry("eest", of(EASTERN, 3)),
            Map.entry("est", of(NEW_YORK, -5)),
            Map.entry("edt", of(NEW_YORK, -4)),
            Map.entry("et", new ToldZone(NEW_YORK, null)),
            Map.entry("pst", of(LOS_ANGELES, -8)),
            Map.entry("pdt", of(LOS_ANGELES, -7)),
            Map.entry("pt", new ToldZone(LOS_ANGELES, null)));

    private static ToldZone of(ZoneId region, int hours) {
        return new ToldZone(region, ZoneOffset.ofHours(hours));
    }

    /** The one that a folded word names; empty if it names none, or several. */
    static Optional<ToldZone> named(String word) {
        return Optional.ofNullable(NAMED.get(word));
    }

    /** So far from UTC. */
    static ToldZone of(ZoneOffset offset) {
        return new ToldZone(offset, offset);
    }

    /** Whether its name is that of what the region's clocks show then: people write CET in summer, too. */
    public boolean isOf(LocalDateTime time) {
        return offset == null || region.getRules().getOffset(time).equals(offset);
    }

    /** A time that its clocks show, as those of another zone show it. */
    public LocalDateTime in(ZoneId other, LocalDateTime time) {
        return time.atZone(region).withZoneSameInstant(other).toLocalDateTime();
    }
}
