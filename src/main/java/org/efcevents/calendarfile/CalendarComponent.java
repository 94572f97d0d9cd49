package org.efcevents.calendarfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.pagetext.Passage;

/**
 * A component of a calendar, without those that are in it.
 *
 * @param name such as {@code VEVENT}
 * @param lines of its own
 * @param words from its beginning to its end
 * @param ended whether its end is there
 * @param within the components in it
 */
record CalendarComponent(
        String name, List<CalendarLine> lines, Passage words, boolean ended, List<CalendarComponent> within) {

    /** The first line of a property; empty without one. */
    Optional<CalendarLine> line(String property) {
        return lines(property).findFirst();
    }

    /** All lines of a property. */
    Stream<CalendarLine> lines(String property) {
        return lines.stream().filter(line -> line.name().equals(property));
    }

    /** What the first line of a property says as a text; empty without one. */
    String text(String property, String text) {
        return line(property).map(line -> TextValue.of(text, line.value())).orElse("");
    }

    /** A component that is not at its end. */
    static final class Open {

        private final String name;
        private final int from;
        private final List<CalendarLine> lines = new ArrayList<>();
        private final List<CalendarComponent> within = new ArrayList<>();

        Open(String name, int from) {
            this.name = name;
            this.from = from;
        }

        String name() {
            return name;
        }

        void add(CalendarLine line) {
            lines.add(line);
        }

        void add(CalendarComponent component) {
            within.add(component);
        }

        CalendarComponent closed(int to, boolean ended) {
            return new CalendarComponent(name, List.copyOf(lines), new Passage(from, to), ended, List.copyOf(within));
        }
    }
}
