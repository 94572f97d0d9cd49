package org.efcevents.calendarfile;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The time zones that a calendar speaks of. What it calls them says nothing for sure: it is the name of IANA's, bare or behind a program's own
 * prefix, or Windows' name, or any; then its own rules tell which zone it is.
 */
final class Zones {

    private static final Map<String, String> IDENTIFIERS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("SystemV/"))
                .forEach(id -> IDENTIFIERS.put(id, id));
    }

    /** Where most events are that are read here; zones of a year in which clocks do the same are told by their order. */
    private static final List<String> COMMON = List.of(
            "Europe/Brussels",
            "Europe/London",
            "Europe/Athens",
            "Europe/Istanbul",
            "Europe/Moscow",
            "Atlantic/Reykjavik",
            "Atlantic/Azores",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "America/Sao_Paulo",
            "Africa/Cairo",
            "Africa/Johannesburg",
            "Africa/Lagos",
            "Africa/Nairobi",
            "Asia/Jerusalem",
            "Asia/Dubai",
            "Asia/Kolkata",
            "Asia/Bangkok",
            "Asia/Shanghai",
            "Asia/Tokyo",
            "Australia/Sydney",
            "Pacific/Auckland");

    private static final int LONGEST = 200;

    private final ZoneId calendar;
    private final Map<String, DefinedZone> defined = new HashMap<>();
    private final Map<String, Optional<ZoneId>> named = new HashMap<>();
    private final Map<String, Optional<ZoneId>> byYear = new HashMap<>();

    private Zones(ZoneId calendar) {
        this.calendar = calendar;
    }

    /** The zones of a calendar, which may name that in which it is shown. */
    static Zones of(CalendarComponent calendar, String text, ZoneId site) {
        ZoneId shown = Stream.of("X-WR-TIMEZONE", "TIMEZONE-ID")
                .flatMap(property -> identified(calendar.text(property, text)).stream())
                .filter(zone -> !isUtc(zone))
                .findFirst()
                .orElse(site);
        Zones zones = new Zones(shown);
        calendar.within().stream()
                .filter(component -> component.name().equals("VTIMEZONE"))
                .forEach(component -> zones.define(component, text));
        return zones;
    }

    private void define(CalendarComponent component, String text) {
        String name = component.text("TZID", text);
        Stream.of("X-LIC-LOCATION", "TZID-ALIAS-OF")
                .flatMap(property -> identified(component.text(property, text)).stream())
                .findFirst()
                .ifPresent(zone -> named.putIfAbsent(name, Optional.of(zone)));
        DefinedZone.of(component, text).ifPresent(zone -> defined.putIfAbsent(name, zone));
    }

    /** The zone in which times of UTC and of nowhere are shown. */
    ZoneId calendar() {
        return calendar;
    }

    /**
     * The zone of a name; empty if nobody can know which it is.
     *
     * @param at a time in whose year it is asked for
     */
    Optional<ZoneId> of(String name, LocalDateTime at) {
        if (WindowsZones.named(name).isPresent()) {
            // Its zones have many towns each: if that of the site is one of them, it is meant.
            return byYear.computeIfAbsent(at.getYear() + " " + name, any -> identified(name)
                    .map(zone -> isAlike(zone, at.getYear()) ? calendar : zone));
        }
        Optional<ZoneId> known = named.computeIfAbsent(name, Zones::identified);
        DefinedZone rules = known.isPresent() ? null : defined.get(name);
        return rules == null
                ? known
                : byYear.computeIfAbsent(at.getYear() + " " + name, any -> alike(rules::offset, at.getYear()));
    }

    /** The moment of a local time in a zone of a name that no known zone is like, as it is shown in the calendar's; empty without rules. */
    Optional<LocalDateTime> shown(String name, LocalDateTime local) {
        return Optional.ofNullable(defined.get(name)).map(zone -> local.atOffset(zone.offset(local))
                .atZoneSameInstant(calendar)
                .toLocalDateTime());
    }

    static boolean isUtc(ZoneId zone) {
        return zone.getId().matches("(?i)(?:Etc/)?(?:UTC|GMT|UCT|Zulu|Universal|Greenwich|GMT0)");
    }

    static Optional<ZoneId> identified(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.empty();
        }
        String stripped = name.strip();
        Optional<String> windows = WindowsZones.named(stripped);
        if (windows.isPresent()) {
            return windows.map(ZoneId::of);
        }
        String rest = stripped;
        while (!rest.isEmpty()) {
            if (IDENTIFIERS.containsKey(rest)) {
                return Optional.of(ZoneId.of(IDENTIFIERS.get(rest)));
            }
            int slash = rest.indexOf('/');
            rest = slash < 0 ? "" : rest.substring(slash + 1);
        }
        return Optional.empty();
    }

    /** The zone whose clocks show the same throughout a year. */
    private Optional<ZoneId> alike(Function<LocalDateTime, ZoneOffset> offset, int year) {
        List<ZoneOffset> offsets = offsets(offset, year);
        return Stream.concat(Stream.of(calendar), COMMON.stream().map(ZoneId::of))
                .filter(zone -> offsets(zone.getRules()::getOffset, year).equals(offsets))
                .findFirst();
    }

    private boolean isAlike(ZoneId zone, int year) {
        return offsets(zone.getRules()::getOffset, year).equals(offsets(calendar.getRules()::getOffset, year));
    }

    private static List<ZoneOffset> offsets(Function<LocalDateTime, ZoneOffset> offset, int year) {
        LocalDateTime begin = LocalDateTime.of(year, 1, 1, 12, 0);
        return IntStream.range(0, 122)
                .mapToObj(day -> offset.apply(begin.plusDays(3L * day)))
                .toList();
    }
}
