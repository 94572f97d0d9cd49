package org.efcevents.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;

/** The words by which an entry says that its event was not for everyone. */
final class ClosedSession {

    private static final String CLOSED =
            "closed (?:session|meeting|event)|members(?: of [^()]{1,60})? only|members? only|\\bonly for members|huis clos|réservée? aux membres|"
                    + "membres (?:seulement|uniquement)|geschlossene sitzung|nur für mitglieder";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\(([^()]{0,100}(?:" + CLOSED + ")[^()]{0,100}|closed)\\)", FLAGS);

    private static final Pattern SENTENCE = Pattern.compile(
            "(?<=[.!?]\\s)(?:closed session|closed meeting|réunion à huis clos|séance à huis clos)(?:[ ,][^.()]{0,80}|\\s\\([^()]{1,80}\\))?(?=\\.|$)",
            FLAGS);

    /** In a column or a line of its own. */
    private static final Pattern ALONE = Pattern.compile("(?:" + CLOSED + "|closed)\\.?", FLAGS);

    /** What suggests it, wherever it stands. */
    private static final Pattern SUGGESTED = Pattern.compile(
            "\\b(?:by invitation only|invitation only|sur invitation(?: uniquement| seulement)?|à huis clos|closed[- ]door|closed (?:session|meeting|event|round[ -]table|workshop))\\b",
            FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

    private ClosedSession() {}

    /** The wording without the brackets around it; empty if the entry does not say so. */
    static Optional<Finding<String>> of(Entry entry) {
        for (Passage part : entry.body()) {
            Matcher words = IN_BRACKETS.matcher(entry.text()).region(part.from(), part.to());
            if (words.find()) {
                return Optional.of(found(entry, new Passage(words.start(1), words.end(1))));
            }
            if (ALONE.matcher(entry.text()).region(part.from(), part.to()).matches()) {
                return Optional.of(found(entry, part));
            }
            Matcher sentence = SENTENCE.matcher(entry.text()).region(part.from(), part.to());
            sentence.useTransparentBounds(true);
            if (sentence.find()) {
                return Optional.of(found(entry, new Passage(sentence.start(), sentence.end())));
            }
        }
        return Stream.concat(entry.body().stream(), entry.title().stream())
                .map(part -> SUGGESTED.matcher(entry.text()).region(part.from(), part.to()))
                .filter(Matcher::find)
                .map(words -> found(entry, new Passage(words.start(), words.end()), Certainty.DOUBTFUL))
                .findFirst();
    }

    private static Finding<String> found(Entry entry, Passage words) {
        return found(entry, words, Certainty.STATED);
    }

    private static Finding<String> found(Entry entry, Passage words, Certainty certainty) {
        return new Finding<>(WordForms.collapsed(words.in(entry.text())), List.of(words), "closed.wording", certainty);
    }
}
