package org.efcevents.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;
import org.efcevents.health.CheckedNode;

/**
 * What events add up to. Only what is recorded is counted: an event whose date or number of participants is not known is counted as such.
 *
 * @param rows what there is in each row, by the key of the row: {@link Grouping}
 * @param columns what there is in each column, in all rows together: each event once; empty unless rows are divided
 * @param cells the same in each column and row
 * @param total of all events, each of them once
 * @param events the events that are counted, the newest first
 * @param ofSeveral how many of them are in several rows or columns, because they belong to several work packages
 * @param drafts how many of them are not published
 * @param perhaps how many more may be within the period, but nobody knows: their dates are not known well enough, or not at all
 * @param left how many cancelled or postponed ones are left out
 */
public record Report(
        Map<String, Tally> rows,
        Map<String, Tally> columns,
        Map<String, Map<String, Tally>> cells,
        Tally total,
        List<Counted> events,
        long ofSeveral,
        long drafts,
        long perhaps,
        long left) {

    /** How an event is counted. */
    public enum State {
        /** It has taken place. */
        HELD,
        /** It is not over. */
        AHEAD,
        /** It has no year. */
        UNDATED,
        /** It was cancelled or postponed. */
        OFF
    }

    /**
     * An event that is counted.
     *
     * @param event the event
     * @param state as what it is counted
     */
    public record Counted(CheckedNode event, State state) {

        private Tally tally() {
            boolean stated = event.participants() != null;
            return switch (state) {
                case HELD -> new Tally(1, stated ? 1 : 0, stated ? event.participants() : 0, 0, 0, 0);
                case AHEAD -> new Tally(0, 0, 0, 1, 0, 0);
                case UNDATED -> new Tally(0, 0, 0, 0, 1, 0);
                case OFF -> new Tally(0, 0, 0, 0, 0, 1);
            };
        }
    }

    private static final Comparator<Counted> NEWEST_FIRST = Comparator.comparing(
                    (Counted counted) -> counted.event().date(), EventDate.NEWEST_FIRST)
            .thenComparing(counted -> counted.event().title())
            .thenComparing(counted -> counted.event().path());

    /**
     * Adds up.
     *
     * @param all the events of which the reader may be told
     * @param question which of them are counted, and how
     * @param siteZone the time zone of dates that have none
     */
    public static Report of(Collection<CheckedNode> all, ReportQuestion question, Instant now, ZoneId siteZone) {
        List<Counted> events = new ArrayList<>();
        long perhaps = 0;
        long left = 0;
        for (CheckedNode event : all) {
            Beginning.Within within = Beginning.of(event.date()).within(question.period());
            if (within == Beginning.Within.NO || !isAskedFor(event, question)) {
                continue;
            }
            State state = state(event, now, siteZone);
            if (state == State.OFF && !question.withOff()) {
                // Of those that may be within the period it is not known whether they are left out.
                left += within == Beginning.Within.YES ? 1 : 0;
            } else if (within == Beginning.Within.PERHAPS) {
                perhaps++;
            } else {
                events.add(new Counted(event, state));
            }
        }
        Map<String, Tally> rows = new TreeMap<>();
        Map<String, Tally> columns = new TreeMap<>();
        Map<String, Map<String, Tally>> cells = new TreeMap<>();
        Tally total = Tally.NOTHING;
        for (Counted counted : events) {
            Tally one = counted.tally();
            total = total.and(one);
            List<String> inRows = keys(question.rows(), counted.event(), question);
            inRows.forEach(row -> rows.merge(row, one, Tally::and));
            for (String column : keys(question.columns(), counted.event(), question)) {
                columns.merge(column, one, Tally::and);
                inRows.forEach(row ->
                        cells.computeIfAbsent(column, first -> new TreeMap<>()).merge(row, one, Tally::and));
            }
        }
        return new Report(
                rows,
                columns,
                cells,
                total,
                events.stream().sorted(NEWEST_FIRST).toList(),
                events.stream()
                        .filter(counted -> (question.rows() == Grouping.WORK_PACKAGE
                                        || question.columns() == Grouping.WORK_PACKAGE)
                                && counted.event().workPackages().size() > 1)
                        .count(),
                events.stream().filter(counted -> !counted.event().published()).count(),
                perhaps,
                left);
    }

    /** Of an event that is there because of a work package that was asked for, the others are not told of. */
    private static List<String> keys(Grouping grouping, CheckedNode event, ReportQuestion question) {
        return grouping == null
                ? List.of()
                : grouping.rows(event, Beginning.of(event.date()))
                        .filter(key -> grouping != Grouping.WORK_PACKAGE
                                || question.workPackages().isEmpty()
                                || question.workPackages().contains(key))
                        .toList();
    }

    private static boolean isAskedFor(CheckedNode event, ReportQuestion question) {
        return (question.workPackages().isEmpty()
                        || event.workPackages().stream().anyMatch(question.workPackages()::contains))
                && (question.kinds().isEmpty()
                        || event.kind() != null && question.kinds().contains(event.kind()));
    }

    private static State state(CheckedNode event, Instant now, ZoneId siteZone) {
        if (!event.takesPlace()) {
            return State.OFF;
        }
        Phase phase = event.date().phase(now, siteZone);
        if (phase == Phase.UNDATED) {
            return State.UNDATED;
        }
        return phase == Phase.PAST ? State.HELD : State.AHEAD;
    }
}
