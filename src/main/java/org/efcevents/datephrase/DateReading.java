package org.efcevents.datephrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efcevents.datephrase.ClockTimes.Clock;
import org.efcevents.datephrase.DatePhrase.Strength;
import org.efcevents.datephrase.DatePoints.Point;
import org.efcevents.pagetext.Passage;

/** Reads the dates of a part of a text, from its first word to its last. */
final class DateReading {

    private static final int MOST_DAYS = 8;

    private final DateTokens tokens;
    private final DateWords words;
    private final DatePoints points;
    private final ClockTimes times;
    private final List<DatePhrase> found = new ArrayList<>();
    private final List<Passage> impossible = new ArrayList<>();

    /** Days in a list that ends here have no month after them. */
    private int noMonthUntil;

    DateReading(DateTokens tokens, DateWords words, DateOrder order) {
        this.tokens = tokens;
        this.words = words;
        points = new DatePoints(tokens, words, order);
        times = new ClockTimes(tokens);
    }

    List<DatePhrase> all() {
        int i = 0;
        while (i < tokens.size()) {
            i = Math.max(i + 1, at(i));
        }
        return found;
    }

    /** What is written as a day, and is none of the calendar, as far as {@link #all} has read. */
    List<Passage> impossible() {
        return impossible;
    }

    /** The token after the dates that begin at one; the token itself if none does. */
    private int at(int i) {
        int end = daysBeforeMonth(i);
        if (end == i) {
            Point first = points.at(i);
            if (first == null) {
                first = monthOfRange(i);
            }
            if (first != null) {
                end = daysAfterMonth(i, first);
                return end > i ? end : fromPoint(i, first);
            }
            // “31 June 2014” is no date, and not June 2014 either.
            end = points.afterImpossible(i);
            if (end > i) {
                impossible.add(tokens.passage(i, end));
            }
        }
        return end;
    }

    /** “24, 25 and 26 March 2014”, “12–14 May”, “du 3 au 5 juin”: several days, then their month. */
    private int daysBeforeMonth(int start) {
        int i = points.afterWeekday(start);
        if (i < noMonthUntil) {
            return start;
        }
        if (!tokens.isNumber(i) || i == start && points.startsInNumber(i) || isNumbered(i)) {
            return start;
        }
        List<Integer> days = new ArrayList<>();
        List<Separator> separators = new ArrayList<>();
        boolean joined = false;
        while (days.size() < MOST_DAYS && tokens.isNumber(i) && tokens.digits(i) <= 2) {
            days.add(tokens.number(i));
            boolean slash = tokens.sign(i + 1) == '/';
            Separator separator = Separator.at(tokens, points.afterOrdinal(i + 1));
            if (separator == null) {
                noMonthUntil = i;
                return start;
            }
            separators.add(separator);
            joined |= !separator.comma();
            i = points.afterWeekday(separator.next());
            Point last = points.goingOn(separator.next());
            if (last != null) {
                // 03/04/14 is not the 3rd and the 4th.
                boolean digits = last.numbers() && last.part().year() == 0 && slash;
                boolean whole = last.part().isDay() && !last.monthFirst() && joined && !digits;
                return whole ? add(start, days, separators, last) : start;
            }
        }
        return start;
    }

    /** The first month of “March-April 2015”, as if its year were told; null if there is none. */
    private Point monthOfRange(int i) {
        int month = words.month(tokens.word(i));
        Separator separator = month == 0 || tokens.touches(i) && tokens.sign(i - 1) != '('
                ? null
                : Separator.at(tokens, tokens.touches(i + 1, '.') ? i + 2 : i + 1);
        if (separator == null || separator.comma() || words.month(tokens.word(separator.next())) == 0) {
            return null;
        }
        Point last = points.goingOn(separator.next());
        return last == null
                        || last.part().day() > 0
                        || last.part().year() == 0
                        || month > last.part().month()
                ? null
                : new Point(
                        new CalendarPart(last.part().year(), month, 0),
                        false,
                        tokens.touches(i + 1, '.') ? i + 2 : i + 1);
    }

    private boolean isNumbered(int i) {
        return DateWords.NUMBERED.contains(tokens.wordBefore(i));
    }

    private int add(int start, List<Integer> days, List<Separator> separators, Point last) {
        CalendarPart part = last.part();
        List<NamedDate> dates = new ArrayList<>();
        int from = days.get(0);
        for (int k = 0; k < days.size(); k++) {
            int next = k + 1 < days.size() ? days.get(k + 1) : part.day();
            if (next <= days.get(k) || days.get(k) == 0) {
                return backwards(start, days, last);
            }
            if (separators.get(k).or() || !separators.get(k).range() && next != days.get(k) + 1) {
                dates.add(days(part, from, days.get(k)));
                from = next;
            }
        }
        Separator between = Separator.at(tokens, last.next());
        Point next = between == null ? null : points.goingOn(between.next());
        NamedDate over = dates.isEmpty() ? DaysOverMonths.joined(from, part, between, next) : null;
        if (over != null) {
            add(start, next.next(), over, Optional.empty(), false, isDoubted(last) || isDoubted(next));
            return next.next();
        }
        dates.add(days(part, from, part.day()));
        Clock clock = times.after(last.next());
        int end = clock == null ? last.next() : clock.next();
        boolean many = dates.size() > 1;
        for (NamedDate date : dates) {
            NamedDate timed = clock == null ? date : date.at(clock.start(), clock.end(), clock.told());
            Optional<NamedDate> otherwise =
                    many || last.otherwise() == null ? Optional.empty() : Optional.of(NamedDate.of(last.otherwise()));
            boolean doubted = last.doubted() || many || last.otherwise() != null || Clock.isElsewhere(clock);
            add(start, end, timed, otherwise, last.numbers(), doubted);
        }
        return end;
    }

    /** “5–3 October 2014”: one of the two is wrong. */
    private int backwards(int start, List<Integer> days, Point last) {
        if (days.size() > 1 || !tokens.touches(start + 1, '-') || last.monthFirst()) {
            return start;
        }
        add(start, last.next(), NamedDate.of(last.part()), Optional.empty(), last.numbers(), true);
        return last.next();
    }

    private NamedDate days(CalendarPart month, int first, int last) {
        return NamedDate.of(
                new CalendarPart(month.year(), month.month(), first),
                new CalendarPart(month.year(), month.month(), last));
    }

    /** “March 3-5, 2010”, “March 3, 4 and 5”: a month, then several days. */
    private int daysAfterMonth(int start, Point first) {
        if (!first.monthFirst() || first.part().year() > 0 || first.weekday() > 0) {
            return start;
        }
        List<Integer> days = new ArrayList<>(List.of(first.part().day()));
        List<Separator> separators = new ArrayList<>();
        boolean joined = false;
        int i = first.next();
        Separator separator = Separator.at(tokens, i);
        while (separator != null
                && days.size() < MOST_DAYS
                && tokens.isNumber(separator.next())
                && tokens.digits(separator.next()) <= 2
                && points.goingOn(separator.next()) == null) {
            days.add(tokens.number(separator.next()));
            separators.add(separator);
            joined |= !separator.comma();
            i = points.afterOrdinal(separator.next() + 1);
            separator = Separator.at(tokens, i);
        }
        if (!joined || times.after(first.next()) != null || points.goesOn(i)) {
            return start;
        }
        Point last = points.withYear(days.get(days.size() - 1), first.part().month(), i, false);
        days.remove(days.size() - 1);
        return last.part().exists() ? add(start, days, separators, last) : start;
    }

    /** One date, or one to another. */
    private int fromPoint(int start, Point first) {
        int iso = isoDays(start, first);
        if (iso > start) {
            return iso;
        }
        Clock clock = times.after(first.next());
        int next = clock == null ? first.next() : clock.next();
        int joint = isoTime(first) ? first.next() : next;
        Separator separator = tokens.sign(joint) == ',' ? null : Separator.at(tokens, joint);
        Point last = separator == null ? null : points.goingOn(separator.next());
        if (last != null && first.part().day() > 0 == last.part().day() > 0) {
            int end = range(start, first, clock, separator, last);
            if (end > start) {
                return end;
            }
        }
        if (isYears(first, separator)) {
            return years(start, first, separator);
        }
        addOne(start, next, first, clock);
        return next;
    }

    /** “2014-11-24/25” */
    private int isoDays(int start, Point first) {
        int sign = first.next();
        boolean another = tokens.isNumber(start)
                && tokens.digits(start) == 4
                && tokens.touches(sign, '/')
                && tokens.touches(sign + 1)
                && tokens.digits(sign + 1) == 2
                && !points.goesOn(sign + 2);
        NamedDate days = another ? days(first.part(), first.part().day(), tokens.number(sign + 1)) : null;
        if (days == null || first.part().day() == 0 || !days.exists()) {
            return start;
        }
        add(start, sign + 2, days, Optional.empty(), first.numbers(), isDoubted(first));
        return sign + 2;
    }

    private boolean isoTime(Point point) {
        return tokens.touches(point.next()) && tokens.word(point.next()).equals("t");
    }

    private boolean isMoved(int start) {
        int i = start - 1;
        if (DateWords.ARTICLES.contains(tokens.word(i)) || tokens.word(i).matches("from|von|van|de|dal")) {
            i--;
        }
        return DateWords.MOVED.contains(tokens.word(i));
    }

    private int range(int start, Point first, Clock clock, Separator separator, Point last) {
        CalendarPart from = first.part();
        CalendarPart to = last.part();
        if (from.year() == 0 && to.year() > 0) {
            boolean before = separator.range() && from.isLaterInYearThan(to);
            from = from.inYear(before ? to.year() - 1 : to.year());
        } else if (from.year() > 0 && to.year() == 0) {
            to = to.inYear(from.isLaterInYearThan(to) ? from.year() + 1 : from.year());
        }
        if (from.month() == 0 || to.month() == 0 || !from.exists() || !to.exists()) {
            return start;
        }
        NamedDate whole = NamedDate.of(from, to);
        if (isMoved(start)
                || separator.or()
                || !separator.range() && !from.isRightBefore(to)
                || !whole.exists() && from.year() > 0) {
            if (separator.range() && !isMoved(start)) {
                return start;
            }
            addOne(start, first.next(), alone(first, from, separator), clock);
            return fromPoint(separator.next(), alone(last, to, separator));
        }
        Clock until = times.after(last.next());
        int end = until == null ? last.next() : until.next();
        NamedDate timed = clock != null
                ? whole.at(
                        clock.start(),
                        until == null ? null : until.end() == null ? until.start() : until.end(),
                        clock.told() == null && until != null ? until.told() : clock.told())
                : until == null ? whole : whole.at(until.start(), until.end(), until.told());
        add(
                start,
                end,
                timed,
                otherwise(first, last),
                first.numbers() || last.numbers(),
                isDoubted(first)
                        || isDoubted(last)
                        || first.otherwise() != null
                        || last.otherwise() != null
                        || Clock.isElsewhere(clock)
                        || Clock.isElsewhere(until)
                        || Clock.differ(clock, until));
        return end;
    }

    /** One of two dates, with its year; in doubt if only one of them is meant. */
    private static Point alone(Point point, CalendarPart part, Separator separator) {
        return new Point(
                part,
                point.otherwise(),
                point.numbers(),
                point.weekday(),
                false,
                point.doubted() || separator.or(),
                point.next());
    }

    private Optional<NamedDate> otherwise(Point first, Point last) {
        if (first.otherwise() == null || last.otherwise() == null) {
            return Optional.empty();
        }
        return Optional.of(NamedDate.of(first.otherwise(), last.otherwise())).filter(NamedDate::exists);
    }

    private boolean isYears(Point first, Separator separator) {
        return first.part().month() == 0
                && separator != null
                && tokens.isNumber(separator.next())
                && !points.goesOn(separator.next() + 1)
                && (tokens.digits(separator.next()) == 4
                        || tokens.digits(separator.next()) == 2 && tokens.touches(separator.next()));
    }

    /** “2014-2015”, “2014/15”. */
    private int years(int start, Point first, Separator separator) {
        int token = separator.next();
        int year = first.part().year();
        int other = tokens.digits(token) == 4 ? tokens.number(token) : year / 100 * 100 + tokens.number(token);
        if (separator.or() && other > year) {
            add(start, first.next(), NamedDate.of(first.part()), Optional.empty(), true, true);
            add(token, token + 1, NamedDate.of(new CalendarPart(other, 0, 0)), Optional.empty(), true, true);
            return token + 1;
        }
        boolean range = other > year && other < year + 100;
        add(
                start,
                range ? token + 1 : first.next(),
                range ? NamedDate.of(first.part(), new CalendarPart(other, 0, 0)) : NamedDate.of(first.part()),
                Optional.empty(),
                true,
                !range);
        return token + 1;
    }

    private void addOne(int start, int end, Point point, Clock clock) {
        NamedDate date = NamedDate.of(point.part());
        Optional<NamedDate> otherwise = Optional.ofNullable(point.otherwise()).map(NamedDate::of);
        if (point.weekday() > 0
                && otherwise.isPresent()
                && point.part().isOn(point.weekday()) != point.otherwise().isOn(point.weekday())) {
            // The day of the week tells which of the two it is.
            date = point.part().isOn(point.weekday()) ? date : otherwise.get();
            otherwise = Optional.empty();
        }
        boolean told = clock != null && date.first().isDay();
        boolean wrongDay = point.weekday() > 0 && !date.first().isOn(point.weekday());
        boolean doubted = point.doubted() || otherwise.isPresent() || wrongDay || Clock.isElsewhere(clock);
        add(
                start,
                told ? end : point.next(),
                told ? date.at(clock.start(), clock.end(), clock.told()) : date,
                otherwise.map(other -> told ? other.at(clock.start(), clock.end(), clock.told()) : other),
                point.numbers(),
                doubted);
    }

    private boolean isDoubted(Point point) {
        return point.doubted() || point.weekday() > 0 && !point.part().isOn(point.weekday());
    }

    private void add(
            int start, int end, NamedDate date, Optional<NamedDate> otherwise, boolean numbers, boolean doubted) {
        if (!date.exists() && date.first().year() > 0) {
            return;
        }
        int from = date.first().isDay()
                ? start
                : BesideDates.beginOfPart(
                        tokens, date.first().month() > 0 ? words::isPartOfMonth : words::isPart, start);
        Strength strength = from < start ? Strength.VAGUE : numbers ? Strength.NUMBERS : Strength.CLEAR;
        boolean unsure = doubted || BesideDates.isOpen(tokens, start, end);
        NamedDate told = BesideDates.isAbout(tokens, start, end) ? date.about() : date;
        found.add(new DatePhrase(tokens.passage(from, end), told, otherwise, strength, unsure));
    }
}
