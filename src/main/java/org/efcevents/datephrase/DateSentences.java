package org.efcevents.datephrase;

import static org.efcevents.datephrase.WordsAroundDates.ABBREVIATIONS;
import static org.efcevents.datephrase.WordsAroundDates.ADVERBS;
import static org.efcevents.datephrase.WordsAroundDates.BARRING;
import static org.efcevents.datephrase.WordsAroundDates.BE;
import static org.efcevents.datephrase.WordsAroundDates.CANCELLED;
import static org.efcevents.datephrase.WordsAroundDates.HELPERS;
import static org.efcevents.datephrase.WordsAroundDates.ITSELF;
import static org.efcevents.datephrase.WordsAroundDates.LEADING;
import static org.efcevents.datephrase.WordsAroundDates.MEDIUM;
import static org.efcevents.datephrase.WordsAroundDates.MOVING;
import static org.efcevents.datephrase.WordsAroundDates.OF;
import static org.efcevents.datephrase.WordsAroundDates.OTHERS;
import static org.efcevents.datephrase.WordsAroundDates.OTHER_MEETING;
import static org.efcevents.datephrase.WordsAroundDates.OTHER_SUBJECTS;
import static org.efcevents.datephrase.WordsAroundDates.POSSESSIVE;
import static org.efcevents.datephrase.WordsAroundDates.RELATIVE;
import static org.efcevents.datephrase.WordsAroundDates.STRONG;
import static org.efcevents.datephrase.WordsAroundDates.SUBORDINATE;
import static org.efcevents.datephrase.WordsAroundDates.TENSED;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Passage;

/** Finds in sentences the dates on which they say that the event was, is or will be. */
final class DateSentences {

    /** Later sentences are of what was said and of what follows. */
    private static final int FIRST_SENTENCES = 3;

    /** In days; what goes on longer is a project. */
    private static final int LONGEST_EVENT = 200;

    private static final int SHORT = 5;
    private static final int REACH = 60;

    private final String text;
    private final Set<String> title = new HashSet<>();
    private final Set<String> titleWords = new HashSet<>();
    private final RivalDates found = new RivalDates();
    private int sentence;

    DateSentences(Entry entry) {
        text = entry.text();
        entry.title().map(words -> new DateTokens(text, words)).ifPresent(words -> {
            for (int i = 0; i < words.size(); i++) {
                title.add(stem(words.word(i)));
                titleWords.add(words.word(i));
            }
        });
    }

    /** By which a verb is known in a noun of the title: “launched” in “Launch of …”. */
    private static String stem(String word) {
        return word.length() < 5 ? "" : word.substring(0, 5);
    }

    /** How sure it is that a date is the entry's own. */
    private enum Tie {
        NONE,
        WEAK,
        /** As the next, but not of the first sentence. */
        LIKELY,
        STRONG
    }

    /** Reads one more part of an entry, in the order of the page. */
    void read(Passage part, List<DatePhrase> dates) {
        if (sentence > FIRST_SENTENCES + 2) {
            return;
        }
        DateTokens tokens = new DateTokens(text, part);
        int from = 0;
        int date = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int at = i;
            boolean inDate = dates.stream().anyMatch(told -> told.passage().contains(tokens.passage(at, at + 1)));
            boolean dateEnds = tokens.sign(i) == '.'
                    && tokens.isCapital(i + 1)
                    && dates.stream().anyMatch(told -> told.passage().to() == tokens.to(at));
            boolean last = i == tokens.size() - 1;
            if (last || dateEnds || !inDate && ends(tokens, i)) {
                for (; date < dates.size() && dates.get(date).passage().from() < tokens.to(i); date++) {
                    read(new DateSentence(tokens, from, i + 1), dates.get(date));
                }
                if (i + 1 - from >= SHORT || i - from > 2 && !last) {
                    sentence++;
                }
                from = i + 1;
                if (sentence > FIRST_SENTENCES + 2) {
                    return;
                }
            }
        }
    }

    private static boolean ends(DateTokens tokens, int i) {
        char sign = tokens.sign(i);
        if (sign == ';' || sign == DateTokens.BREAK) {
            return true;
        }
        boolean next = i + 1 < tokens.size() && !tokens.touches(i + 1);
        if (sign == '!' || sign == '?') {
            return next;
        }
        return sign == '.'
                && next
                && (!tokens.isWord(i + 1) || tokens.isCapital(i + 1))
                && !ABBREVIATIONS.contains(tokens.word(i - 1))
                && !(tokens.isWord(i - 1) && tokens.to(i - 1) - tokens.from(i - 1) == 1);
    }

    private void read(DateSentence in, DatePhrase date) {
        if (date.strength() == DatePhrase.Strength.NUMBERS
                && date.date().first().month() > 0) {
            return;
        }
        int first = in.from();
        while (first < in.to() && in.tokens().from(first) < date.passage().from()) {
            first++;
        }
        int next = first;
        while (next < in.to() && in.tokens().from(next) < date.passage().to()) {
            next++;
        }
        Tie tie = tie(in, first, next, date);
        if (tie != Tie.NONE) {
            boolean exact = date.strength() == DatePhrase.Strength.CLEAR;
            boolean sure = tie == Tie.STRONG && exact;
            boolean day = exact && date.date().first().isDay();
            int rank = (sure ? 30 : !day ? 60 : tie == Tie.LIKELY ? 40 : 50) + Math.min(9, sentence);
            found.taken(
                    DateCandidate.of(date, "date.sentence", rank, sure),
                    in.subject(titleWords),
                    in.isOpen(first),
                    in.isAnnounced());
        } else if (date.isClearDay() && in.isOpen(first)) {
            found.possible(
                    DateCandidate.of(date, "date.sentence", 50 + Math.min(9, sentence), false), in.subject(titleWords));
        }
    }

    private Tie tie(DateSentence in, int first, int next, DatePhrase date) {
        int before = first - 1;
        while (before >= in.from()
                && DateWords.ARTICLES.contains(in.word(before))
                && !in.word(before).equals("du")) {
            before--;
        }
        String preposition = in.word(before);
        boolean exact = date.isClearDay();
        if (BARRING.contains(preposition) && !isMovedTo(in, before)) {
            return Tie.NONE;
        }
        if (OF.contains(preposition) && !(date.date().isRange() && !preposition.equals("of"))) {
            boolean own =
                    exact && sentence == 0 && first - in.from() <= SHORT && !SUBORDINATE.contains(in.word(in.from()));
            return own && !preposition.equals("de") ? Tie.WEAK : Tie.NONE;
        }
        int bound = Math.max(in.from(), first - REACH);
        boolean aside = false;
        for (int i = first - 1; i >= bound; i--) {
            String word = in.word(i);
            Tie trigger = trigger(in, i, first);
            if (trigger != null) {
                Tie limited = limited(trigger, in, i, date);
                return aside ? weak(limited) : limited;
            }
            aside |= word.equals("before") || word.equals("after") || word.equals("avant") || word.equals("apres");
            if (word.equals("next") || word.equals("again")) {
                return Tie.NONE;
            }
            boolean goal = (word.equals("to") || word.equals("pour")) && isInfinitive(in, i + 1);
            // “CANCELLED – was to be on 20 March”
            boolean other = OTHERS.contains(word) && !(i == in.from() && CANCELLED.contains(word));
            if (goal || other || RELATIVE.contains(word) && !word.equals("as")) {
                return Tie.NONE;
            }
        }
        return alone(in, first, next, date);
    }

    private static boolean isInfinitive(DateSentence in, int i) {
        String word = in.word(i);
        return !word.isEmpty()
                && !in.tokens().isCapital(i)
                && !DateWords.ARTICLES.contains(word)
                && !POSSESSIVE.contains(word);
    }

    /** Whether the date after a word is the one that something was moved to. */
    private static boolean isMovedTo(DateSentence in, int before) {
        return (DateWords.TO.contains(in.word(before)) || in.word(before).equals("for"))
                && (MOVING.contains(in.word(before - 1)) || DateWords.MOVED.contains(in.word(before - 1)));
    }

    /** What a verb at a place says of a date after it; null if there is no verb that says anything. */
    private Tie trigger(DateSentence in, int i, int date) {
        String word = in.word(i);
        String before = in.word(i - 1);
        if (word.equals("place") && before.matches("take|takes|took|taken|taking")) {
            return verb(in, i - 1);
        }
        if (word.equals("lieu") && before.matches("eu|aura|auront|a|ont|avait|avaient|avoir|ayant")) {
            return verb(in, before.equals("eu") ? i - 2 : i - 1);
        }
        if (word.equals("held") && !BE.contains(before) && i + 1 < date && date - i <= 3) {
            // “the conference held on”
            boolean subject = sentence == 0 && i - in.from() <= SHORT && !SUBORDINATE.contains(in.word(in.from()));
            return subject ? Tie.WEAK : Tie.NONE;
        }
        if (TENSED.contains(word) && isSaid(in, i)) {
            return verb(in, i - 1);
        }
        if (MOVING.contains(word)) {
            boolean said = i == in.from() || isSaid(in, i);
            boolean from = in.word(date - 1).matches("from|du|de|vom|von|van");
            boolean hoped = word.equals("planned") || word.equals("foreseen") || word.startsWith("prevu");
            Tie tie = said && !from && date - i <= 2 * SHORT ? verb(in, i - 1) : Tie.NONE;
            return hoped ? weak(tie) : tie;
        }
        if (STRONG.contains(word)) {
            return verb(in, i);
        }
        if (!stem(word).isEmpty() && title.contains(stem(word)) && (MEDIUM.contains(word) || OTHERS.contains(word))) {
            return verb(in, i);
        }
        return MEDIUM.contains(word) && !(word.equals("part") && !before.matches("took|takes|take|pris|prennent"))
                ? weak(verb(in, i))
                : null;
    }

    /** Whether a participle is a verb: “was held”, “has been postponed”; not “planned for”. */
    private static boolean isSaid(DateSentence in, int i) {
        int before = i - 1;
        while (ADVERBS.contains(in.word(before))) {
            before--;
        }
        return BE.contains(in.word(before));
    }

    private static Tie weak(Tie tie) {
        return tie == Tie.NONE ? tie : Tie.WEAK;
    }

    /** What the words before a verb make of it. */
    private Tie verb(DateSentence in, int verb) {
        int i = verb - 1;
        boolean expected = false;
        while (i >= in.from() && HELPERS.contains(in.word(i)) && verb - i < 6) {
            if (in.word(i).equals("not") || in.word(i).equals("n")) {
                return Tie.NONE;
            }
            expected |= in.word(i).equals("to")
                    || in.word(i).equals("should")
                    || in.word(i).equals("would");
            i--;
        }
        String word = in.word(i);
        if (expected && !RELATIVE.contains(word)) {
            boolean scheduled = word.equals("scheduled") && BE.contains(in.word(i - 1));
            return scheduled ? Tie.STRONG : Tie.NONE;
        }
        if (RELATIVE.contains(word)) {
            // “The summer school, which took place”: of the subject; else of something else.
            return sentence == 0 && i - in.from() <= 8 && !hasVerb(in, i) ? Tie.WEAK : Tie.NONE;
        }
        return Tie.STRONG;
    }

    private boolean hasVerb(DateSentence in, int to) {
        for (int i = in.from(); i < to; i++) {
            if (STRONG.contains(in.word(i))
                    || MEDIUM.contains(in.word(i))
                    || BE.contains(in.word(i)) && in.word(i).length() > 1) {
                return true;
            }
        }
        return false;
    }

    /** A tie as far as the subject of the verb is the event of the entry. */
    private Tie limited(Tie tie, DateSentence in, int verb, DatePhrase date) {
        if (tie == Tie.NONE) {
            return tie;
        }
        for (int i = Math.max(in.from(), verb - REACH); i < verb; i++) {
            boolean first = i == in.from() || i == in.from() + 1 && DateWords.ARTICLES.contains(in.word(in.from()));
            boolean initial = first && sentence == 0 && DateSentence.isNext(in.word(i));
            if (OTHER_MEETING.contains(in.word(i)) && !initial
                    || i - in.from() <= 2 && OTHER_SUBJECTS.contains(in.word(i))) {
                return Tie.NONE;
            }
        }
        if (SUBORDINATE.contains(in.word(in.from())) && !hasComma(in, verb)) {
            return Tie.NONE;
        }
        boolean itself = ITSELF.contains(in.word(in.from())) || in.isThisOne();
        if (sentence > FIRST_SENTENCES && !itself) {
            return Tie.NONE;
        }
        Tie limited = sentence == 0 || itself || tie == Tie.WEAK ? tie : Tie.LIKELY;
        return date.strength() == DatePhrase.Strength.CLEAR ? limited : tie == Tie.STRONG ? Tie.WEAK : Tie.NONE;
    }

    private static boolean hasComma(DateSentence in, int to) {
        for (int i = in.from(); i < to; i++) {
            if (in.tokens().sign(i) == ',') {
                return true;
            }
        }
        return false;
    }

    /** A date that no verb is before: at the beginning of a sentence, or in one without a verb. */
    private Tie alone(DateSentence in, int first, int next, DatePhrase date) {
        boolean from = in.word(first - 1).equals("from") && !date.date().isRange();
        if (date.date().days() > LONGEST_EVENT || from) {
            return Tie.NONE;
        }
        if (next - first >= in.to() - in.from() - 1 && sentence <= FIRST_SENTENCES && date.isClearDay()) {
            return Tie.WEAK;
        }
        boolean initial = first - in.from() <= 1 && (first == in.from() || LEADING.contains(in.word(in.from())))
                || first - in.from() == 2
                        && LEADING.contains(in.word(in.from()))
                        && DateWords.ARTICLES.contains(in.word(in.from() + 1));
        if (initial) {
            Tie after = after(in, next);
            if (date.strength() == DatePhrase.Strength.NUMBERS) {
                return sentence == 0 && after == Tie.STRONG ? Tie.WEAK : Tie.NONE;
            }
            return sentence == 0
                    ? after
                    : sentence <= FIRST_SENTENCES && date.isClearDay() && after == Tie.STRONG ? Tie.WEAK : Tie.NONE;
        }
        for (int i = in.from(); i < first; i++) {
            if (OTHER_MEETING.contains(in.word(i))) {
                return Tie.NONE;
            }
        }
        boolean subordinate = SUBORDINATE.contains(in.word(in.from())) && !hasComma(in, first);
        boolean month = date.strength() != DatePhrase.Strength.NUMBERS && isAside(in, first);
        return sentence == 0 && (date.isClearDay() || month) && !subordinate ? Tie.WEAK : Tie.NONE;
    }

    /** “…, in the spring of 2011” */
    private static boolean isAside(DateSentence in, int first) {
        int i = first - 1;
        while (i > in.from() && LEADING.contains(in.word(i))) {
            i--;
        }
        return i < first - 1 && in.tokens().sign(i) == ',';
    }

    /** What the clause after a date at its beginning says. */
    private Tie after(DateSentence in, int next) {
        for (int i = next; i < Math.min(in.to(), next + REACH); i++) {
            String word = in.word(i);
            boolean strong = STRONG.contains(word)
                    || word.equals("place") && in.word(i - 1).matches("take|takes|took|taken")
                    || word.equals("lieu") && in.word(i - 1).matches("eu|aura|a|ont|auront")
                    || TENSED.contains(word);
            if (strong || MEDIUM.contains(word)) {
                return Tie.STRONG;
            }
            if (OTHERS.contains(word) && i - next < 12) {
                return Tie.NONE;
            }
            if (RELATIVE.contains(word)) {
                break;
            }
        }
        return Tie.WEAK;
    }

    /** @param year that all of the entry's group is in; 0 if it is not known */
    List<DateCandidate> found(int year) {
        return found.settled(year);
    }
}
