package org.efcevents.date;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.date.EventDate.DatePart;

/**
 * Puts dates into words in one language, with the phrases of {@code words*.properties}. The syntax is explained in
 * {@code words.properties}.
 */
final class EventDateFormatter {

    /** A placeholder for a date, a dash with its spoken form, or text. */
    private static final Pattern PIECE =
            Pattern.compile("\\[(?<date>[^]]+)]|\\{(?<seen>[^|]+)\\|(?<heard>[^}]+)}|[^\\[{]+");

    /** The day-of-month field in a pattern, ignoring the letter d in quoted text. */
    private static final Pattern DAY_FIELD = Pattern.compile("(?<before>(?:[^'d]|'[^']*')*)d(?<after>.*)");

    private final Locale locale;
    private final ResourceBundle words;

    EventDateFormatter(Locale locale) {
        this.locale = locale;
        // Without a fallback: the JVM's language must not stand in for one that has no file.
        this.words = ResourceBundle.getBundle(
                "org.efcevents.date.words",
                locale,
                EventDateFormatter.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    List<DatePart> parts(Span span, ZoneId zone, boolean approximate) {
        List<DatePart> parts = new ArrayList<>();
        int stamp = 0;
        Matcher piece = PIECE.matcher(words.getString(span.phrase()));
        while (piece.find()) {
            if (piece.group("date") != null) {
                parts.add(date(piece.group("date"), span.stamps().get(stamp)));
                if (span instanceof Span.Timed timed) {
                    addZone(parts, timed, stamp, zone);
                }
                stamp++;
            } else if (piece.group("seen") != null) {
                parts.add(new DatePart(piece.group("seen"), "", piece.group("heard")));
            } else {
                addText(parts, piece.group());
            }
        }
        return List.copyOf(approximate ? about(span, parts) : parts);
    }

    private List<DatePart> about(Span span, List<DatePart> parts) {
        String key =
                switch (span.phrase()) {
                    case "month", "year" -> "approximate";
                    case "day", "timed", "timed.day", "yearless" -> "approximate.day";
                    default -> "approximate.range";
                };
        String[] around = words.getString(key).split("\\{}", -1);
        List<DatePart> all = new ArrayList<>();
        addText(all, around[0]);
        // No program takes a day for certain that is not.
        parts.forEach(part -> all.add(new DatePart(part.text(), "", part.spoken())));
        addText(all, around[1]);
        return all;
    }

    private static void addText(List<DatePart> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new DatePart(text, "", text));
        }
    }

    private DatePart date(String place, Span.Stamp stamp) {
        String pattern = place;
        if (pattern.contains("%d")) {
            pattern = pattern.replace(
                    "%d", pattern("pattern.day", () -> longDate().day()));
        }
        if (pattern.contains("%m")) {
            pattern = pattern.replace(
                    "%m", pattern("pattern.month", () -> longDate().month()));
        }
        if (pattern.contains("%n")) {
            pattern = pattern.replace(
                    "%n", pattern("pattern.yearless", () -> longDate().yearless()));
        }
        if (pattern.contains("%t")) {
            pattern = pattern.replace("%t", timePattern(stamp.value()));
        }
        String text = formatter(pattern).format(stamp.value());
        return new DatePart(text, stamp.datetime(), text);
    }

    private LongDatePattern longDate() {
        return LongDatePattern.of(locale);
    }

    private String timePattern(TemporalAccessor value) {
        String time = pattern(
                "pattern.time",
                () -> DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale));
        return value.get(ChronoField.MINUTE_OF_HOUR) == 0 ? pattern("pattern.time.full-hour", () -> time) : time;
    }

    private String pattern(String key, Supplier<String> otherwise) {
        return words.containsKey(key) ? words.getString(key) : otherwise.get();
    }

    private DateTimeFormatter formatter(String pattern) {
        Matcher day = DAY_FIELD.matcher(pattern);
        if (!words.containsKey("first-day") || !day.matches()) {
            return DateTimeFormatter.ofPattern(pattern, locale);
        }
        return new DateTimeFormatterBuilder()
                .appendPattern(day.group("before"))
                .appendText(ChronoField.DAY_OF_MONTH, Map.of(1L, words.getString("first-day")))
                .appendPattern(day.group("after"))
                .toFormatter(locale);
    }

    /** Adds the time zone after the last time, and also after the first if clocks changed in between. */
    private void addZone(List<DatePart> parts, Span.Timed timed, int stamp, ZoneId zone) {
        if (stamp == 0) {
            if (timed.startOffset() != null && !timed.startOffset().equals(timed.endOffset())) {
                addText(parts, " " + zone(timed.start(), timed.startOffset(), zone));
            }
        } else if (timed.endOffset() != null) {
            addText(parts, " " + zone(timed.endDay().atTime(timed.endTime()), timed.endOffset(), zone));
        }
    }

    /**
     * The name of the time zone and its offset at that time. Few people know whether a place is on summer time, and an
     * offset alone means something only to experts.
     */
    private String zone(LocalDateTime wallClock, ZoneOffset offset, ZoneId zone) {
        String hours = offset(offset);
        if (zone == null || zone.normalized() instanceof ZoneOffset) {
            return words.getString("zone.offset").replace("{offset}", hours);
        }
        String name =
                DateTimeFormatter.ofPattern("zzzz", locale).format(ZonedDateTime.ofLocal(wallClock, zone, offset));
        // Where the JDK has no name for a zone it gives the offset again.
        boolean named = name.chars().noneMatch(Character::isDigit);
        return words.getString("zone")
                .replace("{name}", named ? name : zone.getId())
                .replace("{offset}", hours);
    }

    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds() / 60);
        if (minutes == 0) {
            return "UTC";
        }
        String sign = offset.getTotalSeconds() < 0 ? "\u2212" : "+";
        String past = minutes % 60 == 0 ? "" : ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
        return "UTC" + sign + minutes / 60 + past;
    }
}
