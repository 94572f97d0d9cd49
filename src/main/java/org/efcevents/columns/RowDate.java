package org.efcevents.columns;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.efcevents.columns.RowCells.Cell;
import org.efcevents.columns.WrittenDates.Read;
import org.efcevents.date.EventDate;
import org.efcevents.date.Precision;
import org.efcevents.date.StoredDate;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;

/** The date of a row, out of one cell or of as many as tables have for it: days, times, a time zone. */
final class RowDate {

    private final WrittenDates dates;
    private final ZoneId zone;

    RowDate(WrittenDates dates, ZoneId zone) {
        this.dates = dates;
        this.zone = zone;
    }

    /** What a row states as its date; in doubt with the words as they are, if they are no date. Empty if no column is for it. */
    Optional<Finding<String>> of(RowCells row) {
        List<Cell> date = row.of(EventField.DATE.property());
        List<Cell> start = row.of(Meaning.START);
        if (date.isEmpty() && start.isEmpty()) {
            return Optional.empty();
        }
        List<Cell> day = start.stream().allMatch(Cell::isBlank) ? date : start;
        List<Cell> used = new ArrayList<>(day);
        Optional<Cell> first = day.stream().filter(cell -> !cell.isBlank()).findFirst();
        if (first.isEmpty()) {
            return Optional.of(finding("", row, used.isEmpty() ? start : used, true));
        }
        Optional<Cell> end =
                row.of(Meaning.END).stream().filter(cell -> !cell.isBlank()).findFirst();
        end.ifPresent(used::add);
        Optional<Cell> named = row.of(Meaning.TIME_ZONE).stream()
                .filter(cell -> WrittenDates.zone(cell.cell()).isPresent())
                .findFirst();
        ZoneId told = named.flatMap(cell -> WrittenDates.zone(cell.cell()))
                .map(ZoneId::of)
                .orElse(zone);
        Optional<Read> begins = dates.date(first.get().cell(), told);
        Optional<Read> ends = end.flatMap(cell -> dates.date(cell.cell(), told));
        begins.flatMap(Read::why).ifPresent(why -> row.remark(why, first.get().text()));
        ends.flatMap(Read::why).ifPresent(why -> row.remark(why, end.get().text()));
        Optional<StoredDate> days = begins.isEmpty() || end.isPresent() && ends.isEmpty()
                ? Optional.empty()
                : ends.isEmpty()
                        ? Optional.of(begins.get().date())
                        : range(begins.get().date(), ends.get().date());
        boolean sure = begins.filter(Read::sure).isPresent()
                && (ends.isEmpty() || ends.get().sure());
        Timed timed = days.map(found -> timed(found, row, told, named, used)).orElse(null);
        if (timed == null || !isRight(timed.date())) {
            boolean skipped = timed == null
                    ? used.stream().anyMatch(cell -> WrittenDates.isSkipped(cell.text(), told))
                    : EventDate.of(timed.date()).problems().stream()
                            .anyMatch(problem -> problem.type() == EventDate.Problem.Type.SKIPPED);
            String words = used.stream().map(cell -> cell.cell().text().strip()).collect(Collectors.joining(" – "));
            if (skipped) {
                row.remark(Remark.Type.SKIPPED_TIME, words);
            }
            return Optional.of(finding(words, row, used, false));
        }
        boolean elsewhere = named.isEmpty()
                && timed.date().startTime() != null
                && row.of(Meaning.TIME_ZONE).stream().anyMatch(cell -> !cell.isBlank());
        return Optional.of(finding(DateText.of(timed.date(), zone), row, used, sure && timed.sure() && !elsewhere));
    }

    private static boolean isRight(StoredDate date) {
        EventDate read = EventDate.of(date);
        return read.problems().isEmpty() && read.precision() != Precision.UNKNOWN;
    }

    private static Finding<String> finding(String value, RowCells row, List<Cell> used, boolean sure) {
        used.forEach(cell -> row.understand(cell));
        return new Finding<>(
                value,
                used.stream().map(Cell::passage).distinct().sorted().toList(),
                "column",
                sure ? Certainty.STATED : Certainty.DOUBTFUL);
    }

    /** From one date to another; empty if they are of different kinds. */
    private static Optional<StoredDate> range(StoredDate from, StoredDate to) {
        boolean about = from.approximate() || to.approximate();
        if (from.start() != null && to.start() != null) {
            String last = to.end() == null ? to.start() : to.end();
            String endTime = to.end() == null ? to.startTime() : to.endTime();
            return Optional.of(new StoredDate(
                    null,
                    from.start(),
                    last.equals(from.start()) ? null : last,
                    from.startTime(),
                    from.startTime() == null
                                    || endTime != null && last.equals(from.start()) && endTime.equals(from.startTime())
                            ? null
                            : endTime,
                    from.timeZone(),
                    null,
                    about));
        }
        if (from.partialDate() != null && to.partialDate() != null) {
            String both = from.partialDate().equals(to.partialDate())
                    ? from.partialDate()
                    : from.partialDate() + "/" + to.partialDate();
            return Optional.of(new StoredDate(null, null, null, null, null, null, both, about));
        }
        return Optional.empty();
    }

    private record Timed(StoredDate date, boolean sure) {}

    private static Timed timed(StoredDate date, RowCells row, ZoneId told, Optional<Cell> named, List<Cell> used) {
        List<String> begins = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        boolean sure = times(row, Meaning.START_TIME, begins, used);
        sure &= times(row, Meaning.END_TIME, ends, used);
        String startTime = begins.isEmpty() ? date.startTime() : begins.get(0);
        String endTime =
                !ends.isEmpty() ? ends.get(ends.size() - 1) : begins.size() > 1 ? begins.get(1) : date.endTime();
        if (startTime == null || date.start() == null) {
            return new Timed(date, sure);
        }
        named.ifPresent(used::add);
        String timeZone = named.isPresent() ? told.getId() : Objects.requireNonNullElse(date.timeZone(), told.getId());
        StoredDate whole =
                new StoredDate(null, date.start(), date.end(), startTime, endTime, timeZone, null, date.approximate());
        // A session that ends at noon and begins at two is of the morning; its end is not told.
        return isRight(whole)
                ? new Timed(whole, sure)
                : new Timed(
                        new StoredDate(
                                null, date.start(), date.end(), startTime, null, timeZone, null, date.approximate()),
                        false);
    }

    private static boolean times(RowCells row, String meaning, List<String> times, List<Cell> used) {
        boolean sure = true;
        for (Cell cell : row.of(meaning)) {
            if (!cell.isBlank()) {
                List<String> read = WrittenDates.times(cell.cell());
                times.addAll(read);
                sure &= !read.isEmpty();
                if (!read.isEmpty()) {
                    used.add(cell);
                }
            }
        }
        return sure;
    }
}
