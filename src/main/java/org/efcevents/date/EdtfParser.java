package org.efcevents.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.date.EventDate.Problem.Type;

/**
 * Parses the subset of EDTF that events need (Library of Congress, Extended Date/Time Format, now ISO 8601-2:2019):
 * dates, times and intervals of level 0, and qualifiers and the unspecified year of level 1.
 */
final class EdtfParser {

    private static final String FORMS =
            "write 2014-03-24, 2015-01, 2015, XXXX-06-24 or an interval such as 2015-01/2015-03";

    private static final Pattern END = Pattern.compile("(?<year>\\d{4}|XXXX)(?:-(?<month>\\d{2})(?:-(?<day>\\d{2})"
            + "(?:T(?<time>\\d{2}:\\d{2}(?::\\d{2})?)(?<offset>Z|[+-]\\d{2}(?::\\d{2})?)?)?)?)?(?<qualifier>[~?%])?");

    /**
     * The result of parsing.
     *
     * @param span {@link Span.Unrecorded} if the text cannot be parsed
     * @param type the type of problem; null if there is none
     * @param problem the problem in words; null if there is none
     */
    record ParsedEdtf(Span span, boolean approximate, Type type, String problem) {}

    private EdtfParser() {}

    static ParsedEdtf read(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length > 2) {
            return unreadable("\"" + text + "\" has more than two ends; " + FORMS);
        }
        Matcher first = END.matcher(ends[0]);
        Matcher last = END.matcher(ends[ends.length - 1]);
        if (ends.length == 2 && first.matches() && (ends[1].isEmpty() || ends[1].equals(".."))) {
            ParsedEdtf start = read(ends[0]);
            if (start.problem != null) {
                return start;
            }
            return new ParsedEdtf(
                    start.span, start.approximate, Type.END, "\"" + text + "\" has no end: only its beginning is used");
        }
        if (!first.matches() || !last.matches()) {
            return unreadable("\"" + text + "\" is not a date; " + FORMS);
        }
        Span span;
        try {
            span = join(end(first), end(last));
        } catch (DateTimeException e) {
            return unreadable("\"" + text + "\" is not in the calendar; " + FORMS);
        }
        if (span == null) {
            return unreadable("\"" + text + "\" joins two ends that are not equally exact, or that have no year");
        }
        boolean reversed = reversed(span);
        boolean approximate = first.group("qualifier") != null || last.group("qualifier") != null;
        Type type = null;
        String problem = null;
        if (reversed) {
            span = end(first);
            type = Type.END;
            problem = "\"" + text + "\" ends before it begins: the end is ignored";
        } else if (text.contains("?") || text.contains("%")) {
            // The content model knows one kind of doubt.
            type = Type.UNCERTAIN;
            problem = "\"" + text + "\" is uncertain, which is read as approximate; write ~";
        }
        return new ParsedEdtf(span, approximate, type, problem);
    }

    private static ParsedEdtf unreadable(String problem) {
        return new ParsedEdtf(new Span.Unrecorded(), false, Type.UNREADABLE, problem);
    }

    private static Span end(Matcher end) {
        String month = end.group("month");
        String day = end.group("day");
        if (end.group("year").equals("XXXX")) {
            if (day == null || end.group("time") != null) {
                throw new DateTimeException("only a day may lack its year");
            }
            return new Span.Yearless(MonthDay.of(Integer.parseInt(month), Integer.parseInt(day)));
        }
        int year = Integer.parseInt(end.group("year"));
        if (year == 0) {
            throw new DateTimeException("there is no year 0");
        }
        if (month == null) {
            return new Span.Years(Year.of(year), Year.of(year));
        }
        YearMonth yearMonth = YearMonth.of(year, Integer.parseInt(month));
        if (day == null) {
            return new Span.Months(yearMonth, yearMonth);
        }
        LocalDate date = LocalDate.of(year, yearMonth.getMonth(), Integer.parseInt(day));
        if (end.group("time") == null) {
            return new Span.Days(date, date);
        }
        LocalTime time = LocalTime.parse(end.group("time"));
        ZoneOffset offset = end.group("offset") == null ? null : ZoneOffset.of(end.group("offset"));
        return new Span.Timed(date, time, offset, date, null, null);
    }

    /** The span from one end to the other; null if they cannot be combined. */
    private static Span join(Span first, Span last) {
        if (first.equals(last)) {
            return first;
        }
        if (first instanceof Span.Days a && last instanceof Span.Days b) {
            return new Span.Days(a.first(), b.last());
        }
        if (first instanceof Span.Months a && last instanceof Span.Months b) {
            return new Span.Months(a.first(), b.last());
        }
        if (first instanceof Span.Years a && last instanceof Span.Years b) {
            return new Span.Years(a.first(), b.last());
        }
        if (first instanceof Span.Timed a && last instanceof Span.Timed b) {
            return new Span.Timed(
                    a.startDay(), a.startTime(), a.startOffset(), b.startDay(), b.startTime(), b.startOffset());
        }
        if (first instanceof Span.Timed a && last instanceof Span.Days b) {
            return new Span.Timed(a.startDay(), a.startTime(), a.startOffset(), b.last(), null, null);
        }
        return null;
    }

    private static boolean reversed(Span span) {
        if (span instanceof Span.Timed timed && timed.endTime() != null) {
            if (timed.startOffset() != null && timed.endOffset() != null) {
                return !timed.endDay()
                        .atTime(timed.endTime())
                        .toInstant(timed.endOffset())
                        .isAfter(timed.start().toInstant(timed.startOffset()));
            }
            return !timed.endDay().atTime(timed.endTime()).isAfter(timed.start());
        }
        return span.earliest().isPresent()
                && span.latest().orElseThrow().isBefore(span.earliest().orElseThrow());
    }
}
