package org.efcevents.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.efcevents.date.EventDate;
import org.efcevents.date.TypedDate;

/**
 * A day of a programme. Editors type it as a number, which goes along when the event is put off or copied, or as a date.
 *
 * @param number which of the event's days it is, from 1; null if that is not known
 * @param date null if it is not known, or is none of the event's days
 * @param only whether the event has no other, so that nobody need be told on which day something is
 * @param misfit what was typed if it is none of the event's days, or cannot be read; else null
 */
public record ProgrammeDay(Integer number, LocalDate date, boolean only, String misfit) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");

    /** More than any event has: no list of days is longer. */
    private static final int MOST = 366;

    /** Reads a day of an event that takes place on this date. */
    static ProgrammeDay of(String typed, EventDate event) {
        String text = typed.strip();
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            LocalDate date = first(event).map(day -> day.plusDays(number - 1L)).orElse(null);
            return date == null || isOf(event, date)
                    ? new ProgrammeDay(number, date, isTheOnlyOne(event), null)
                    : new ProgrammeDay(number, null, false, text);
        }
        LocalDate date = date(text, event).orElse(null);
        if (date == null || first(event).isPresent() && !isOf(event, date)) {
            return new ProgrammeDay(null, date, false, text);
        }
        Integer number = first(event)
                .map(day -> Math.toIntExact(ChronoUnit.DAYS.between(day, date) + 1))
                .orElse(null);
        return new ProgrammeDay(number, date, isTheOnlyOne(event), null);
    }

    /** A date with its year, or without it if it is one of the event's days. */
    private static Optional<LocalDate> date(String text, EventDate event) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notInDigits) {
            String day = TypedDate.edtf(text);
            return first(event).flatMap(first -> first.datesUntil(first.plusDays(MOST))
                    .filter(date -> isOf(event, date)
                            && day.equals("XXXX" + date.toString().substring(4)))
                    .findFirst());
        }
    }

    private static Optional<LocalDate> first(EventDate event) {
        return event.isOnACertainDay() ? event.earliest() : Optional.empty();
    }

    private static boolean isOf(EventDate event, LocalDate date) {
        return !date.isBefore(event.earliest().orElseThrow())
                && !date.isAfter(event.latest().orElseThrow());
    }

    private static boolean isTheOnlyOne(EventDate event) {
        return first(event).isPresent() && event.earliest().equals(event.latest());
    }

    /** The {@link #date}, to be printed; null if it is not known. */
    public EventDate when() {
        return date == null ? null : EventDate.parseEdtf(date.toString());
    }

    /**
     * The day in words.
     *
     * @param numbered how a day is called of which only the number is known, which stands in it as {@code {0}}
     */
    public String inWords(Locale locale, String numbered) {
        if (date != null) {
            return when().inWords(locale);
        }
        return number == null ? misfit : numbered.replace("{0}", number.toString());
    }
}
