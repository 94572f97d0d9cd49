package org.efcevents.calendarfile;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The days on which something recurs: a value of the type RECUR (RFC 5545, 3.3.10), as far as it is about days.
 *
 * @param every how many days, weeks, months or years are between
 * @param count how often, with the first time; 0 if it is not said
 * @param until the last moment as written; null if it is not said
 * @param months numbers of months; empty for all
 * @param monthDays days of the month, from its end if they are negative
 * @param weekDays days of the week, each with the one that is meant in the month or year; 0 for all
 * @param positions which of the days of each period; empty for all
 * @param weekStart the first day of a week
 */
record Recurrence(
        Frequency frequency,
        int every,
        int count,
        CalendarTime until,
        List<Integer> months,
        List<Integer> monthDays,
        List<NumberedDay> weekDays,
        List<Integer> positions,
        DayOfWeek weekStart) {

    /** How often. */
    enum Frequency {
        DAILY(ChronoUnit.DAYS, 1500),
        WEEKLY(ChronoUnit.WEEKS, 300),
        MONTHLY(ChronoUnit.MONTHS, 100),
        YEARLY(ChronoUnit.YEARS, 40);

        private final ChronoUnit unit;

        /** After so many periods without a day there will be none, as on the 31st of February; on the 29th there is. */
        private final int mostEmpty;

        Frequency(ChronoUnit unit, int mostEmpty) {
            this.unit = unit;
            this.mostEmpty = mostEmpty;
        }
    }

    /** Such as the last Friday: -1 and Friday. */
    record NumberedDay(int number, DayOfWeek day) {}

    private static final int LONGEST = 1000;

    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST");

    /** Reads a rule; empty if not all of it is understood. */
    static Optional<Recurrence> of(String written) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : written.length() > LONGEST
                ? new String[] {"?"}
                : written.strip().split(";")) {
            int equals = part.indexOf('=');
            if (!part.isEmpty() && equals < 0) {
                return Optional.empty();
            }
            if (!part.isEmpty()) {
                parts.put(
                        part.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        part.substring(equals + 1).strip());
            }
        }
        try {
            CalendarTime until = null;
            if (parts.containsKey("UNTIL")) {
                until = CalendarTime.of(parts.get("UNTIL")).orElseThrow(IllegalArgumentException::new);
            }
            Recurrence read = new Recurrence(
                    Frequency.valueOf(parts.getOrDefault("FREQ", "").toUpperCase(Locale.ROOT)),
                    number(parts.getOrDefault("INTERVAL", "1"), 1, 1000),
                    parts.containsKey("COUNT") ? count(parts.get("COUNT")) : 0,
                    until,
                    numbers(parts.get("BYMONTH"), 1, 12),
                    numbers(parts.get("BYMONTHDAY"), -31, 31),
                    days(parts.get("BYDAY")),
                    numbers(parts.get("BYSETPOS"), -366, 366),
                    day(parts.getOrDefault("WKST", "MO")));
            return KNOWN.containsAll(parts.keySet()) && read.isOne() ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException notUnderstood) {
            return Optional.empty();
        }
    }

    /** What the standard does not allow may mean anything. */
    private boolean isOne() {
        boolean numbered = weekDays.stream().anyMatch(day -> day.number() != 0);
        return (!numbered || frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY)
                && (monthDays.isEmpty() || frequency != Frequency.WEEKLY);
    }

    private static int number(String written, int least, int most) {
        int number = written.matches("[+-]?\\d{1,9}") ? Integer.parseInt(written) : 0;
        if (number == 0 || number < least || number > most) {
            throw new IllegalArgumentException(written);
        }
        return number;
    }

    private static int count(String written) {
        return written.matches("\\d{10,100}") ? Integer.MAX_VALUE : number(written, 1, Integer.MAX_VALUE);
    }

    private static List<Integer> numbers(String written, int least, int most) {
        return written == null
                ? List.of()
                : Arrays.stream(written.split(","))
                        .map(number -> number(number.strip(), least, most))
                        .distinct()
                        .toList();
    }

    private static List<NumberedDay> days(String written) {
        if (written == null) {
            return List.of();
        }
        List<NumberedDay> days = new ArrayList<>();
        for (String day : written.split(",")) {
            String stripped = day.strip();
            int letters = Math.max(0, stripped.length() - 2);
            days.add(new NumberedDay(
                    letters == 0 ? 0 : number(stripped.substring(0, letters), -53, 53),
                    day(stripped.substring(letters))));
        }
        return days.stream().distinct().toList();
    }

    private static DayOfWeek day(String written) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 2).equalsIgnoreCase(written)) {
                return day;
            }
        }
        throw new IllegalArgumentException(written);
    }

    /** Whether nothing says when it ends. */
    boolean isOpen() {
        return count == 0 && until == null;
    }

    /**
     * The days, in their order, with the first.
     *
     * @param first on which it is first, whatever the rule says
     * @param wanted false from the day on that is not wanted any more
     * @param most how many at most
     */
    List<LocalDate> days(LocalDate first, Predicate<LocalDate> wanted, int most) {
        List<LocalDate> days = new ArrayList<>(List.of(first));
        int limit = count == 0 ? most : Math.min(most, count);
        LocalDate begin = beginning(first);
        try {
            int empty = 0;
            for (int period = 0; empty < frequency.mostEmpty && days.size() < limit; period++) {
                LocalDate from = begin.plus((long) period * every, frequency.unit);
                if (!wanted.test(from) && from.isAfter(first)) {
                    break;
                }
                List<LocalDate> found = chosen(period(from, first));
                empty = found.isEmpty() ? empty + 1 : 0;
                for (LocalDate day : found) {
                    if (day.isAfter(first) && days.size() < limit && wanted.test(day)) {
                        days.add(day);
                    }
                }
            }
        } catch (DateTimeException endOfTime) {
            // No calendar goes further.
        }
        return days;
    }

    /** The days of a year, of what recurs yearly. */
    List<LocalDate> inYear(int year, LocalDate first) {
        return chosen(period(LocalDate.of(year, 1, 1), first));
    }

    private LocalDate beginning(LocalDate first) {
        return switch (frequency) {
            case DAILY -> first;
            case WEEKLY -> first.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTHLY -> first.withDayOfMonth(1);
            case YEARLY -> first.withDayOfYear(1);
        };
    }

    private List<LocalDate> chosen(List<LocalDate> all) {
        if (positions.isEmpty()) {
            return all;
        }
        Set<LocalDate> chosen = new TreeSet<>();
        for (int position : positions) {
            int index = position > 0 ? position - 1 : all.size() + position;
            if (index >= 0 && index < all.size()) {
                chosen.add(all.get(index));
            }
        }
        return List.copyOf(chosen);
    }

    /** The days of a period, in their order. */
    private List<LocalDate> period(LocalDate from, LocalDate first) {
        return switch (frequency) {
            case DAILY -> fits(from) && (weekDays.isEmpty() || isWeekDay(from)) ? List.of(from) : List.of();
            case WEEKLY -> week(from, first);
            case MONTHLY -> months.isEmpty() || months.contains(from.getMonthValue())
                    ? month(YearMonth.from(from), first)
                    : List.of();
            case YEARLY -> year(from, first);
        };
    }

    private boolean fits(LocalDate day) {
        int fromEnd = day.getDayOfMonth() - day.lengthOfMonth() - 1;
        return (months.isEmpty() || months.contains(day.getMonthValue()))
                && (monthDays.isEmpty() || monthDays.contains(day.getDayOfMonth()) || monthDays.contains(fromEnd));
    }

    private boolean isWeekDay(LocalDate day) {
        return weekDays.stream().anyMatch(one -> one.day() == day.getDayOfWeek());
    }

    private List<LocalDate> week(LocalDate from, LocalDate first) {
        Set<DayOfWeek> wanted = weekDays.isEmpty() ? EnumSet.of(first.getDayOfWeek()) : EnumSet.noneOf(DayOfWeek.class);
        weekDays.forEach(day -> wanted.add(day.day()));
        return from.datesUntil(from.plusDays(7))
                .filter(day -> wanted.contains(day.getDayOfWeek()) && fits(day))
                .toList();
    }

    private List<LocalDate> month(YearMonth month, LocalDate first) {
        if (monthDays.isEmpty() && weekDays.isEmpty()) {
            return month.isValidDay(first.getDayOfMonth()) ? List.of(month.atDay(first.getDayOfMonth())) : List.of();
        }
        List<LocalDate> all =
                month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).toList();
        return among(all).stream()
                .filter(day -> monthDays.isEmpty() || fits(day))
                .toList();
    }

    private List<LocalDate> year(LocalDate from, LocalDate first) {
        if (months.isEmpty() && monthDays.isEmpty()) {
            if (!weekDays.isEmpty()) {
                return among(from.datesUntil(from.plusYears(1)).toList());
            }
            YearMonth month = YearMonth.of(from.getYear(), first.getMonth());
            return month.isValidDay(first.getDayOfMonth()) ? List.of(month.atDay(first.getDayOfMonth())) : List.of();
        }
        List<Integer> wanted =
                new ArrayList<>(months.isEmpty() ? List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) : months);
        Collections.sort(wanted);
        List<LocalDate> days = new ArrayList<>();
        wanted.forEach(month -> days.addAll(month(YearMonth.of(from.getYear(), month), first)));
        return days;
    }

    /** Of the days of a month or a year those that are the named days of the week. */
    private List<LocalDate> among(List<LocalDate> all) {
        if (weekDays.isEmpty()) {
            return all;
        }
        Set<LocalDate> found = new TreeSet<>();
        for (NumberedDay wanted : weekDays) {
            List<LocalDate> days = all.stream()
                    .filter(day -> day.getDayOfWeek() == wanted.day())
                    .toList();
            if (wanted.number() == 0) {
                found.addAll(days);
            } else {
                int index = wanted.number() > 0 ? wanted.number() - 1 : days.size() + wanted.number();
                if (index >= 0 && index < days.size()) {
                    found.add(days.get(index));
                }
            }
        }
        return List.copyOf(found);
    }
}
