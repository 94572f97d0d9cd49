package org.efcevents.datephrase;

import java.util.List;
import java.util.Set;
import org.efcevents.pagetext.Passage;

/** Finds a time of day that does not stand with its day: alone in a line, or at the beginning of the first sentence. */
final class TimeAlone {

    private static final Set<String> LABELS =
            DateWords.words("time times uhrzeit zeit heure heures horaire horaires hours hora orario tijd");
    private static final Set<String> AFTER =
            DateWords.words("cet cest gmt utc bst uhr local time central european mez mesz hrs");
    private static final int FIRST_BLOCKS = 6;

    private final String text;
    private ClockTimes.Clock clock;
    private Passage passage;
    private boolean proseRead;

    TimeAlone(String text) {
        this.text = text;
    }

    /** Reads the parts of one more block that name no date, or are prose. */
    void read(List<Passage> parts, int block) {
        if (clock != null || block >= FIRST_BLOCKS) {
            return;
        }
        for (Passage part : parts) {
            DateTokens tokens = new DateTokens(text, part);
            int start = 0;
            while (LABELS.contains(tokens.word(start))
                    || ":.".indexOf(tokens.sign(start)) >= 0 && tokens.sign(start) != DateTokens.NONE) {
                start++;
            }
            ClockTimes.Clock found = start < tokens.size() ? new ClockTimes(tokens).after(start) : null;
            boolean sentence = tokens.size() > 2 * FIRST_BLOCKS;
            if (found != null && (!proseRead && sentence || isAll(tokens, found.next()))) {
                clock = found;
                passage = tokens.passage(start, found.next());
            }
            proseRead |= sentence;
        }
    }

    private static boolean isAll(DateTokens tokens, int next) {
        for (int i = next; i < tokens.size(); i++) {
            if (tokens.isNumber(i) || tokens.isWord(i) && !AFTER.contains(tokens.word(i))) {
                return false;
            }
        }
        return true;
    }

    /** A date at the time that was found, if it is a day without a time. */
    DateCandidate of(DateCandidate date) {
        boolean day = date.date().first().date().isPresent()
                && !date.date().isRange()
                && date.date().startTime() == null;
        return day && clock != null ? date.at(clock, passage) : date;
    }
}
