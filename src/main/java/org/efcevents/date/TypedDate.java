package org.efcevents.date;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people type into the fields of a date, where it can mean one thing only: {@code 9h30}, {@code June 2027}, {@code
 * 06/2027}, {@code 24 juin}. It is stored as it was typed, since Magnolia's forms store nothing else.
 */
public final class TypedDate {

    private static final Pattern TIME =
            Pattern.compile("(?<hour>\\d{1,2})(?::| ?h ?)(?<minute>\\d{2})|(?<full>\\d{1,2}) ?h");

    private static final Pattern MONTH_IN_DIGITS = Pattern.compile("(?<month>\\d{1,2})[/.-](?<year>\\d{4})");
    private static final Pattern MONTH_IN_WORDS = Pattern.compile("(?<month>\\p{L}{3,})\\.?\\s+(?<year>\\d{4})");
    private static final Pattern DAY_IN_WORDS =
            Pattern.compile("(?<day>\\d{1,2})(?:er)?\\.?\\s+(?<month>\\p{L}{3,})\\.?");

    /** The languages of the forms. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private TypedDate() {}

    /** A time of day: {@code 09:30}, {@code 9:30}, {@code 9h30} or {@code 9 h}; empty if it is none. */
    public static Optional<LocalTime> time(String text) {
        Matcher typed = TIME.matcher(text.strip());
        if (!typed.matches()) {
            return Optional.empty();
        }
        String minute = typed.group("minute");
        try {
            return Optional.of(LocalTime.of(
                    Integer.parseInt(minute == null ? typed.group("full") : typed.group("hour")),
                    minute == null ? 0 : Integer.parseInt(minute)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A month of a year or a day without its year as EDTF; any other text as it is. */
    public static String edtf(String text) {
        return Stream.of(MONTH_IN_DIGITS, MONTH_IN_WORDS, DAY_IN_WORDS)
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(typed -> month(typed.group("month")).map(month -> edtf(typed, month)))
                .orElse(text);
    }

    private static String edtf(Matcher typed, Month month) {
        return typed.pattern() == DAY_IN_WORDS
                ? String.format(Locale.ROOT, "XXXX-%02d-%02d", month.getValue(), Integer.parseInt(typed.group("day")))
                : String.format(Locale.ROOT, "%s-%02d", typed.group("year"), month.getValue());
    }

    /** By its number, or by a beginning of its name that is the beginning of no other's; empty if there is no such month. */
    private static Optional<Month> month(String text) {
        String typed = folded(text);
        List<Month> meant = Arrays.stream(Month.values())
                .filter(month -> Character.isDigit(typed.charAt(0))
                        ? month.getValue() == Integer.parseInt(typed)
                        : LANGUAGES.stream().anyMatch(language -> folded(month.getDisplayName(TextStyle.FULL, language))
                                .startsWith(typed)))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
