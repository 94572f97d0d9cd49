package org.efcevents.calendarfile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.efcevents.pagetext.Passage;

/**
 * The days on which an event takes place that may recur.
 *
 * @param times each time that it takes place, in their order
 * @param recurs whether it says that it recurs, even if it does so once
 * @param understood whether all of that is understood
 */
record Series(List<EventTimes> times, boolean recurs, boolean understood) {

    /** More of one event are not taken, however often it recurs: nobody holds them. */
    static final int MOST = 500;

    /**
     * The times of an event.
     *
     * @param horizon until when what never ends is taken
     */
    static Series of(CalendarComponent event, EventTimes first, String text, Zones zones, LocalDate horizon) {
        List<CalendarLine> rules = event.lines("RRULE").toList();
        List<CalendarLine> dates = event.lines("RDATE").toList();
        boolean excluding = event.line("EXRULE").isPresent();
        if (rules.isEmpty() && dates.isEmpty()) {
            return new Series(List.of(excluding ? first.withDoubt("calendar.rule") : first), false, !excluding);
        }
        TreeMap<LocalDateTime, EventTimes> times = new TreeMap<>();
        LocalDate day = first.start().toLocalDate();
        times.put(first.start(), first);
        boolean understood = !excluding && rules.size() < 2;
        String doubt = "";
        for (CalendarLine line : rules.subList(0, Math.min(1, rules.size()))) {
            Optional<Recurrence> rule = Recurrence.of(beginning(text, line.value()));
            understood &= rule.isPresent();
            if (rule.isPresent() && understood) {
                Predicate<LocalDate> wanted = wanted(rule.get(), first, horizon);
                List<LocalDate> days = rule.get().days(day, wanted, MOST + 1);
                doubt = rule.get().isOpen() ? "calendar.open" : days.size() > MOST ? "calendar.many" : "";
                days.stream()
                        .limit(MOST)
                        .map(one -> first.on(one).with(line.value()))
                        .forEach(one -> times.put(one.start(), one));
            }
        }
        for (CalendarLine line : dates) {
            for (Passage value : TextValue.parted(text, line.value(), ',')) {
                if (times.size() < MOST) {
                    first.also(line, value, text, zones).ifPresent(one -> times.putIfAbsent(one.start(), one));
                }
            }
        }
        Set<CalendarTime> without = excluded(event, text, zones, first.zone());
        List<LocalDateTime> left = InstanceTimes.of(times.keySet()).meantBy(without);
        times.keySet().removeAll(left);
        String said = !understood ? "calendar.rule" : doubt;
        List<EventTimes> all = new ArrayList<>();
        times.values().forEach(one -> all.add(said.isEmpty() ? one : one.withDoubt(said)));
        return new Series(List.copyOf(all), true, understood);
    }

    private static String beginning(String text, Passage value) {
        return text.substring(value.from(), Math.min(value.to(), value.from() + 2000));
    }

    private static Predicate<LocalDate> wanted(Recurrence rule, EventTimes first, LocalDate horizon) {
        if (rule.until() == null) {
            return rule.isOpen() ? day -> !day.isAfter(horizon) : day -> true;
        }
        CalendarTime until = rule.until();
        ZoneId zone = first.zone();
        if (until.dateOnly() || !first.timed()) {
            LocalDate last = until.local().toLocalDate();
            return day -> !day.isAfter(last);
        }
        LocalDateTime last = until.utc()
                ? until.local().atZone(ZoneOffset.UTC).withZoneSameInstant(zone).toLocalDateTime()
                : until.local();
        return day -> !day.atTime(first.start().toLocalTime()).isAfter(last);
    }

    private static Set<CalendarTime> excluded(CalendarComponent event, String text, Zones zones, ZoneId zone) {
        Set<CalendarTime> left = new HashSet<>();
        event.lines("EXDATE")
                .flatMap(line -> TextValue.parted(text, line.value(), ',').stream()
                        .flatMap(value -> EventTimes.local(line, value, text, zones, zone).stream()))
                .limit(10_000)
                .forEach(left::add);
        return left;
    }
}
