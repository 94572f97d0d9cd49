package org.efcevents.datephrase;

import java.util.Set;

/** Reads one date, without ranges and times of day, that begins at a token. */
final class DatePoints {

    private static final int FIRST_YEAR_ALONE = 1900;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2199;
    private static final Set<String> MONTH_ONLY_AFTER = Set.of("in", "im");

    /** Endings of ordinals that may stand apart: “17 th”. */
    private static final Set<String> APART = Set.of("st", "nd", "rd", "th", "er");

    private final DateTokens tokens;
    private final DateWords words;
    private final DateOrder order;

    DatePoints(DateTokens tokens, DateWords words, DateOrder order) {
        this.tokens = tokens;
        this.words = words;
        this.order = order;
    }

    /**
     * A date that is written at one place.
     *
     * @param part what it names
     * @param otherwise what else it may name; null if nothing
     * @param numbers whether it may be any number
     * @param weekday from 1 for Monday; 0 if none is named
     * @param monthFirst whether a month in words is before the day
     * @param next the token after it
     */
    record Point(
            CalendarPart part,
            CalendarPart otherwise,
            boolean numbers,
            int weekday,
            boolean monthFirst,
            boolean doubted,
            int next) {

        Point(CalendarPart part, boolean numbers, int next) {
            this(part, null, numbers, 0, false, false, next);
        }

        Point onWeekday(int named) {
            return named == 0 ? this : new Point(part, otherwise, numbers, named, monthFirst, doubted, next);
        }

        Point doubtful() {
            return new Point(part, otherwise, numbers, weekday, monthFirst, true, next);
        }
    }

    /** The date that begins at a token, maybe with the day of the week; null if none does. */
    Point at(int i) {
        return tokens.isNumber(i) && startsInNumber(i) ? null : goingOn(i);
    }

    /** The same after the sign or word of a range or a list, which may touch it. */
    Point goingOn(int i) {
        int day = afterWeekday(i);
        if (day > i) {
            Point point = plain(day);
            if (point != null && point.part.day() > 0) {
                return point.onWeekday(words.weekday(tokens.word(i)).orElse(0));
            }
        }
        // “Mar” is March, too, where no day follows.
        return plain(i);
    }

    /** Where a date goes on after the day of the week that begins at a token; the token itself if none does. */
    int afterWeekday(int i) {
        String word = tokens.word(i);
        if (words.weekday(word).isEmpty() && !(words.isShortWeekday(word) && tokens.isCapital(i))) {
            return i;
        }
        int next = i + 1;
        if (tokens.touches(next, '.')) {
            next++;
        }
        if (tokens.sign(next) == ',') {
            next++;
        }
        return DateWords.ARTICLES.contains(tokens.word(next)) ? next + 1 : next;
    }

    private Point plain(int i) {
        if (tokens.isNumber(i)) {
            return tokens.digits(i) == 4 ? yearFirst(i) : tokens.digits(i) <= 2 ? dayFirst(i) : null;
        }
        if (tokens.word(i).equals("premier") && words.month(tokens.word(i + 1)) > 0) {
            return withYear(1, words.month(tokens.word(i + 1)), i + 2, false);
        }
        return words.month(tokens.word(i)) > 0 ? monthFirst(i) : null;
    }

    /** Whether a number goes on from what is before it, as in {@code 1.5}, {@code WP5} and {@code 2011/92}. */
    boolean startsInNumber(int i) {
        if (!tokens.touches(i)) {
            return tokens.sign(i - 1) == '+' && i > 0 || tokens.word(i - 1).equals("n") || tokens.sign(i - 1) == '°';
        }
        char before = tokens.sign(i - 1);
        return tokens.isWord(i - 1)
                || "+#%$€£°_".indexOf(before) >= 0 && before != DateTokens.NONE
                || ".,:/-\\".indexOf(before) >= 0
                        && before != DateTokens.NONE
                        && tokens.touches(i - 1)
                        && !tokens.isWord(i - 2)
                || (before == '-' || before == '.') && tokens.touches(i - 1) && tokens.isWord(i - 2);
    }

    /** Whether what ends before a token goes on in it as a number or a word. */
    boolean goesOn(int next) {
        if (!tokens.touches(next)) {
            return tokens.sign(next) == '%';
        }
        char sign = tokens.sign(next);
        return tokens.isWord(next)
                || tokens.isNumber(next)
                || sign == '%'
                || (sign == '.' || sign == ',' || sign == ':' || sign == '/' || sign == '\\')
                        && tokens.touches(next + 1)
                        && tokens.isNumber(next + 1)
                || sign == '-' && tokens.touches(next + 1) && tokens.isWord(next + 1);
    }

    private boolean isYear(int i) {
        int year = tokens.number(i);
        return year >= FIRST_YEAR && year <= LAST_YEAR && tokens.digits(i) == 4;
    }

    private Point yearFirst(int i) {
        int year = tokens.number(i);
        if (!isYear(i)) {
            return null;
        }
        int next = i + 1;
        char sign = tokens.touches(next) ? tokens.sign(next) : DateTokens.NONE;
        if ((sign == '-' || sign == '/' || sign == '.') && isTwoDigits(next + 1) && tokens.touches(next + 1)) {
            int month = tokens.number(next + 1);
            if (tokens.touches(next + 2, sign) && isTwoDigits(next + 3) && tokens.touches(next + 3)) {
                CalendarPart day = new CalendarPart(year, month, tokens.number(next + 3));
                // ISO goes on with a time in the same word: T14:30.
                return day.exists()
                                && (!goesOn(next + 4)
                                        || tokens.word(next + 4).equals("t")
                                        || tokens.sign(next + 4) == '/')
                        ? new Point(day, false, next + 4)
                        : null;
            }
            if (goesOn(next + 2) || tokens.touches(next + 2, '/')) {
                return null;
            }
            // 2010-11 may be two years.
            boolean years = month == (year + 1) % 100;
            if (sign == '-' && month >= 1 && month <= 12) {
                Point point = new Point(new CalendarPart(year, month, 0), true, next + 2);
                return years ? point.doubtful() : point;
            }
            return years ? new Point(new CalendarPart(year, 0, 0), true, next) : null;
        }
        // “12 III 2013” is more than the year.
        boolean roman = tokens.isAllCapitals(i - 1) && tokens.word(i - 1).matches("[ivx]+") && tokens.isNumber(i - 2);
        boolean alone =
                !roman && year >= FIRST_YEAR_ALONE && (!goesOn(next) || sign == '-' && !tokens.isWord(next + 1));
        return alone ? new Point(new CalendarPart(year, 0, 0), true, next) : null;
    }

    private boolean isTwoDigits(int i) {
        return tokens.isNumber(i) && tokens.digits(i) == 2;
    }

    private boolean isShort(int i) {
        return tokens.isNumber(i) && tokens.digits(i) <= 2;
    }

    private Point dayFirst(int i) {
        Point digits = inDigits(i);
        if (digits != null) {
            return digits;
        }
        int day = tokens.number(i);
        int next = afterOrdinal(i + 1);
        boolean ordinal = next > i + 1;
        char sign = tokens.sign(next);
        boolean joined = sign == '-' && tokens.touches(next) && tokens.touches(next + 1);
        if (joined) {
            next++;
        } else if (DateWords.OF.contains(tokens.word(next))) {
            next += tokens.touches(next + 1, '\'') ? 2 : 1;
            ordinal = true;
        }
        String word = tokens.word(next);
        int month = words.month(word);
        if (month == 0
                || tokens.touches(next)
                        && !joined
                        && tokens.sign(next - 1) != '\''
                        && tokens.sign(next - 1) != '.'
                        && !tokens.isNumber(next - 1)) {
            return null;
        }
        boolean numbered = DateWords.NUMBERED.contains(tokens.wordBefore(i));
        boolean another = words.isMonthOrAnotherWord(word);
        boolean lower = !tokens.isCapital(next);
        int end = afterDot(next + 1);
        Point dated = withYear(day, month, end, joined);
        if (dated.part.year() == 0) {
            boolean verb = word.equals("may") && DateWords.VERBS_AFTER_MAY.contains(tokens.word(end));
            boolean doubtfulWord = (word.equals("may") || word.equals("march")) && lower && !ordinal;
            if (verb || doubtfulWord || numbered || another && goesOn(end)) {
                return null;
            }
        } else if (numbered && !ordinal) {
            return null;
        }
        return dated.part.exists() ? dated : null;
    }

    int afterOrdinal(int i) {
        if (tokens.touches(i) && DateWords.ORDINALS.contains(tokens.word(i))) {
            return i + 1;
        }
        if (tokens.touches(i, '.') || tokens.sign(i) == 'º') {
            return i + 1;
        }
        return APART.contains(tokens.word(i)) ? i + 1 : i;
    }

    /** The token after a day that the calendar does not have, such as “31 June 2014”; the token itself if there is none. */
    int afterImpossible(int i) {
        int day = tokens.number(i);
        if (day < 0) {
            return i;
        }
        char sign = tokens.touches(i + 1) ? tokens.sign(i + 1) : DateTokens.NONE;
        boolean digits = (sign == '/' || sign == '.' || sign == '-')
                && isShort(i)
                && isShort(i + 2)
                && tokens.touches(i + 3, sign)
                && tokens.isNumber(i + 4)
                && isYear(i + 4)
                && !goesOn(i + 5);
        if (digits) {
            int other = tokens.number(i + 2);
            boolean any = new CalendarPart(tokens.number(i + 4), other, day).exists()
                    || sign != '.' && new CalendarPart(tokens.number(i + 4), day, other).exists();
            return any || startsInNumber(i) ? i : i + 5;
        }
        int next = afterOrdinal(i + 1);
        if (DateWords.OF.contains(tokens.word(next))) {
            next++;
        }
        int month = words.month(tokens.word(next));
        if (tokens.digits(i) > 2 || month == 0) {
            return i;
        }
        boolean year = isYear(next + 1);
        boolean exists = new CalendarPart(year ? tokens.number(next + 1) : 0, month, day).exists();
        return exists ? i : year ? next + 2 : next + 1;
    }

    private int afterDot(int i) {
        return tokens.touches(i, '.') ? i + 1 : i;
    }

    /** A day and a month with the year that may begin at a token. */
    Point withYear(int day, int month, int token, boolean joined) {
        int i = token;
        if (tokens.sign(i) == ',' || joined && tokens.sign(i) == '-' || DateWords.OF.contains(tokens.word(i))) {
            i++;
        }
        boolean apostrophe = tokens.sign(i) == '\'';
        if (apostrophe && isTwoDigits(i + 1) && tokens.touches(i + 1) && !goesOn(i + 2)) {
            return new Point(new CalendarPart(words.century(tokens.number(i + 1)), month, day), false, i + 2);
        }
        if (isYear(i) && !endsInNumber(i + 1)) {
            return new Point(new CalendarPart(tokens.number(i), month, day), false, i + 1);
        }
        boolean plain = i == token && !joined;
        if (isTwoDigits(i) && (joined && i > token || plain) && !goesOn(i + 1)) {
            int year = words.century(tokens.number(i));
            boolean end = tokens.sign(i + 1) != '-' && !tokens.isWord(i + 1) && !tokens.isNumber(i + 1);
            if (joined || end && day > 0) {
                Point point = new Point(new CalendarPart(year, month, day), false, i + 1);
                return joined || tokens.number(i) > 31 || tokens.number(i) < 10 ? point : point.doubtful();
            }
        }
        return new Point(new CalendarPart(0, month, day), false, token);
    }

    /** Whether a year goes on so that it is none: {@code 2014.5}, {@code 2014m}. */
    private boolean endsInNumber(int next) {
        return goesOn(next)
                && tokens.sign(next) != '-'
                && tokens.sign(next) != ','
                && !tokens.touches(next, '/')
                && !tokens.touches(next, ':');
    }

    private Point monthFirst(int i) {
        String word = tokens.word(i);
        int month = words.month(word);
        if (tokens.touches(i) && tokens.sign(i - 1) == '-' && tokens.isNumber(i - 2) && tokens.digits(i - 2) <= 2) {
            return null;
        }
        int next = afterDot(i + 1);
        int number = tokens.word(next).equals("the") ? next + 1 : next;
        boolean lower = !tokens.isCapital(i);
        if (isShort(number) && !(lower && words.isMonthOrAnotherWord(word))) {
            int end = afterOrdinal(number + 1);
            boolean ordinal = end > number + 1 && !tokens.touches(number + 1, '.');
            end = ordinal ? end : number + 1;
            boolean counts = MONTH_ONLY_AFTER.contains(tokens.word(i - 1)) && !ordinal
                    || !ordinal && goesOn(end) && !tokens.touches(end, '/');
            if (!counts) {
                Point dated = withYear(tokens.number(number), month, end, false);
                return dated.part.exists()
                        ? new Point(dated.part, null, false, 0, true, dated.doubted, dated.next)
                        : null;
            }
        }
        return monthAndYear(i, month, next);
    }

    private Point monthAndYear(int i, int month, int token) {
        int next = token;
        if (tokens.sign(next) == ',' || DateWords.OF.contains(tokens.word(next)) || tokens.touches(next, '-')) {
            next++;
        }
        if (tokens.sign(next) == '\'' && isTwoDigits(next + 1) && tokens.touches(next + 1) && !goesOn(next + 2)) {
            return new Point(new CalendarPart(words.century(tokens.number(next + 1)), month, 0), false, next + 2);
        }
        return words.isMonthBeforeYear(tokens.word(i)) && isYear(next) && !endsInNumber(next + 1)
                ? new Point(new CalendarPart(tokens.number(next), month, 0), false, next + 1)
                : null;
    }

    /** {@code 24.06.2014}, {@code 24/6/14}, {@code 24.06.}, {@code 06/2014}; null if it is none of them. */
    private Point inDigits(int i) {
        char sign = tokens.touches(i + 1) ? tokens.sign(i + 1) : DateTokens.NONE;
        boolean near = sign == '.' || tokens.touches(i + 2);
        if (sign != '.' && sign != '/' && sign != '-' || !tokens.isNumber(i + 2) || !near) {
            return null;
        }
        if (isYear(i + 2) && tokens.touches(i + 2) && !goesOn(i + 3)) {
            CalendarPart month = new CalendarPart(tokens.number(i + 2), tokens.number(i), 0);
            return month.month() > 0 && month.exists() ? new Point(month, true, i + 3) : null;
        }
        if (!isShort(i + 2)) {
            return null;
        }
        int first = tokens.number(i);
        int second = tokens.number(i + 2);
        boolean third = tokens.touches(i + 3, sign)
                && tokens.isNumber(i + 4)
                && (sign == '.' || tokens.touches(i + 4))
                && (isYear(i + 4) || isTwoDigits(i + 4) && tokens.touches(i + 4));
        if (third
                && !endsInNumber(i + 5)
                && !(tokens.touches(i + 5)
                        && (tokens.sign(i + 5) == '.' || tokens.sign(i + 5) == '/')
                        && tokens.isNumber(i + 6)
                        && tokens.touches(i + 6))) {
            return numeric(i, sign, first, second);
        }
        return third ? null : withoutYear(i, sign, first, second);
    }

    private Point numeric(int i, char sign, int first, int second) {
        boolean full = tokens.digits(i + 4) == 4;
        int year = full ? tokens.number(i + 4) : words.century(tokens.number(i + 4));
        boolean numbers = !full && !(isTwoDigits(i) && isTwoDigits(i + 2) && sign != '-');
        return ordered(new CalendarPart(year, second, first), sign, numbers, i + 5);
    }

    private Point withoutYear(int i, char sign, int first, int second) {
        boolean dots = sign == '.' && tokens.touches(i + 3, '.') && !(tokens.touches(i + 4) && tokens.isNumber(i + 4));
        boolean slash = sign == '/' && isTwoDigits(i) && isTwoDigits(i + 2) && !goesOn(i + 3);
        return dots || slash ? ordered(new CalendarPart(0, second, first), sign, true, dots ? i + 4 : i + 3) : null;
    }

    private Point ordered(CalendarPart dayFirst, char sign, boolean numbers, int next) {
        CalendarPart monthFirst = new CalendarPart(dayFirst.year(), dayFirst.day(), dayFirst.month());
        if (!dayFirst.exists() || !monthFirst.exists() || sign == '.' || dayFirst.equals(monthFirst)) {
            CalendarPart only = dayFirst.exists() ? dayFirst : sign == '.' || !monthFirst.exists() ? null : monthFirst;
            return only == null ? null : new Point(only, numbers, next);
        }
        return switch (order) {
            case DAY_FIRST -> new Point(dayFirst, numbers, next);
            case MONTH_FIRST -> new Point(monthFirst, numbers, next);
            case UNKNOWN -> new Point(dayFirst, monthFirst, numbers, 0, false, false, next);
        };
    }
}
