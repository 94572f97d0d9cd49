package org.efcevents.datephrase;

import java.time.LocalTime;
import java.util.Set;

/** Finds the times of day after a date: {@code 14:30}, {@code 14h30 – 16h}, “from 9 to 11 am”, {@code 9.30 Uhr}. */
final class ClockTimes {

    private static final Set<String> BEFORE = Set.of(
            "at",
            "from",
            "de",
            "des",
            "a",
            "um",
            "von",
            "ab",
            "om",
            "van",
            "alle",
            "dalle",
            "ore",
            "starting",
            "between",
            "entre",
            "les");

    private static final Set<String> UNITS =
            Set.of("h", "hs", "hrs", "hr", "uhr", "heures", "heure", "hours", "uur", "u");
    private static final Set<String> NOON = Set.of("noon", "midday", "midi", "mittag");

    private final DateTokens tokens;

    ClockTimes(DateTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Times of day.
     *
     * @param start of a range its beginning
     * @param end null if none is named
     * @param elsewhere whether a zone stands beside them that is not known
     * @param told the zone that stands beside them; null if none does, or one that is not known
     * @param next the token after it
     */
    record Clock(LocalTime start, LocalTime end, boolean elsewhere, ToldZone told, int next) {

        /** Whether they tell two zones. */
        static boolean differ(Clock one, Clock other) {
            return one != null
                    && other != null
                    && one.told != null
                    && other.told != null
                    && !one.told.equals(other.told);
        }

        static boolean isElsewhere(Clock clock) {
            return clock != null && clock.elsewhere;
        }
    }

    /**
     * One time as it is written.
     *
     * @param half 1 for am, 2 for pm, 0 if neither is said
     * @param sure whether it can be nothing but a time
     */
    private record Told(int hour, int minute, int half, boolean sure, int next) {

        LocalTime time(int otherHalf) {
            int told = half > 0 ? half : otherHalf;
            if (hour > 23 || minute > 59 || told > 0 && (hour > 12 || hour == 0)) {
                return null;
            }
            return LocalTime.of(told == 0 ? hour : hour % 12 + (told == 2 ? 12 : 0), minute);
        }
    }

    /** What is said after a date that ends before a token; null if nothing is. */
    Clock after(int token) {
        int i = token;
        boolean bracket = false;
        boolean introduced = false;
        for (int skipped = 0; skipped < 3; skipped++) {
            char sign = tokens.sign(i);
            boolean word = BEFORE.contains(tokens.word(i));
            if (!word && ",;|@-(:/".indexOf(sign) < 0 || sign == DateTokens.NONE && !word) {
                break;
            }
            bracket |= sign == '(';
            introduced |= word || sign == ',' || sign == '@' || sign == '|' || sign == '(';
            i++;
        }
        boolean iso = tokens.touches(i) && tokens.word(i).equals("t") && tokens.touches(i + 1);
        if (iso) {
            i++;
        } else if (tokens.touches(i) && "(@,".indexOf(tokens.sign(i - 1)) < 0) {
            return null;
        }
        Told first = told(i);
        if (first == null) {
            return null;
        }
        Clock clock = zoned(clock(first, introduced));
        return clock != null && bracket && tokens.sign(clock.next) == ')'
                ? new Clock(clock.start, clock.end, clock.elsewhere, clock.told, clock.next + 1)
                : clock;
    }

    /** With the zone behind it. */
    private Clock zoned(Clock clock) {
        SaidZone zone = clock == null ? null : SaidZone.after(tokens, clock.next);
        return zone == null
                ? clock
                : new Clock(
                        clock.start,
                        clock.end,
                        clock.elsewhere || zone.elsewhere() || clock.told != null && !clock.told.equals(zone.told()),
                        clock.told == null ? zone.told() : clock.told,
                        zone.next());
    }

    private Clock clock(Told first, boolean introduced) {
        SaidZone zone = SaidZone.after(tokens, first.next);
        boolean elsewhere = zone != null && zone.elsewhere();
        ToldZone told = zone == null ? null : zone.told();
        int separator = zone == null ? first.next : zone.next();
        boolean range = tokens.sign(separator) == '-'
                || DateWords.TO.contains(tokens.word(separator))
                || DateWords.AND.contains(tokens.word(separator));
        Told last = range ? told(separator + 1) : null;
        if (last != null) {
            if (last.sure || first.minute >= 0 && last.minute >= 0) {
                LocalTime end = new Told(last.hour, Math.max(0, last.minute), last.half, true, 0).time(0);
                LocalTime start = start(first, last, end);
                if (start != null && end != null && end.isAfter(start)) {
                    return new Clock(start, end, elsewhere, told, last.next);
                }
            }
        }
        if (!first.sure && !((introduced || zone != null) && first.minute >= 0)) {
            return null;
        }
        LocalTime start = new Told(first.hour, Math.max(0, first.minute), first.half, true, 0).time(0);
        return start == null ? null : new Clock(start, null, elsewhere, told, zone == null ? first.next : zone.next());
    }

    /** “9-11 am” begins in the morning, “2-4 pm” after noon, “11-1 pm” before it. */
    private static LocalTime start(Told first, Told last, LocalTime end) {
        Told plain = new Told(first.hour, Math.max(0, first.minute), first.half, true, 0);
        if (first.half > 0 || last.half == 0) {
            return plain.time(0);
        }
        LocalTime same = plain.time(last.half);
        return same != null && end != null && same.isBefore(end) ? same : plain.time(1);
    }

    /** The time that begins at a token; its minute is -1 if it is an hour alone. */
    private Told told(int i) {
        if (NOON.contains(tokens.word(i))) {
            return new Told(12, 0, 0, true, i + 1);
        }
        int hour = tokens.number(i);
        if (hour < 0 || hour > 24 || tokens.digits(i) > 2) {
            return null;
        }
        int next = i + 1;
        char sign = tokens.touches(next) ? tokens.sign(next) : DateTokens.NONE;
        int minute = -1;
        boolean sure = false;
        if ((sign == ':' || sign == '.') && isMinute(next + 1) && tokens.touches(next + 1)) {
            minute = tokens.number(next + 1);
            sure = sign == ':';
            next += 2;
            if (tokens.touches(next, ':') && isMinute(next + 1) && tokens.touches(next + 1)) {
                next += 2;
            } else if (tokens.touches(next, '.') && tokens.touches(next + 1) && tokens.isNumber(next + 1)) {
                return null;
            }
        }
        if (UNITS.contains(tokens.word(next))) {
            sure = true;
            next++;
            if (minute < 0 && isMinute(next)) {
                minute = tokens.number(next);
                next++;
            }
            minute = Math.max(0, minute);
            return new Told(hour, minute, 0, true, next);
        }
        if (hour == 12 && NOON.contains(tokens.word(next))) {
            return new Told(12, Math.max(0, minute), 0, true, next + 1);
        }
        return half(hour, minute, sure, next);
    }

    private boolean isMinute(int i) {
        return tokens.number(i) >= 0 && tokens.digits(i) == 2 && tokens.number(i) < 60;
    }

    private Told half(int hour, int minute, boolean sure, int next) {
        String word = tokens.word(next);
        if (word.equals("am") || word.equals("pm")) {
            return new Told(hour, Math.max(0, minute), word.equals("am") ? 1 : 2, true, next + 1);
        }
        if ((word.equals("a") || word.equals("p"))
                && tokens.touches(next + 1, '.')
                && tokens.word(next + 2).equals("m")) {
            int end = tokens.touches(next + 3, '.') ? next + 4 : next + 3;
            return new Told(hour, Math.max(0, minute), word.equals("a") ? 1 : 2, true, end);
        }
        return new Told(hour, minute, 0, sure, next);
    }
}
