package org.efcevents.datephrase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Passage;
import org.efcevents.search.SearchTerms;

/**
 * The days to which sentences of an entry say that something was moved. Where the entry’s own date is another one, and stands elsewhere, it may be that
 * of before: “23 April … Postponed because of the ash cloud and held on 14 May.”
 */
final class MovedDates {

    /** “10 October (originally 16 May)”, “moved from 16 May”: the entry does not take place then. */
    private static final Pattern FORMER = Pattern.compile(
            "(?iu)\\b(?:originally|initially|instead of|initialement|au lieu du|statt)(?: \\p{L}{2,10})? $"
                    + "|(?<moved>\\p{L}+) (?:from|de|du|vom|van|del|d['’]) ?(?:\\p{L}{2,10} )?$");

    /** In words. */
    private static final int REACH = 20;

    /** In UTF-16 units, as {@link #FURTHEST}: what is before a date that was moved from. */
    private static final int SHORT = 40;

    /** In UTF-16 units. */
    private static final int FURTHEST = 300;

    private final String text;
    private final List<Moved> all = new ArrayList<>();

    /** A day, and the sentence that it is in. */
    private record Moved(DatePhrase date, Passage sentence) {

        boolean contradicts(DateCandidate own) {
            return own.words().stream().noneMatch(sentence::overlaps)
                    && !own.words().contains(date.passage())
                    && own.with(DateCandidate.of(date, "", 0, true)).isEmpty();
        }
    }

    MovedDates(String text) {
        this.text = text;
    }

    /** Whether a date is that from which something was moved. */
    static boolean isFormer(String text, DatePhrase date) {
        int from = date.passage().from();
        Matcher before = FORMER.matcher(text.substring(Math.max(0, from - SHORT), from));
        return before.find()
                && (before.group("moved") == null
                        || DateWords.MOVED.contains(SearchTerms.searchable(before.group("moved"))));
    }

    /** Reads one more block, in the order of the page. */
    void read(Passage block, List<DatePhrase> dates) {
        for (DatePhrase date : dates) {
            int from = Math.max(block.from(), date.passage().from() - FURTHEST);
            int until = Math.min(block.to(), date.passage().to() + FURTHEST);
            DateTokens before =
                    new DateTokens(text, new Passage(from, date.passage().from()));
            int begin = before.size();
            boolean moved = false;
            boolean other = false;
            while (begin > Math.max(0, before.size() - REACH) && !ends(before.sign(begin - 1))) {
                begin--;
                String word = before.word(begin);
                moved |= DateWords.MOVED.contains(word)
                        || word.equals("date") && before.word(begin - 1).matches("new|nouvelle");
                other |=
                        WordsAroundDates.OTHER_MEETING.contains(word) || WordsAroundDates.OTHER_SUBJECTS.contains(word);
            }
            if (moved && !other) {
                DateTokens after =
                        new DateTokens(text, new Passage(date.passage().to(), until));
                int end = 0;
                while (end < Math.min(REACH, after.size()) && !ends(after.sign(end))) {
                    end++;
                }
                int to = end == 0 ? date.passage().to() : after.to(end - 1);
                all.add(new Moved(date, new Passage(before.from(begin), to)));
            }
        }
    }

    private static boolean ends(char sign) {
        return sign != DateTokens.NONE && ".!?;".indexOf(sign) >= 0;
    }

    /** An entry’s own date, in doubt if it may be that of before it was moved. */
    DateCandidate of(DateCandidate own) {
        return all.stream().anyMatch(moved -> moved.contradicts(own)) ? own.doubtful() : own;
    }
}
