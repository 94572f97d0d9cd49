package org.efcevents.datephrase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Passage;

/**
 * What the headings of the groups that an entry stands in tell of its date, each going on from those around it.
 *
 * @param date empty if they tell none, or more than one
 * @param month a month whose year they do not tell; 0 if there is none
 * @param words their passages
 */
record GroupDate(Optional<NamedDate> date, int month, List<Passage> words) {

    /** Of longer headings the dates may be of anything. */
    private static final int MOST_OTHER_WORDS = 6;

    private static final int HALF_A_YEAR = 6;

    private static final Set<String> AROUND = DateWords.words(
            "before until since after avant jusqu depuis apres vor bis seit nach voor tot sinds and et und en older earlier");

    private static final GroupDate NONE = new GroupDate(Optional.empty(), 0, List.of());

    static GroupDate of(Entry entry, DatePhrases phrases) {
        GroupDate told = NONE;
        for (Block heading : entry.headings()) {
            told = told.within(heading.passage(), entry.text(), phrases);
        }
        return told;
    }

    private GroupDate within(Passage heading, String text, DatePhrases phrases) {
        DateTokens tokens = new DateTokens(text, heading);
        if (tokens.size() > 4 * MOST_OTHER_WORDS) {
            return this;
        }
        List<DatePhrase> dates = phrases.in(text, heading);
        int others = 0;
        int named = 0;
        boolean around = false;
        for (int i = 0; i < tokens.size(); i++) {
            Passage token = tokens.passage(i, i + 1);
            if (dates.stream().noneMatch(told -> told.passage().contains(token))) {
                others += tokens.isWord(i) || tokens.isNumber(i) ? 1 : 0;
                named = Math.max(named, phrases.month(tokens.word(i)));
                around |= AROUND.contains(tokens.word(i));
            }
        }
        if (dates.size() > 1 || around && !dates.isEmpty()) {
            return dates.stream().allMatch(told -> told.date().first().month() == 0) ? NONE : this;
        }
        if (others > MOST_OTHER_WORDS) {
            return this;
        }
        if (dates.isEmpty()) {
            return named > 0 && others == 1 ? inMonth(named, heading) : this;
        }
        NamedDate told = dates.get(0).date();
        boolean goesOn = told.first().year() == 0 && year() > 0;
        return new GroupDate(
                Optional.of(goesOn ? told.inYear(year()) : told), 0, goesOn ? all(heading) : List.of(heading));
    }

    private GroupDate inMonth(int named, Passage heading) {
        int year = year();
        return year > 0
                ? new GroupDate(Optional.of(NamedDate.of(new CalendarPart(year, named, 0))), 0, all(heading))
                : new GroupDate(Optional.empty(), named, List.of(heading));
    }

    private List<Passage> all(Passage heading) {
        return words.isEmpty() ? List.of(heading) : List.of(words.get(0), heading);
    }

    /** The year that all of the group is in; 0 if they tell none, or several. */
    int year() {
        return date.filter(told -> told.first().year() == told.last().year())
                .map(told -> told.first().year())
                .orElse(0);
    }

    /** The year of a day that names none: that of the group, or of December above a day of January the next, and the other way round. */
    int yearOf(CalendarPart day) {
        int month = date.map(told -> told.first().month()).orElse(0);
        int apart = month == 0 ? 0 : day.month() - month;
        return year() + (apart < -HALF_A_YEAR ? 1 : apart > HALF_A_YEAR ? -1 : 0);
    }

    /** Whether some of a date is in the months of the group; any is in one without. */
    boolean holds(NamedDate own) {
        return date.filter(told -> told.first().month() > 0 && own.first().month() > 0)
                .map(told -> month(own.first()) <= month(told.last()) && month(told.first()) <= month(own.last()))
                .orElse(true);
    }

    private static int month(CalendarPart part) {
        return part.year() * 12 + part.month();
    }

    /** The month that all of the group is in, of that year if it is told; empty if they tell none, or several. */
    Optional<CalendarPart> onlyMonth() {
        return date.filter(told -> !told.isRange()
                        && told.first().month() > 0
                        && !told.first().isDay())
                .map(NamedDate::first)
                .or(() -> month > 0 ? Optional.of(new CalendarPart(0, month, 0)) : Optional.empty());
    }
}
