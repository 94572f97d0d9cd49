package org.efcevents.calendarfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.efcevents.pagetext.Passage;

/**
 * The components of a text. What is not closed is closed by what closes that around it, by the next of its kind, or by the end of the text.
 *
 * @param calendars the outermost; what stands outside of any calendar is in none
 */
record Components(List<CalendarComponent> calendars) {

    /** Components deeper than that are read as if they were beside the one around them. */
    private static final int DEEPEST = 20;

    /** None of them is in another. */
    private static final Set<String> NEVER_WITHIN = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE");

    static Components of(String text) {
        List<CalendarComponent> calendars = new ArrayList<>();
        Deque<CalendarComponent.Open> open = new ArrayDeque<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            CalendarLine line = CalendarLine.of(text, new Passage(from, to)).orElse(null);
            if (line != null && line.name().equals("BEGIN")) {
                begin(name(text, line), from, open, calendars);
            } else if (line != null && line.name().equals("END")) {
                end(name(text, line), from, to, open, calendars);
            } else if (line != null && !open.isEmpty()) {
                open.peek().add(line);
            }
            from = to + 1;
        }
        while (!open.isEmpty()) {
            close(text.length(), false, open, calendars);
        }
        return new Components(List.copyOf(calendars));
    }

    private static String name(String text, CalendarLine line) {
        Passage value = line.value();
        return text.substring(value.from(), Math.min(value.to(), value.from() + 60))
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    private static void begin(
            String name, int from, Deque<CalendarComponent.Open> open, List<CalendarComponent> calendars) {
        boolean calendar = name.equals("VCALENDAR");
        if (!calendar && open.isEmpty()) {
            return;
        }
        if (calendar || NEVER_WITHIN.contains(name)) {
            while (open.size() > (calendar ? 0 : 1)) {
                close(from, false, open, calendars);
            }
        }
        while (open.size() > DEEPEST) {
            close(from, false, open, calendars);
        }
        open.push(new CalendarComponent.Open(name, from));
    }

    private static void end(
            String name, int from, int to, Deque<CalendarComponent.Open> open, List<CalendarComponent> calendars) {
        if (open.stream().noneMatch(one -> one.name().equals(name))) {
            return;
        }
        while (!open.peek().name().equals(name)) {
            close(from, false, open, calendars);
        }
        close(to, true, open, calendars);
    }

    private static void close(
            int to, boolean ended, Deque<CalendarComponent.Open> open, List<CalendarComponent> calendars) {
        CalendarComponent closed = open.pop().closed(to, ended);
        if (open.isEmpty()) {
            calendars.add(closed);
        } else {
            open.peek().add(closed);
        }
    }
}
