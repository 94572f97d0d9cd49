package org.efcevents.source;

import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.date.EventDate;
import org.efcevents.date.Precision;
import org.efcevents.date.StoredDate;
import org.efcevents.datephrase.DatePhrase;
import org.efcevents.datephrase.DatePhrases;
import org.efcevents.pagetext.Passage;

/**
 * The date of an event as one text: as EDTF writes it, such as {@code 2014-03-24/2014-03-26}, {@code 2014-03} or {@code XXXX-06-24}, with times as
 * {@code 2014-06-24T14:30/16:00}, where necessary with the zone behind it as in RFC 9557 ({@code [Europe/Paris]}), and with {@code ~} where it is
 * approximate. Editors may type it in words, too, such as {@code 24–26 March 2014}.
 */
public final class DateText {

    private static final Pattern DAYS = Pattern.compile(
            "(?<start>\\d{4}-\\d{2}-\\d{2})(?:T(?<from>\\d{2}:\\d{2}))?(?:/(?<end>\\d{4}-\\d{2}-\\d{2})?(?:T?(?<to>\\d{2}:\\d{2}))?)?(?<about>~)?(?:\\[(?<zone>[A-Za-z0-9_+/-]{1,60})])?");

    private static final Pattern DAY_OF_ANY_YEAR =
            Pattern.compile("XXXX-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])");

    /** Months, years, a day of any year. */
    private static final Pattern PARTIAL = Pattern.compile(
            "(?<partial>(?:\\d{4}(?:-\\d{2})?|XXXX-\\d{2}-\\d{2})(?:/\\d{4}(?:-\\d{2})?)?)(?<about>~)?");

    private static final StoredDate UNKNOWN = new StoredDate("unknown", null, null, null, null, null, null, false);

    private static final String ABOUT = "~";

    private DateText() {}

    /**
     * The same as an editor would type it: a day without its year in words.
     *
     * @param locale in which it is written
     */
    public static String typed(String text, Locale locale) {
        Matcher day = DAY_OF_ANY_YEAR.matcher(text);
        return day.matches()
                ? Integer.parseInt(day.group("day"))
                        + " "
                        + Month.of(Integer.parseInt(day.group("month"))).getDisplayName(TextStyle.FULL, locale)
                : text;
    }

    /** Whether a text is a date in this notation, rather than one in words, or none. */
    public static boolean isNotation(String text) {
        return DAYS.matcher(text).matches() || PARTIAL.matcher(text).matches();
    }

    /**
     * A stored date; empty for none.
     *
     * @param zone of times whose zone need not be said; null if none need be said
     */
    public static String of(StoredDate stored, ZoneId zone) {
        if (stored.start() == null) {
            String partial = Objects.toString(stored.partialDate(), "");
            return partial.isEmpty() || !stored.approximate() || partial.endsWith(ABOUT) ? partial : partial + ABOUT;
        }
        StringBuilder text = new StringBuilder(stored.start());
        text.append(stored.startTime() == null ? "" : "T" + stored.startTime());
        if (stored.end() != null || stored.endTime() != null) {
            text.append('/').append(Objects.toString(stored.end(), ""));
            text.append(
                    stored.endTime() == null ? "" : stored.end() == null ? stored.endTime() : "T" + stored.endTime());
        }
        boolean zoned =
                zone != null && stored.timeZone() != null && !stored.timeZone().equals(zone.getId());
        return text.append(stored.approximate() ? ABOUT : "")
                .append(zoned ? "[" + stored.timeZone() + "]" : "")
                .toString();
    }

    /**
     * As it is stored; empty if it is no date.
     *
     * @param zone of times that say none
     */
    public static Optional<StoredDate> parse(String typed, ZoneId zone) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        Matcher days = DAYS.matcher(text);
        StoredDate stored = days.matches()
                ? days(days, zone)
                : partial(text)
                        .or(() -> inWords(text, zone))
                        .orElse(new StoredDate(null, null, null, null, null, null, text, false));
        EventDate date = EventDate.of(stored);
        return date.problems().isEmpty() && date.precision() != Precision.UNKNOWN
                ? Optional.of(withPrecision(stored, date))
                : Optional.empty();
    }

    private static StoredDate days(Matcher days, ZoneId zone) {
        boolean timed = days.group("from") != null;
        String end = days.group("end");
        return new StoredDate(
                timed ? "time" : "day",
                days.group("start"),
                end == null || end.equals(days.group("start")) ? null : end,
                days.group("from"),
                days.group("to"),
                !timed ? null : days.group("zone") == null ? zone.getId() : days.group("zone"),
                null,
                days.group("about") != null);
    }

    private static Optional<StoredDate> partial(String text) {
        Matcher partial = PARTIAL.matcher(text);
        return partial.matches()
                ? Optional.of(new StoredDate(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                partial.group("partial"),
                                partial.group("about") != null))
                        .filter(stored -> EventDate.of(stored).problems().isEmpty())
                : Optional.empty();
    }

    private static Optional<StoredDate> inWords(String text, ZoneId zone) {
        List<DatePhrase> phrases = DatePhrases.of(text).in(text, new Passage(0, text.length()));
        if (phrases.size() != 1
                || phrases.get(0).otherwise().isPresent()
                || phrases.get(0).doubted()) {
            return Optional.empty();
        }
        StoredDate named = phrases.get(0).date().stored();
        return Optional.of(new StoredDate(
                named.precision(),
                named.start(),
                named.end(),
                named.startTime(),
                named.endTime(),
                named.startTime() == null ? null : zone.getId(),
                named.partialDate(),
                named.approximate()));
    }

    private static StoredDate withPrecision(StoredDate stored, EventDate date) {
        return new StoredDate(
                date.precision().stored(),
                stored.start(),
                stored.end(),
                stored.startTime(),
                stored.endTime(),
                stored.timeZone(),
                stored.partialDate(),
                stored.approximate());
    }
}
