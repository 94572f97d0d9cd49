package org.efcevents.calendarfile;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.pagetext.Passage;

/** A time zone by the rules that a calendar has for it (RFC 5545, 3.6.5). */
final class DefinedZone {

    /**
     * What is observed from certain moments on, such as summer time.
     *
     * @param first the local time at which it first began
     * @param before the offset until then
     * @param offset the offset from then on
     * @param rule when it begins again; null if it does not
     * @param until the year in which the rule ends
     * @param others further moments at which it began
     */
    record Observance(
            LocalDateTime first,
            ZoneOffset before,
            ZoneOffset offset,
            Recurrence rule,
            int until,
            List<LocalDateTime> others) {

        /** When it begins in a year. */
        private Stream<LocalDateTime> beginnings(int year) {
            Stream<LocalDateTime> ruled = rule == null || year > until
                    ? Stream.of()
                    : rule.inYear(year, first.toLocalDate()).stream().map(day -> day.atTime(first.toLocalTime()));
            return Stream.concat(Stream.of(first), Stream.concat(others.stream(), ruled))
                    .filter(begin -> begin.getYear() == year && !begin.isBefore(first));
        }
    }

    private record Change(LocalDateTime at, ZoneOffset offset) {}

    /** No zone has had more, and each is looked at. */
    private static final int MOST = 200;

    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})(?:\\d{2})?");

    /** No zone goes so long without a change. */
    private static final int YEARS = 60;

    private final List<Observance> observances;
    private final Map<Integer, List<Change>> changes = new HashMap<>();

    private DefinedZone(List<Observance> observances) {
        this.observances = observances;
    }

    /** Reads a component {@code VTIMEZONE}; empty if its rules are not understood. */
    static Optional<DefinedZone> of(CalendarComponent zone, String text) {
        List<Observance> observances = new ArrayList<>();
        for (CalendarComponent part : zone.within()) {
            Optional<Observance> read = observance(part, text);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            observances.add(read.get());
        }
        return observances.isEmpty() || observances.size() > MOST
                ? Optional.empty()
                : Optional.of(new DefinedZone(observances));
    }

    private static Optional<Observance> observance(CalendarComponent part, String text) {
        Optional<LocalDateTime> first = part.line("DTSTART")
                .flatMap(line -> CalendarTime.of(line.value().in(text)))
                .map(CalendarTime::local);
        Optional<ZoneOffset> before = offset(part, "TZOFFSETFROM", text);
        Optional<ZoneOffset> offset = offset(part, "TZOFFSETTO", text);
        Optional<String> written = part.line("RRULE").map(line -> line.value().in(text));
        Optional<Recurrence> rule = written.flatMap(Recurrence::of)
                .filter(read -> read.frequency() == Recurrence.Frequency.YEARLY && read.every() == 1);
        if (first.isEmpty() || before.isEmpty() || offset.isEmpty() || written.isPresent() && rule.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDateTime> others = part.lines("RDATE")
                .flatMap(line -> TextValue.parted(text, line.value(), ',').stream())
                .limit(MOST)
                .flatMap(value -> CalendarTime.of(value.in(text)).stream())
                .map(CalendarTime::local)
                .toList();
        int until =
                rule.map(Recurrence::until).map(end -> end.local().getYear()).orElse(Integer.MAX_VALUE);
        return Optional.of(new Observance(first.get(), before.get(), offset.get(), rule.orElse(null), until, others));
    }

    private static Optional<ZoneOffset> offset(CalendarComponent part, String property, String text) {
        String written = part.line(property)
                .map(CalendarLine::value)
                .map(value -> beginning(text, value))
                .orElse("");
        Matcher offset = OFFSET.matcher(written);
        if (!offset.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(offset.group(2)) * 60 + Integer.parseInt(offset.group(3));
        return minutes > 18 * 60
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes));
    }

    private static String beginning(String text, Passage value) {
        return text.substring(value.from(), Math.min(value.to(), value.from() + 10))
                .strip();
    }

    /** The offset at a local time. */
    ZoneOffset offset(LocalDateTime local) {
        for (int year = local.getYear(); year > local.getYear() - YEARS; year--) {
            Optional<Change> last = changes(year).stream()
                    .filter(change -> !change.at().isAfter(local))
                    .reduce((one, next) -> next);
            if (last.isPresent()) {
                return last.get().offset();
            }
        }
        // The last that was before, of zones that have had the same for very long, or the first of all.
        return observances.stream()
                .filter(observance -> !observance.first().isAfter(local))
                .max(Comparator.comparing(Observance::first))
                .map(Observance::offset)
                .orElse(observances.get(0).before());
    }

    private List<Change> changes(int year) {
        return changes.computeIfAbsent(year, any -> observances.stream()
                .flatMap(observance -> observance.beginnings(year).map(begin -> new Change(begin, observance.offset())))
                .sorted(Comparator.comparing(Change::at))
                .toList());
    }
}
