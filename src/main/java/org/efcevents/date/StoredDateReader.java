package org.efcevents.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.date.EventDate.Problem.Type;

/**
 * Parses a {@link StoredDate}. The precision determines which properties are used: a form may leave behind what was
 * entered for another precision, which visitors must not be shown.
 */
final class StoredDateReader {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Within which the year of an event is likely to be what was meant. */
    private static final ValueRange LIKELY_YEARS = ValueRange.of(1900, 2099);

    private final String precision;
    private final String start;
    private final String end;
    private final String startTime;
    private final String endTime;
    private final String timeZone;
    private final String partialDate;
    private final String edtf;
    private boolean approximate;
    private final List<EventDate.Problem> problems = new ArrayList<>();

    StoredDateReader(StoredDate stored) {
        precision = present(stored.precision());
        start = present(stored.start());
        end = present(stored.end());
        startTime = present(stored.startTime());
        endTime = present(stored.endTime());
        timeZone = present(stored.timeZone());
        partialDate = present(stored.partialDate());
        edtf = partialDate == null ? null : TypedDate.edtf(partialDate);
        approximate = stored.approximate();
    }

    EventDate read() {
        ZoneId zone = zone();
        Precision kind = kind();
        Span span =
                switch (kind) {
                    case TIME, DAY -> days(kind, zone);
                    case MONTH, YEAR, DAY_AND_MONTH -> partial(kind);
                    case UNKNOWN -> new Span.Unrecorded();
                };
        reportUnlikely(span);
        reportUnused(kind);
        return new EventDate(span, zone, approximate, problems);
    }

    private Precision kind() {
        if (precision != null) {
            Precision named = Precision.ofStored(precision).orElse(null);
            if (named != null) {
                return named;
            }
            problem(
                    "precision",
                    precision,
                    Type.UNREADABLE,
                    "\"" + precision + "\" is none of time, day, month, year, day-and-month and unknown");
        }
        if (start != null) {
            return startTime == null ? Precision.DAY : Precision.TIME;
        }
        if (partialDate != null) {
            Precision written = EdtfParser.read(edtf).span().precision();
            // Whichever of the three it is, partial() reads the text and says what is wrong with it.
            return isPartial(written) ? written : Precision.MONTH;
        }
        return Precision.UNKNOWN;
    }

    private ZoneId zone() {
        if (timeZone == null) {
            return null;
        }
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            problem(
                    "timeZone",
                    timeZone,
                    Type.UNREADABLE,
                    "\"" + timeZone + "\" is not a time zone; write an IANA identifier such as Europe/Brussels");
            return null;
        }
    }

    private Span days(Precision kind, ZoneId zone) {
        LocalDate first = day("start", start);
        if (first == null) {
            if (start == null) {
                problem("start", "", Type.MISSING, "is missing, and precision is " + kind.stored());
            }
            return new Span.Unrecorded();
        }
        LocalDate last = day("end", end);
        if (last != null && last.isBefore(first)) {
            problem("end", end, Type.END, "\"" + end + "\" is before start \"" + start + "\": the end is ignored");
            last = null;
        }
        boolean endIgnored = end != null && last == null;
        if (last == null) {
            last = first;
        }
        if (kind == Precision.DAY) {
            return new Span.Days(first, last);
        }
        LocalTime from = time("startTime", startTime);
        if (from == null) {
            if (startTime == null) {
                problem("startTime", "", Type.MISSING, "is missing, and precision is time: only the day is used");
            }
            return new Span.Days(first, last);
        }
        LocalDateTime begin = first.atTime(from);
        LocalTime to = time("endTime", endTime);
        if (to != null && !isAfter(last.atTime(to), begin, zone)) {
            // An end day that was ignored is reported above, and takes its time with it.
            if (!endIgnored) {
                problem(
                        "endTime",
                        endTime,
                        Type.END,
                        "\"" + endTime + "\" is not after startTime \"" + startTime
                                + "\": the end time is ignored; if it is on a later day, give that day as end");
            }
            to = null;
        }
        if (endIgnored) {
            to = null;
        }
        if (timeZone == null) {
            problem("timeZone", "", Type.MISSING, "is missing: \"" + startTime + "\" could be the time of anywhere");
        }
        LocalDateTime end = to == null ? null : last.atTime(to);
        reportSkipped("startTime", begin, zone);
        reportSkipped("endTime", end, zone);
        return zone == null
                ? new Span.Timed(first, from, null, last, to, null)
                : timed(begin.atZone(zone), last, end == null ? null : end.atZone(zone));
    }

    /**
     * A span of local times. {@link LocalDateTime#atZone} reads a time that clocks skip with the offset before the
     * change, and one that occurs twice as the first of the two, as RFC 5545, 3.3.5 requires.
     *
     * @param end null if only the day is known
     */
    private static Span timed(ZonedDateTime begin, LocalDate lastDay, ZonedDateTime end) {
        LocalDate first = begin.toLocalDate();
        return end == null
                ? new Span.Timed(
                        first,
                        begin.toLocalTime(),
                        begin.getOffset(),
                        lastDay.isBefore(first) ? first : lastDay,
                        null,
                        null)
                : new Span.Timed(
                        first,
                        begin.toLocalTime(),
                        begin.getOffset(),
                        end.toLocalDate(),
                        end.toLocalTime(),
                        end.getOffset());
    }

    private static boolean isAfter(LocalDateTime end, LocalDateTime begin, ZoneId zone) {
        return zone == null
                ? end.isAfter(begin)
                : end.atZone(zone).toInstant().isAfter(begin.atZone(zone).toInstant());
    }

    private Span partial(Precision kind) {
        if (partialDate == null) {
            problem("partialDate", "", Type.MISSING, "is missing, and precision is " + kind.stored());
            return new Span.Unrecorded();
        }
        EdtfParser.ParsedEdtf parsed = EdtfParser.read(edtf);
        approximate |= parsed.approximate();
        if (parsed.problem() != null) {
            problem("partialDate", partialDate, parsed.type(), parsed.problem());
        }
        Precision written = parsed.span().precision();
        if (isPartial(written) && written != kind) {
            problem(
                    "precision",
                    precision,
                    Type.MISMATCH,
                    "is " + kind.stored() + ", but partialDate \"" + partialDate + "\" says " + written.stored());
        } else if (!isPartial(written) && written != Precision.UNKNOWN) {
            problem(
                    "partialDate",
                    partialDate,
                    Type.MISMATCH,
                    "\"" + partialDate + "\" says " + written.stored() + ": put it into start and end");
        }
        return parsed.span();
    }

    private static boolean isPartial(Precision precision) {
        return switch (precision) {
            case MONTH, YEAR, DAY_AND_MONTH -> true;
            case TIME, DAY, UNKNOWN -> false;
        };
    }

    private void reportSkipped(String property, LocalDateTime wallClock, ZoneId zone) {
        if (zone != null
                && wallClock != null
                && zone.getRules().getValidOffsets(wallClock).isEmpty()) {
            LocalTime time = wallClock.toLocalTime();
            problem(
                    property,
                    time.toString(),
                    Type.SKIPPED,
                    "\"" + time + "\" did not exist on " + wallClock.toLocalDate() + " in " + zone
                            + ": clocks were put forward, and showed "
                            + wallClock.atZone(zone).toLocalTime() + " then");
        }
    }

    private LocalDate day(String property, String text) {
        if (text == null) {
            return null;
        }
        if (!DAY.matcher(text).matches() || text.startsWith("0000")) {
            problem(property, text, Type.UNREADABLE, "\"" + text + "\" is not a day; write it as 2014-03-24");
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problem(property, text, Type.UNREADABLE, "\"" + text + "\" is not in the calendar");
            return null;
        }
    }

    private LocalTime time(String property, String text) {
        if (text == null) {
            return null;
        }
        LocalTime time = TypedDate.time(text).orElse(null);
        if (time == null) {
            problem(
                    property,
                    text,
                    Type.UNREADABLE,
                    "\"" + text + "\" is not a time of day from 00:00 to 23:59; write it as 09:30");
        }
        return time;
    }

    private void reportUnlikely(Span span) {
        for (LocalDate day : Stream.of(span.earliest(), span.latest())
                .flatMap(Optional::stream)
                .filter(day -> !LIKELY_YEARS.isValidValue(day.getYear()))
                .limit(1)
                .toList()) {
            boolean partial = isPartial(span.precision());
            String text = partial ? partialDate : day.toString();
            problem(
                    partial ? "partialDate" : day.toString().equals(start) ? "start" : "end",
                    text,
                    Type.UNLIKELY,
                    "\"" + text + "\" is in a year before " + LIKELY_YEARS.getMinimum() + " or after "
                            + LIKELY_YEARS.getMaximum());
        }
    }

    private void reportUnused(Precision kind) {
        Map<String, String> unused = new LinkedHashMap<>();
        if (kind != Precision.TIME && kind != Precision.DAY) {
            unused.put("start", start);
            unused.put("end", end);
        }
        if (kind != Precision.TIME) {
            unused.put("startTime", startTime);
            unused.put("endTime", endTime);
        }
        if (!isPartial(kind)) {
            unused.put("partialDate", partialDate);
        }
        unused.forEach((property, text) -> {
            if (text != null) {
                problem(
                        property,
                        text,
                        Type.UNUSED,
                        "\"" + text + "\" is not used: the date is read as " + kind.stored());
            }
        });
    }

    private void problem(String property, String text, Type type, String message) {
        problems.add(new EventDate.Problem(property, text, type, message));
    }

    private static String present(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
