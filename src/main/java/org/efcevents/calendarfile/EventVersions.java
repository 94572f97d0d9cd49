package org.efcevents.calendarfile;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** What is different from a time on, or at that alone. */
    private record Change(CalendarTime of, Version version) {

        LocalDate day() {
            return of.local().toLocalDate();
        }

        /** Whether an instance is the one at that time, or a later one. */
        boolean isOf(LocalDateTime start, InstanceTimes all) {
            return start.toLocalDate().isAfter(day())
                    || !start.isBefore(of.local())
                    || all.meantBy(of).contains(start);
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
        TreeMap<LocalDateTime, Change> single = new TreeMap<>();
        TreeMap<LocalDateTime, Change> following = new TreeMap<>();
        List<Version> astray = new ArrayList<>();
        for (Version version : changed) {
            Optional<Change> change = original(version, text, zone).map(time -> new Change(time, version));
            if (change.isEmpty()) {
                astray.add(version);
            }
            change.ifPresent(known -> (isOfFollowing(version) ? following : single)
                    .merge(
                            known.of().local(),
                            known,
                            (one, other) -> isNewer(other.version(), one.version(), text) ? other : one));
        }
        List<Planned> planned = new ArrayList<>();
        Map<Change, String> keys = new LinkedHashMap<>();
        single.values().forEach(change -> keys.put(change, key(change.day())));
        for (int i = 0; i < events.size(); i++) {
            Version version = events.get(i);
            if (firsts.get(i).isEmpty()) {
                planned.add(alone(version, i == 0 ? uid : "", null));
            } else {
                planned.addAll(series(version, firsts.get(i).get(), i == 0, keys, following, text, horizon));
            }
        }
        keys.forEach((change, key) -> planned.add(
                alone(change.version(), key, times(change.version(), text).orElse(null))));
        Set<Version> read = planned.stream().map(Planned::version).collect(Collectors.toSet());
        following.values().stream()
                .map(Change::version)
                .filter(version -> !read.contains(version))
                .forEach(astray::add);
        astray.forEach(
                version -> planned.add(alone(version, "", times(version, text).orElse(null))));
        return planned;
    }

    /** RFC 5545, 3.2.13. */
    private static boolean isOfFollowing(Version version) {
        return version.component()
                .line("RECURRENCE-ID")
                .filter(line -> line.parameter("RANGE").equalsIgnoreCase("THISANDFUTURE"))
                .isPresent();
    }

    private List<Planned> series(
            Version version,
            EventTimes first,
            boolean isFirst,
            Map<Change, String> single,
            TreeMap<LocalDateTime, Change> following,
            String text,
            LocalDate horizon) {
        Series series = Series.of(version.component(), first, text, version.zones(), horizon);
        if (!series.recurs()) {
            List<Instance> one = series.times().stream()
                    .map(times -> new Instance(isFirst ? uid : key(times.start().toLocalDate()), times))
                    .toList();
            return List.of(new Planned(version, one, series.understood()));
        }
        InstanceTimes all =
                InstanceTimes.of(series.times().stream().map(EventTimes::start).toList());
        Set<LocalDateTime> replaced = new HashSet<>();
        single.replaceAll((change, key) -> all.meantBy(change.of()).stream()
                .findFirst()
                .map(time -> {
                    replaced.add(time);
                    return key(time, all);
                })
                .orElse(key));
        Map<Version, List<Instance>> instances = new LinkedHashMap<>();
        instances.put(version, new ArrayList<>());
        for (EventTimes times : series.times()) {
            LocalDateTime start = times.start();
            if (!replaced.contains(start)) {
                Optional<Change> change = following.values().stream()
                        .filter(other -> other.isOf(start, all))
                        .reduce((one, other) -> other);
                EventTimes shown = change.flatMap(
                                other -> times(other.version(), text).map(moved -> moved(moved, other, first, start)))
                        .orElse(times);
                instances
                        .computeIfAbsent(change.map(Change::version).orElse(version), other -> new ArrayList<>())
                        .add(new Instance(key(start, all), shown));
            }
        }
        return instances.entrySet().stream()
                .map(entry -> new Planned(entry.getKey(), entry.getValue(), series.understood()))
                .toList();
    }

    /** As many days and as much of a day from the first one that is changed as it was before. */
    private static EventTimes moved(EventTimes changed, Change change, EventTimes first, LocalDateTime start) {
        long days = ChronoUnit.DAYS.between(change.day(), start.toLocalDate());
        return changed.at(changed.start()
                .plusDays(days)
                .plus(Duration.between(first.start().toLocalTime(), start.toLocalTime())));
    }

    private static Planned alone(Version version, String key, EventTimes times) {
        return new Planned(version, List.of(new Instance(key, times)), true);
    }

    private static Optional<EventTimes> times(Version version, String text) {
        return EventTimes.of(version.component(), text, version.zones());
    }

    /** When an instance would have been. */
    private static Optional<CalendarTime> original(Version version, String text, Optional<ZoneId> zone) {
        return version.component()
                .line("RECURRENCE-ID")
                .flatMap(line -> EventTimes.local(
                        line,
                        line.value(),
                        text,
                        version.zones(),
                        zone.orElse(version.zones().calendar())));
    }

    /** Not its time, which may be moved for all instances together, unless it tells it from another one of the day. */
    private String key(LocalDateTime start, InstanceTimes all) {
        String key = key(start.toLocalDate());
        return key.isEmpty() || all.isFirstOfDay(start) ? key : key + " " + start.toLocalTime();
    }

    private String key(LocalDate day) {
        return uid.isEmpty() ? "" : uid + " " + day;
    }
}
