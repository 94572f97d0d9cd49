package org.efcevents.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

/**
 * The time that a date covers, with a record for each precision. Both ends are inclusive, and the parsers ensure that
 * the last is not before the first.
 */
sealed interface Span {

    /**
     * One end of a span, for formatting.
     *
     * @param value the value to format
     * @param datetime the value of HTML's {@code datetime} attribute (HTML Standard, 2.3.5 "Dates and times")
     */
    record Stamp(TemporalAccessor value, String datetime) {}

    Precision precision();

    /** The key of the phrase for this span; see {@code words.properties}. */
    String phrase();

    /** The values for the placeholders of the phrase. */
    List<Stamp> stamps();

    /** The span in EDTF, with the qualifier ({@code ~} or nothing) at each end. */
    Optional<String> edtf(String qualifier);

    /** The first possible day. */
    default Optional<LocalDate> earliest() {
        return Optional.empty();
    }

    /** The last possible day. */
    default Optional<LocalDate> latest() {
        return Optional.empty();
    }

    /** Whether its two ends differ. */
    default boolean isRange() {
        return false;
    }

    /**
     * The moment at which it is no longer upcoming; {@code zone} is the time zone of its days. Empty without a year.
     */
    default Optional<Instant> opens(ZoneId zone) {
        return earliest().map(day -> day.atStartOfDay(zone).toInstant());
    }

    /** The moment at which it is over; {@code zone} is the time zone of its days. Empty without a year. */
    default Optional<Instant> closes(ZoneId zone) {
        return latest().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Its phase at a moment; {@code zone} is the time zone of its days. */
    default Phase phase(Instant now, ZoneId zone) {
        return opens(zone)
                .map(opening -> now.isBefore(opening)
                        ? Phase.UPCOMING
                        : now.isBefore(closes(zone).orElseThrow()) ? Phase.ONGOING : Phase.PAST)
                .orElse(Phase.UNDATED);
    }

    /** See {@link EventDate#mayLieWithin}. */
    default boolean mayLieWithin(LocalDate first, LocalDate last) {
        return earliest().filter(day -> !day.isAfter(last)).isPresent()
                && latest().filter(day -> !day.isBefore(first)).isPresent();
    }

    private static String interval(Object first, Object last, String qualifier) {
        return first.equals(last) ? first + qualifier : first + qualifier + "/" + last + qualifier;
    }

    /** Consecutive days. */
    record Days(LocalDate first, LocalDate last) implements Span {

        @Override
        public Precision precision() {
            return Precision.DAY;
        }

        @Override
        public boolean isRange() {
            return !first.equals(last);
        }

        @Override
        public String phrase() {
            if (!isRange()) {
                return "day";
            }
            if (YearMonth.from(first).equals(YearMonth.from(last))) {
                return "days.month";
            }
            return first.getYear() == last.getYear() ? "days.year" : "days";
        }

        @Override
        public List<Stamp> stamps() {
            return List.of(new Stamp(first, first.toString()), new Stamp(last, last.toString()));
        }

        @Override
        public Optional<String> edtf(String qualifier) {
            return Optional.of(interval(first, last, qualifier));
        }

        @Override
        public Optional<LocalDate> earliest() {
            return Optional.of(first);
        }

        @Override
        public Optional<LocalDate> latest() {
            return Optional.of(last);
        }
    }

    /**
     * A beginning with a time of day, and an end that may be known only to the day. If there is an offset, clocks did
     * show the time with that offset.
     *
     * @param startOffset null if no zone is known
     * @param endTime null if not known
     * @param endOffset null if no zone or no end time is known
     */
    record Timed(
            LocalDate startDay,
            LocalTime startTime,
            ZoneOffset startOffset,
            LocalDate endDay,
            LocalTime endTime,
            ZoneOffset endOffset)
            implements Span {

        @Override
        public Precision precision() {
            return Precision.TIME;
        }

        @Override
        public boolean isRange() {
            return endTime != null || !startDay.equals(endDay);
        }

        @Override
        public String phrase() {
            if (startDay.equals(endDay)) {
                return endTime == null ? "timed" : "timed.day";
            }
            return endTime == null ? "timed.days.open" : "timed.days";
        }

        @Override
        public List<Stamp> stamps() {
            Stamp start = new Stamp(start(), text(startDay, startTime.toString(), startOffset));
            return List.of(
                    start,
                    endTime == null
                            ? new Stamp(endDay, endDay.toString())
                            : new Stamp(endDay.atTime(endTime), text(endDay, endTime.toString(), endOffset)));
        }

        /** EDTF cannot express approximate times of day, so approximate dates are reduced to their days. */
        @Override
        public Optional<String> edtf(String qualifier) {
            if (!qualifier.isEmpty()) {
                return new Days(startDay, endDay).edtf(qualifier);
            }
            String start = text(startDay, seconds(startTime), startOffset);
            if (!isRange()) {
                return Optional.of(start);
            }
            String end = endTime == null ? endDay.toString() : text(endDay, seconds(endTime), endOffset);
            return Optional.of(start + "/" + end);
        }

        @Override
        public Optional<LocalDate> earliest() {
            return Optional.of(startDay);
        }

        @Override
        public Optional<LocalDate> latest() {
            return Optional.of(endDay);
        }

        @Override
        public Optional<Instant> opens(ZoneId zone) {
            return Optional.of(begins(zone).toInstant());
        }

        @Override
        public Optional<Instant> closes(ZoneId zone) {
            return ends(zone).map(OffsetDateTime::toInstant).or(() -> Span.super.closes(zone));
        }

        /** @param zone the time zone to assume if none is known */
        OffsetDateTime begins(ZoneId zone) {
            return moment(start(), startOffset, zone);
        }

        /**
         * The end; empty if its time is not known, or if a change of clocks puts it before the beginning.
         *
         * @param zone the time zone to assume if none is known
         */
        Optional<OffsetDateTime> ends(ZoneId zone) {
            return Optional.ofNullable(endTime)
                    .map(time -> moment(endDay.atTime(time), endOffset, zone))
                    .filter(end -> end.isAfter(begins(zone)));
        }

        LocalDateTime start() {
            return startDay.atTime(startTime);
        }

        private static OffsetDateTime moment(LocalDateTime wallClock, ZoneOffset offset, ZoneId zone) {
            return wallClock.atOffset(offset != null ? offset : zone.getRules().getOffset(wallClock));
        }

        private static String seconds(LocalTime time) {
            return time.getSecond() == 0 ? time + ":00" : time.toString();
        }

        private static String text(LocalDate day, String time, ZoneOffset offset) {
            // Local mean time before zones has offsets with seconds, which neither HTML nor EDTF can write.
            boolean writable = offset != null && offset.getTotalSeconds() % 60 == 0;
            return day + "T" + time + (writable ? offset.getId() : "");
        }
    }

    /** Consecutive months. */
    record Months(YearMonth first, YearMonth last) implements Span {

        @Override
        public Precision precision() {
            return Precision.MONTH;
        }

        @Override
        public boolean isRange() {
            return !first.equals(last);
        }

        @Override
        public String phrase() {
            if (!isRange()) {
                return "month";
            }
            return first.getYear() == last.getYear() ? "months.year" : "months";
        }

        @Override
        public List<Stamp> stamps() {
            return List.of(new Stamp(first, first.toString()), new Stamp(last, last.toString()));
        }

        @Override
        public Optional<String> edtf(String qualifier) {
            return Optional.of(interval(first, last, qualifier));
        }

        @Override
        public Optional<LocalDate> earliest() {
            return Optional.of(first.atDay(1));
        }

        @Override
        public Optional<LocalDate> latest() {
            return Optional.of(last.atEndOfMonth());
        }
    }

    /** Consecutive years. */
    record Years(Year first, Year last) implements Span {

        @Override
        public Precision precision() {
            return Precision.YEAR;
        }

        @Override
        public boolean isRange() {
            return !first.equals(last);
        }

        @Override
        public String phrase() {
            return isRange() ? "years" : "year";
        }

        @Override
        public List<Stamp> stamps() {
            return List.of(new Stamp(first, fourDigits(first)), new Stamp(last, fourDigits(last)));
        }

        @Override
        public Optional<String> edtf(String qualifier) {
            return Optional.of(interval(fourDigits(first), fourDigits(last), qualifier));
        }

        @Override
        public Optional<LocalDate> earliest() {
            return Optional.of(first.atDay(1));
        }

        @Override
        public Optional<LocalDate> latest() {
            return Optional.of(last.atMonth(12).atEndOfMonth());
        }

        /** Unlike the other types, {@link Year} has no leading zeros in its text. */
        private static String fourDigits(Year year) {
            return year.atMonth(1).toString().substring(0, 4);
        }
    }

    /** A day without its year. */
    record Yearless(MonthDay day) implements Span {

        @Override
        public Precision precision() {
            return Precision.DAY_AND_MONTH;
        }

        @Override
        public String phrase() {
            return "yearless";
        }

        @Override
        public List<Stamp> stamps() {
            return List.of(new Stamp(day, monthAndDay()));
        }

        /** Whether the first such day from the beginning on is not after the end. */
        @Override
        public boolean mayLieWithin(LocalDate first, LocalDate last) {
            int year = first.getYear();
            while (!day.isValidYear(year) || day.atYear(year).isBefore(first)) {
                year++;
            }
            return !day.atYear(year).isAfter(last);
        }

        @Override
        public Optional<String> edtf(String qualifier) {
            return Optional.of("XXXX-" + monthAndDay() + qualifier);
        }

        private String monthAndDay() {
            return day.toString().substring("--".length());
        }
    }

    /** Not recorded. */
    record Unrecorded() implements Span {

        @Override
        public Precision precision() {
            return Precision.UNKNOWN;
        }

        @Override
        public String phrase() {
            return "unknown";
        }

        @Override
        public List<Stamp> stamps() {
            return List.of();
        }

        @Override
        public Optional<String> edtf(String qualifier) {
            return Optional.empty();
        }
    }
}
