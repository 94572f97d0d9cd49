package org.efcevents.datephrase;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A year, a month or a day as far as words tell it.
 *
 * @param year 0 if it is not told
 * @param month from 1 to 12; 0 if it is not told
 * @param day of the month; 0 if it is not told
 */
public record CalendarPart(int year, int month, int day) {

    static CalendarPart of(LocalDate day) {
        return new CalendarPart(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** Whether the calendar has it. */
    boolean exists() {
        if (day == 0) {
            return month > 0 ? month <= 12 : year > 0;
        }
        if (month < 1 || month > 12) {
            return false;
        }
        return day
                <= (year == 0
                        ? Month.of(month).maxLength()
                        : YearMonth.of(year, month).lengthOfMonth());
    }

    boolean isDay() {
        return day > 0 && month > 0;
    }

    /** The day, if its year is told. */
    Optional<LocalDate> date() {
        return year > 0 && isDay() ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    CalendarPart inYear(int told) {
        return new CalendarPart(told, month, day);
    }

    CalendarPart inMonth(int toldYear, int toldMonth) {
        return new CalendarPart(toldYear, toldMonth, day);
    }

    /** Whether it comes after another in a year. */
    boolean isLaterInYearThan(CalendarPart other) {
        return month != other.month ? month > other.month : day > other.day;
    }

    /** Whether it is on a day of the week, from 1 for Monday, as far as its year is told. */
    boolean isOn(int weekday) {
        return date().map(told -> told.getDayOfWeek().getValue() == weekday).orElse(true);
    }

    /** Whether another is the next day, or of months the next one. */
    boolean isRightBefore(CalendarPart other) {
        if (day == 0) {
            return other.year * 12 + other.month == year * 12 + month + 1;
        }
        return inYear(year == 0 ? 2000 : year)
                .date()
                .map(told -> of(told.plusDays(1)).inYear(year))
                .filter(other.inYear(year)::equals)
                .isPresent();
    }

    /** In EDTF: {@code 2014-03-24}, {@code 2014-03}, {@code 2014} or {@code XXXX-03-24}. */
    String edtf() {
        String told = year == 0 ? "XXXX" : twoDigits(year / 100) + twoDigits(year % 100);
        return told + (month == 0 ? "" : "-" + twoDigits(month)) + (day == 0 ? "" : "-" + twoDigits(day));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
