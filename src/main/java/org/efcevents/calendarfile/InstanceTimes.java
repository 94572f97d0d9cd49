package org.efcevents.calendarfile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When the instances of what recurs begin, by their days: of most there is one a day.
 *
 * @param byDay the times of each day in their order
 */
record InstanceTimes(Map<LocalDate, List<LocalDateTime>> byDay) {

    /** Orders times by their days. */
    static InstanceTimes of(Collection<LocalDateTime> times) {
        Map<LocalDate, List<LocalDateTime>> byDay = new HashMap<>();
        times.stream().sorted().forEach(time -> byDay.computeIfAbsent(time.toLocalDate(), day -> new ArrayList<>())
                .add(time));
        return new InstanceTimes(byDay);
    }

    /** Those of some instances that are left out. */
    List<LocalDateTime> meantBy(Collection<CalendarTime> said) {
        return said.stream().flatMap(one -> meantBy(one).stream()).toList();
    }

    /** The instances that a date or a time names; where there is one on its day, that, though all may have been moved to another time since. */
    List<LocalDateTime> meantBy(CalendarTime said) {
        List<LocalDateTime> ofDay = byDay.getOrDefault(said.local().toLocalDate(), List.of());
        LocalDateTime minute = said.local().truncatedTo(ChronoUnit.MINUTES);
        return said.dateOnly() || ofDay.size() < 2
                ? ofDay
                : ofDay.stream().filter(minute::equals).toList();
    }

    /** Whether it is the first of its day. */
    boolean isFirstOfDay(LocalDateTime time) {
        return byDay.getOrDefault(time.toLocalDate(), List.of(time)).get(0).equals(time);
    }
}
