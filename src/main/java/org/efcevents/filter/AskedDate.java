package org.efcevents.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, a month or a year that somebody asks for, such as {@code 2014-03-24}, {@code 2014-03} or {@code 2014}, from the year 0001
 * to 9999.
 *
 * @param typed what they typed, without blanks around it; empty for nothing
 * @param first its first day; null if it is none of these
 * @param last its last day; null if it is none of these
 */
public record AskedDate(String typed, LocalDate first, LocalDate last) {

    private static final Pattern DATE = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final AskedDate NONE = new AskedDate("", null, null);

    /** Reads what somebody typed. */
    static AskedDate of(String typed) {
        String text = typed.strip();
        Matcher parts = DATE.matcher(text);
        if (!parts.matches() || parts.group(1).equals("0000")) {
            return text.isEmpty() ? NONE : new AskedDate(text, null, null);
        }
        try {
            if (parts.group(3) != null) {
                LocalDate day = LocalDate.parse(text);
                return new AskedDate(text, day, day);
            }
            if (parts.group(2) != null) {
                YearMonth month = YearMonth.parse(text);
                return new AskedDate(text, month.atDay(1), month.atEndOfMonth());
            }
            Year year = Year.parse(text);
            return new AskedDate(text, year.atDay(1), year.atMonth(12).atEndOfMonth());
        } catch (DateTimeException noSuchDay) {
            return new AskedDate(text, null, null);
        }
    }

    /** Whether nothing was asked for. */
    public boolean isEmpty() {
        return typed.isEmpty();
    }

    /** Whether something was asked for that is no day, month or year. */
    public boolean isWrong() {
        return !isEmpty() && first == null;
    }
}
