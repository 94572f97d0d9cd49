package org.efcevents.report;

import java.util.List;
import org.efcevents.filter.Period;

/**
 * What a report is to tell of.
 *
 * @param period when the events begin
 * @param workPackages the identifiers of work packages of which an event has to have one; empty for all events
 * @param kinds the kinds of which an event has to be one; empty for all events
 * @param rows what the rows are
 * @param columns what each row is divided into; null if it is not
 * @param withOff whether events that were cancelled or postponed are told of
 */
public record ReportQuestion(
        Period period,
        List<String> workPackages,
        List<String> kinds,
        Grouping rows,
        Grouping columns,
        boolean withOff) {

    /** Makes defensive copies. */
    public ReportQuestion {
        workPackages = List.copyOf(workPackages);
        kinds = List.copyOf(kinds);
    }

    /** Whether the period can be understood. */
    public boolean isUnderstood() {
        return !period.from().isWrong() && !period.to().isWrong() && !period.isReversed();
    }
}
