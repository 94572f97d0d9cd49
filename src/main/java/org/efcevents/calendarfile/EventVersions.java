package org.efcevents.calendarfile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a calendar has under one UID: an event, later versions of it, and what is different of single instances if it recurs. Some programs give
 * several events one UID.
 */
final class EventVersions {

    /** A component with its surroundings. */
    record Version(CalendarComponent component, CalendarComponent calendar, Zones zones) {}

    /**
     * One time at which it takes place.
     *
     * @param key what tells it from all others; empty if nothing does
     * @param times null if it is not said when
     */
    record Instance(String key, EventTimes times) {}

    /**
     * A component that is read, and when that takes place of which it speaks.
     *
     * @param understood whether it is known when it recurs
     */
    record Planned(Version version, List<Instance> instances, boolean understood) {

        /** Whether its date was read. */
        boolean isDated() {
            return instances.stream().allMatch(instance -> instance.times() != null);
        }
    }

    private record Order(int sequence, String modified) {}

    private static final Comparator<Order> NEWER =
            Comparator.comparingInt(Order::sequence).thenComparing(Order::modified);

    /** So many are compared. */
    private static final int MOST = 20;

    private final String uid;
    private final List<Version> events = new ArrayList<>();
    private final List<Version> changed = new ArrayList<>();

    /** @param uid what begins with a line feed is none */
    EventVersions(String uid) {
        this.uid = uid.startsWith("\n") ? "" : uid;
    }

    /** Adds a component. */
    void add(Version version, String text) {
        if (version.component().line("RECURRENCE-ID").isPresent()) {
            changed.add(version);
            return;
        }
        for (int i = 0; i < Math.min(MOST, events.size()); i++) {
            Version other = events.get(i);
            boolean sameStart = value(version, "DTSTART", text).equals(value(other, "DTSTART", text));
            if (sameStart || sequence(version, text) != sequence(other, text)) {
                if (isNewer(version, other, text)) {
                    events.set(i, version);
                }
                return;
            }
        }
        events.add(version);
    }

    private static boolean isNewer(Version version, Version other, String text) {
        return NEWER.compare(order(version, text), order(other, text)) >= 0;
    }

    private static Order order(Version version, String text) {
        String modified = value(version, "LAST-MODIFIED", text);
        return new Order(sequence(version, text), modified.isEmpty() ? value(version, "DTSTAMP", text) : modified);
    }

    private static int sequence(Version version, String text) {
        String written = value(version, "SEQUENCE", text);
        return written.matches("\\d{1,9}") ? Integer.parseInt(written) : 0;
    }

    private static String value(Version version, String property, String text) {
        return version.component()
                .line(property)
                .filter(line -> line.value().length() < 100)
                .map(line -> line.value().in(text).strip())
                .orElse("");
    }

    /**
     * What is read.
     *
     * @param horizon until when what never ends is taken
     */
    List<Planned> planned(String text, LocalDate horizon) {
        List<Optional<EventTimes>> firsts =
                events.stream().map(version -> times(version, text)).toList();
        Optional<ZoneId> zone =
                firsts.stream().flatMap(Optional::stream).map(EventTimes::zone).findFirst();
        Map<LocalDate, Version> different = new TreeMap<>();
        List<Version> astray = new ArrayList<>();
        for (Version version : changed) {
            Optional<LocalDate> day = original(version, text, zone);
            if (day.isPresent()) {
                different.merge(day.get(), version, (one, other) -> isNewer(other, one, text) ? other : one);
            } else {
                astray.add(version);
            }
        }
        List<Planned> planned = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Version version = events.get(i);
            planned.add(
                    firsts.get(i).isEmpty()
                            ? alone(version, i == 0 ? uid : "", null)
                            : series(version, firsts.get(i).get(), i == 0, different.keySet(), text, horizon));
        }
        different.forEach((day, version) ->
                planned.add(alone(version, key(day), times(version, text).orElse(null))));
        astray.forEach(
                version -> planned.add(alone(version, "", times(version, text).orElse(null))));
        return planned;
    }

    private Planned series(
            Version version,
            EventTimes first,
            boolean isFirst,
            Set<LocalDate> different,
            String text,
            LocalDate horizon) {
        Series series = Series.of(version.component(), first, text, version.zones(), horizon);
        List<Instance> instances = new ArrayList<>();
        for (EventTimes times : series.times()) {
            LocalDate day = times.start().toLocalDate();
            if (!series.recurs()) {
                instances.add(new Instance(isFirst ? uid : key(day), times));
            } else if (!different.contains(day)) {
                instances.add(new Instance(key(day), times));
            }
        }
        return new Planned(version, instances, series.understood());
    }

    private static Planned alone(Version version, String key, EventTimes times) {
        return new Planned(version, List.of(new Instance(key, times)), true);
    }

    private static Optional<EventTimes> times(Version version, String text) {
        return EventTimes.of(version.component(), text, version.zones());
    }

    /** The day on which an instance would have been. */
    private static Optional<LocalDate> original(Version version, String text, Optional<ZoneId> zone) {
        return version.component()
                .line("RECURRENCE-ID")
                .flatMap(line -> EventTimes.day(
                        line,
                        line.value(),
                        text,
                        version.zones(),
                        zone.orElse(version.zones().calendar())));
    }

    /** Not its time, which may be moved for all instances together. */
    private String key(LocalDate day) {
        return uid.isEmpty() ? "" : uid + " " + day;
    }
}
