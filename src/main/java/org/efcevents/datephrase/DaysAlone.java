package org.efcevents.datephrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.Passage;

/** Days without their month, before an entry that stands under the heading of a month: “14 –”, “14–15”, “Thu 14th”. */
final class DaysAlone {

    private final Entry entry;
    private final DatePhrases phrases;

    DaysAlone(Entry entry, DatePhrases phrases) {
        this.entry = entry;
        this.phrases = phrases;
    }

    /** The date that the days are in the month of a group; empty if there are none. */
    Optional<DateCandidate> in(GroupDate group) {
        if (entry.blocks().isEmpty()) {
            return Optional.empty();
        }
        CalendarPart month = group.onlyMonth().orElse(null);
        if (month == null) {
            return month(group);
        }
        Passage block = entry.blocks().get(0).passage();
        DateTokens tokens = new DateTokens(entry.text(), block);
        DatePoints points = phrases.points(tokens);
        int article = DateWords.ARTICLES.contains(tokens.word(0)) ? 1 : 0;
        int start = points.afterWeekday(article);
        boolean told = start > article;
        List<Integer> days = new ArrayList<>();
        int i = start;
        int end = start;
        boolean range = true;
        while (isDay(tokens, i) && days.size() < 2) {
            days.add(tokens.number(i));
            end = points.afterOrdinal(i + 1);
            told |= end > i + 1 && tokens.sign(i + 1) != '.';
            boolean and = DateWords.AND.contains(tokens.word(end)) || tokens.sign(end) == '&';
            range = tokens.sign(end) == '-' || DateWords.TO.contains(tokens.word(end)) || and;
            i = range ? end + 1 : tokens.size();
        }
        int bold = end;
        boolean closed = end >= tokens.size()
                || end > start
                        && entry.blocks().get(0).marks().stream()
                                .anyMatch(mark -> mark.kind() == Mark.Kind.STRONG
                                        && mark.passage().from() == block.from()
                                        && mark.passage().to() == tokens.to(bold - 1))
                || tokens.sign(end) == '-'
                || tokens.sign(end) == ':' && !tokens.isNumber(end + 1)
                || tokens.sign(end) == '|'
                || entry.title().filter(title -> title.from() >= block.to()).isPresent() && end >= tokens.size();
        if (days.isEmpty()
                || isBeforeMonth(tokens, end)
                || !closed && !told && days.size() < 2
                || end > 0 && points.goesOn(end) && tokens.sign(end) != '-' && tokens.sign(end) != ':') {
            return Optional.empty();
        }
        CalendarPart first = new CalendarPart(month.year(), month.month(), days.get(0));
        CalendarPart last = new CalendarPart(month.year(), month.month(), days.get(days.size() - 1));
        NamedDate date = NamedDate.of(first, last);
        List<Passage> words = new ArrayList<>(group.words());
        words.add(tokens.passage(start, end));
        return date.exists()
                ? Optional.of(new DateCandidate(date, words, "date.heading", 5, true, Optional.empty()))
                : Optional.empty();
    }

    /** “Thursday 14 October”, below September, is a day of October. */
    private boolean isBeforeMonth(DateTokens tokens, int i) {
        return phrases.month(tokens.word(DateWords.OF.contains(tokens.word(i)) ? i + 1 : i)) > 0;
    }

    /** “May: Petition handed over”, under the heading of a year. */
    private Optional<DateCandidate> month(GroupDate group) {
        Passage block = entry.blocks().get(0).passage();
        DateTokens tokens = new DateTokens(entry.text(), block);
        int month = phrases.month(tokens.word(0));
        int end = tokens.touches(1, '.') ? 2 : 1;
        boolean range = "-/".indexOf(tokens.sign(end)) >= 0 || DateWords.TO.contains(tokens.word(end));
        // “May/June” may be either.
        boolean sure = tokens.sign(end) != '/';
        int last = range ? phrases.month(tokens.word(end + 1)) : 0;
        if (last > month) {
            end += tokens.touches(end + 2, '.') ? 3 : 2;
        }
        boolean closed =
                end >= tokens.size() || ":-|".indexOf(tokens.sign(end)) >= 0 && tokens.sign(end) != DateTokens.NONE;
        if (month == 0 || !closed || group.year() == 0) {
            return Optional.empty();
        }
        List<Passage> words = new ArrayList<>(group.words());
        words.add(tokens.passage(0, end));
        NamedDate date = NamedDate.of(
                new CalendarPart(group.year(), month, 0), new CalendarPart(group.year(), Math.max(month, last), 0));
        return Optional.of(new DateCandidate(date, words, "date.heading", 5, sure, Optional.empty()));
    }

    private static boolean isDay(DateTokens tokens, int i) {
        int day = tokens.number(i);
        return day > 0 && day < 32 && tokens.digits(i) <= 2;
    }
}
