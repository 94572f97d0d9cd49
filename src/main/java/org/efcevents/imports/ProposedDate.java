package org.efcevents.imports;

import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.date.EventDate;
import org.efcevents.date.Precision;
import org.efcevents.date.StoredDate;
import org.efcevents.datephrase.DatePhrase;
import org.efcevents.datephrase.DatePhrases;
import org.efcevents.datephrase.NamedDate;
import org.efcevents.pagetext.Passage;

/**
 * A date as an editor types it for an event that is to be imported: as EDTF writes it, such as {@code 2014-03-24/2014-03-26}, {@code 2014-03},
 * {@code XXXX-06-24} or {@code 2014-06-24T14:30}, or in words, such as {@code 24–26 March 2014}.
 */
final class ProposedDate {

    private static final Pattern DAYS = Pattern.compile(
            "(?<start>\\d{4}-\\d{2}-\\d{2})(?:T(?<from>\\d{2}:\\d{2}))?(?:/(?<end>\\d{4}-\\d{2}-\\d{2})?(?:T?(?<to>\\d{2}:\\d{2}))?)?");

    private static final StoredDate UNKNOWN = new StoredDate("unknown", null, null, null, null, null, null, false);

    private ProposedDate() {}

    /**
     * As it can be typed.
     *
     * @param locale in which a day without its year is written
     */
    static String text(NamedDate date, Locale locale) {
        StoredDate stored = date.stored();
        if (date.precision() == Precision.DAY_AND_MONTH && !date.isRange()) {
            return date.first().day() + " " + Month.of(date.first().month()).getDisplayName(TextStyle.FULL, locale);
        }
        if (stored.start() == null) {
            return stored.partialDate();
        }
        String start = stored.start() + (stored.startTime() == null ? "" : "T" + stored.startTime());
        if (stored.end() == null && stored.endTime() == null) {
            return start;
        }
        String end = stored.end() == null ? stored.start() : stored.end();
        return start + "/" + end + (stored.endTime() == null ? "" : "T" + stored.endTime());
    }

    /**
     * As it is stored; empty if it is no date.
     *
     * @param zone of times
     */
    static Optional<StoredDate> of(String typed, ZoneId zone) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        Matcher days = DAYS.matcher(text);
        StoredDate stored = days.matches()
                ? days(days, zone)
                : inWords(text, zone).orElse(new StoredDate(null, null, null, null, null, null, text, false));
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
                timed ? zone.getId() : null,
                null,
                false);
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
