package org.efcevents.spreadsheet;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.efcevents.spreadsheet.ReadCell.Type;

/** What of a moment a cell shows. What its format leaves out nobody has seen, and programs make it up: of “May 2014” the first day. */
final class ShownDate {

    /** A part of a moment. */
    enum Part {
        YEAR,
        MONTH,
        DAY,
        TIME
    }

    /** What is printed as it is, and what says of language and colour. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]|(?i:am/pm|a/p)");

    private static final Pattern WEEKDAY = Pattern.compile("d{3,}");
    private static final Pattern ELAPSED = Pattern.compile("\\[(?:h+|m+|s+)]", Pattern.CASE_INSENSITIVE);

    private ShownDate() {}

    /** The parts that a format of a workbook shows (ECMA-376, part 1, 18.8.31), in whatever of the usual languages its letters are. */
    static Set<Part> of(String format) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        String first = format.split(";", 2)[0];
        String elapsed = ELAPSED.matcher(first).replaceAll("h");
        String letters = LITERAL.matcher(elapsed).replaceAll(" ").toLowerCase(Locale.ROOT);
        letters = WEEKDAY.matcher(letters).replaceAll(" ");
        boolean clock = false;
        for (char letter : letters.toCharArray()) {
            switch (letter) {
                case 'y', 'e' -> parts.add(Part.YEAR);
                case 'd' -> parts.add(Part.DAY);
                case 'h', 's' -> clock = true;
                default -> {}
            }
        }
        if (clock) {
            parts.add(Part.TIME);
        }
        // Beside hours or seconds alone, “m” is of minutes.
        if (letters.indexOf('m') >= 0 && (!clock || parts.contains(Part.DAY) || parts.contains(Part.YEAR))) {
            parts.add(Part.MONTH);
        }
        return parts;
    }

    /** Whether a format shows how long something takes, rather than when it is. */
    static boolean isDuration(String format) {
        return ELAPSED.matcher(format).find();
    }

    /**
     * A cell that shows some parts of a moment.
     *
     * @param shown as the file shows it, for what is no date
     */
    static ReadCell cell(LocalDateTime moment, Set<Part> parts, String shown) {
        LocalDateTime minute = moment.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
        String day = minute.toLocalDate().toString();
        if (parts.contains(Part.DAY)) {
            boolean timed = parts.contains(Part.TIME) && !minute.toLocalTime().equals(LocalTime.MIDNIGHT);
            return new ReadCell(
                    timed ? minute.toString() : day, parts.contains(Part.YEAR) ? Type.DAY : Type.DAY_WITHOUT_YEAR);
        }
        if (parts.contains(Part.YEAR)) {
            int length = parts.contains(Part.MONTH) ? "2014-03".length() : "2014".length();
            return new ReadCell(day.substring(0, length), Type.DAY);
        }
        if (parts.contains(Part.TIME) && !parts.contains(Part.MONTH)) {
            return new ReadCell(minute.toLocalTime().toString(), Type.TIME);
        }
        return ReadCell.text(shown);
    }
}
