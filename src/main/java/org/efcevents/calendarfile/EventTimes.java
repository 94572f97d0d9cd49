package org.efcevents.calendarfile;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.date.StoredDate;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.source.DateText;

/**
 * When an event is, as a calendar says it.
 *
 * @param start in the zone; of whole days their first
 * @param end in the zone; of whole days their last; null if there is none
 * @param endTimed whether the end has a time
 * @param timed whether the start has one
 * @param zone in which it is shown
 * @param words where it is said
 * @param doubt the rule of what is not sure; empty if all is
 */
record EventTimes(
        LocalDateTime start,
        LocalDateTime end,
        boolean timed,
        boolean endTimed,
        ZoneId zone,
        List<Passage> words,
        String doubt) {

    /** Years in which events are that somebody keeps. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    private static final Pattern DURATION = Pattern.compile(
            "\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,9})S)?)?");

    /** The rule of a time that clocks left out on its day. */
    static final String SKIPPED = "calendar.skipped";

    /** What a line says: a time as it is shown, and the rule of what is not sure of it; empty if all is. */
    private record Moment(LocalDateTime local, boolean dateOnly, ZoneId zone, String doubt) {

        LocalDateTime in(ZoneId other) {
            return dateOnly || zone.equals(other)
                    ? local
                    : local.atZone(zone).withZoneSameInstant(other).toLocalDateTime();
        }
    }

    /** Reads the times of a component; empty if it says none that can be read. */
    static Optional<EventTimes> of(CalendarComponent event, String text, Zones zones) {
        try {
            return event.line("DTSTART").flatMap(line -> moment(line, line.value(), text, zones)
                    .map(start -> times(event, line, start, text, zones)));
        } catch (DateTimeException beyondTime) {
            return Optional.empty();
        }
    }

    /** A value as it is in a zone, of what is left out or moved; empty if it cannot be read. */
    static Optional<CalendarTime> local(CalendarLine line, Passage value, String text, Zones zones, ZoneId zone) {
        try {
            return moment(line, value, text, zones)
                    .map(moment -> new CalendarTime(moment.in(zone), moment.dateOnly(), false));
        } catch (DateTimeException beyondTime) {
            return Optional.empty();
        }
    }

    /**
     * When another instance is, which takes as long as this one if it does not say until when it goes on; empty if it cannot be read.
     *
     * @param value a date, or a time or period of the instance's own
     */
    Optional<EventTimes> also(CalendarLine line, Passage value, String text, Zones zones) {
        int slash = value.in(text).indexOf('/');
        Passage begins = slash < 0 ? value : new Passage(value.from(), value.from() + slash);
        Passage ends = slash < 0 ? null : new Passage(value.from() + slash + 1, value.to());
        try {
            return moment(line, begins, text, zones)
                    .map(moment -> {
                        LocalDateTime begin = moment.in(zone).truncatedTo(ChronoUnit.MINUTES);
                        return !timed || moment.dateOnly()
                                ? on(begin.toLocalDate())
                                : ends == null
                                        ? at(begin)
                                        : period(new Moment(begin, false, zone, ""), line, ends, text, zones);
                    })
                    .map(times -> times.with(value));
        } catch (DateTimeException beyondTime) {
            return Optional.empty();
        }
    }

    private EventTimes period(Moment begin, CalendarLine line, Passage ends, String text, Zones zones) {
        LocalDateTime over = ends.in(text).strip().startsWith("P")
                ? after(begin, ends.in(text))
                : moment(line, ends, text, zones).map(moment -> moment.in(zone)).orElse(null);
        boolean right = over != null && !over.isBefore(begin.local());
        return timed(begin, right ? over : null, false, false, words, right ? doubt : "calendar.end");
    }

    private static Optional<Moment> moment(CalendarLine line, Passage value, String text, Zones zones) {
        return CalendarTime.of(value.length() > 100 ? "" : value.in(text)).map(time -> {
            String name = line.parameter("TZID");
            ZoneId shown = zones.calendar();
            if (time.dateOnly()) {
                return new Moment(time.local(), true, shown, "");
            }
            Optional<ZoneId> zone = time.utc() ? Optional.of(ZoneOffset.UTC) : zones.of(name, time.local());
            if (time.utc() || zone.filter(Zones::isUtc).isPresent()) {
                LocalDateTime local = time.local()
                        .atZone(ZoneOffset.UTC)
                        .withZoneSameInstant(shown)
                        .toLocalDateTime();
                return new Moment(local, false, shown, "");
            }
            if (zone.isPresent()) {
                // A time that clocks skip is the one that they show instead (RFC 5545, 3.3.5).
                return local(time.local(), zone.get(), "");
            }
            LocalDateTime local = zones.shown(name, time.local()).orElse(time.local());
            return local(local, shown, name.isEmpty() ? "" : "calendar.zone");
        });
    }

    private static Moment local(LocalDateTime said, ZoneId zone, String doubt) {
        LocalDateTime local = said.atZone(zone).toLocalDateTime();
        return new Moment(local, false, zone, doubt.isEmpty() && !local.equals(said) ? SKIPPED : doubt);
    }

    private static EventTimes times(
            CalendarComponent event, CalendarLine startLine, Moment start, String text, Zones zones) {
        List<Passage> words = new ArrayList<>(List.of(startLine.value()));
        String doubt = start.doubt();
        Optional<CalendarLine> endLine = event.line("DTEND");
        LocalDateTime end = null;
        boolean endDateOnly = start.dateOnly();
        if (endLine.isPresent()) {
            Optional<Moment> moment = moment(endLine.get(), endLine.get().value(), text, zones);
            end = moment.map(read -> read.in(start.zone())).orElse(null);
            endDateOnly = moment.map(Moment::dateOnly).orElse(endDateOnly);
            doubt = moment.isEmpty()
                    ? "calendar.end"
                    : moment.get().doubt().isEmpty() ? doubt : moment.get().doubt();
            words.add(endLine.get().value());
        } else if (event.line("DURATION").isPresent()) {
            CalendarLine line = event.line("DURATION").get();
            end = after(start, line.value().in(text));
            doubt = end == null ? "calendar.end" : doubt;
            words.add(line.value());
        }
        if (end != null && end.isBefore(start.local())) {
            end = null;
            doubt = "calendar.end";
        }
        boolean allDay = event.lines("X-MICROSOFT-CDO-ALLDAYEVENT")
                .anyMatch(line -> line.value().in(text).strip().equalsIgnoreCase("TRUE"));
        EventTimes times = start.dateOnly()
                ? days(start, end, words, doubt)
                : timed(start, end, endDateOnly, allDay, words, doubt);
        return times.start().getYear() < FIRST_YEAR || times.start().getYear() > LAST_YEAR
                ? times.withDoubt("calendar.year")
                : times;
    }

    private static LocalDateTime after(Moment start, String duration) {
        Matcher parts = DURATION.matcher(duration.length() > 60 ? "" : duration.strip());
        if (!parts.matches()) {
            return null;
        }
        Duration exact =
                Duration.ofHours(number(parts, 3)).plusMinutes(number(parts, 4)).plusSeconds(number(parts, 5));
        LocalDateTime days = start.local().plusDays(number(parts, 1) * 7 + number(parts, 2));
        return start.dateOnly()
                ? days.plus(exact)
                : days.atZone(start.zone()).plus(exact).toLocalDateTime();
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    /** Whole days, whose end is the day after the last. */
    private static EventTimes days(Moment start, LocalDateTime end, List<Passage> words, String doubt) {
        LocalDateTime first = start.local();
        LocalDateTime last = end == null || !end.isAfter(first) ? null : lastDay(end);
        return new EventTimes(
                first, last == null || !last.isAfter(first) ? null : last, false, false, start.zone(), words, doubt);
    }

    private static LocalDateTime lastDay(LocalDateTime end) {
        return end.toLocalTime().equals(LocalTime.MIDNIGHT) ? end.minusDays(1) : end.truncatedTo(ChronoUnit.DAYS);
    }

    private static EventTimes timed(
            Moment start, LocalDateTime end, boolean endDateOnly, boolean allDay, List<Passage> words, String doubt) {
        LocalDateTime begin = start.local().truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime over = end == null || !end.isAfter(start.local()) ? null : end.truncatedTo(ChronoUnit.MINUTES);
        boolean toMidnight = over != null && over.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (toMidnight && begin.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            LocalDateTime last = over.minusDays(1);
            return new EventTimes(
                    begin,
                    last.isAfter(begin) ? last : null,
                    false,
                    false,
                    start.zone(),
                    words,
                    allDay || !doubt.isEmpty() ? doubt : "calendar.midnights");
        }
        LocalDate lastDay =
                toMidnight || endDateOnly && over != null ? over.toLocalDate().minusDays(1) : null;
        if (lastDay != null && (lastDay.isAfter(begin.toLocalDate()) || endDateOnly)) {
            // The beginning of the day after the last says that it goes on into that day, and not until when.
            LocalDateTime last = lastDay.isAfter(begin.toLocalDate()) ? lastDay.atStartOfDay() : null;
            return new EventTimes(begin, last, true, false, start.zone(), words, doubt);
        }
        return new EventTimes(begin, over, true, over != null, start.zone(), words, doubt);
    }

    /** The same with something that is not sure; what was not sure before is that still. */
    EventTimes withDoubt(String rule) {
        return doubt.isEmpty() ? new EventTimes(start, end, timed, endTimed, zone, words, rule) : this;
    }

    /** The same, said elsewhere too. */
    EventTimes with(Passage more) {
        List<Passage> all = new ArrayList<>(words);
        all.add(more);
        return new EventTimes(
                start, end, timed, endTimed, zone, all.stream().sorted().toList(), doubt);
    }

    /** The same on another day. */
    EventTimes on(LocalDate day) {
        long days = ChronoUnit.DAYS.between(start.toLocalDate(), day);
        return new EventTimes(
                start.plusDays(days), end == null ? null : end.plusDays(days), timed, endTimed, zone, words, doubt);
    }

    /** The same at another time, for as long; the end of what is not said to end at a time is a day. */
    EventTimes at(LocalDateTime begin) {
        LocalDateTime over = end == null
                ? null
                : endTimed
                        ? end.plus(Duration.between(start, begin))
                        : end.plusDays(ChronoUnit.DAYS.between(start.toLocalDate(), begin.toLocalDate()));
        return new EventTimes(begin, over, timed, endTimed, zone, words, doubt);
    }

    /**
     * As a field of an event has it.
     *
     * @param site the zone of times whose zone need not be said
     */
    Finding<String> found(ZoneId site) {
        LocalDateTime first = timed ? start.atZone(zone).toLocalDateTime() : start;
        LocalDateTime last = end != null && endTimed ? end.atZone(zone).toLocalDateTime() : end;
        boolean moved = !first.equals(start) || last != null && !last.equals(end);
        String why = doubt.isEmpty() && moved ? SKIPPED : doubt;
        boolean sameDay = last == null || last.toLocalDate().equals(first.toLocalDate());
        StoredDate stored = new StoredDate(
                timed ? "time" : "day",
                first.toLocalDate().toString(),
                sameDay ? null : last.toLocalDate().toString(),
                timed ? time(first) : null,
                endTimed && last != null ? time(last) : null,
                timed ? zone.getId() : null,
                null,
                false);
        return new Finding<>(
                DateText.of(stored, site),
                words.stream().sorted().toList(),
                why.isEmpty() ? "calendar.date" : why,
                why.isEmpty() ? Certainty.STATED : Certainty.DOUBTFUL);
    }

    private static String time(LocalDateTime moment) {
        return moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
