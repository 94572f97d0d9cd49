package org.efcevents.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.Sentences;
import org.efcevents.pagetext.WordForms;

/** The words by which an entry says that its event was not for everyone. */
final class ClosedSession {

    private static final String CLOSED =
            "closed (?:session|meeting|event)|members(?: of [^()]{1,60})? only|(?:members?|partners?|staff|trustees|invited guests) only|"
                    + "\\bonly for (?:members|partners|staff)|huis clos|"
                    + "réservée?s? aux (?:membres|adhérents|partenaires|bénévoles|élus|invités|doctorants|délégués|administrateurs)|"
                    + "(?:membres|adhérents|partenaires) (?:seulement|uniquement)|geschlossene sitzung|nur für mitglieder";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\(([^()]{0,100}(?:" + CLOSED + ")[^()]{0,100}|closed)\\)", FLAGS);

    private static final Pattern SENTENCE = Pattern.compile(
            "(?<=[.!?]\\s)(?:closed session|closed meeting|réunion à huis clos|séance à huis clos)(?:[ ,][^.()]{0,80}|\\s\\([^()]{1,80}\\))?(?=\\.|$)",
            FLAGS);

    /** In a column or a line of its own. */
    private static final Pattern ALONE = Pattern.compile("(?:" + CLOSED + "|closed)\\.?", FLAGS);

    /** A sentence that says nothing else. */
    private static final Pattern WHOLE_SENTENCE = Pattern.compile(
            "\\s*(?<words>(?:(?:for\\s+|\\p{L}+ (?:and|et) |(?:séance|réunion|visite) )?(?:" + CLOSED
                    + ")(?: d[ue] \\p{L}+)?"
                    + "|(?:séance|réunion) (?:non publique|interne|privée|fermée)|internal (?:meeting|event)|not open to (?:observers|the public|the press))\\.?)",
            FLAGS);

    /** What suggests it, wherever it stands. */
    private static final Pattern SUGGESTED = Pattern.compile(
            "\\b(?:by invitation only|invitation only|behind closed doors|candidates only|internal (?:meeting|event)|sur invitation(?: uniquement| seulement)?|à huis clos|closed[- ]door|closed (?:session|meeting|event|round[ -]table|workshop))\\b",
            FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

    private ClosedSession() {}

    /** The wording without the brackets around it; empty if the entry does not say so. */
    static Optional<Finding<String>> of(Entry entry) {
        Optional<Finding<String>> title = entry.title().flatMap(words -> inBrackets(entry, words));
        if (title.isPresent()) {
            return title;
        }
        for (Passage part : entry.body()) {
            Optional<Finding<String>> brackets = inBrackets(entry, part);
            if (brackets.isPresent()) {
                return brackets;
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
        return Sentences.of(entry).stream()
                .map(words -> WHOLE_SENTENCE.matcher(entry.text()).region(words.from(), words.to()))
                .filter(Matcher::matches)
                .map(words -> found(entry, new Passage(words.start("words"), words.end("words"))))
                .findFirst()
                .or(() -> suggested(entry));
    }

    private static Optional<Finding<String>> suggested(Entry entry) {
        return Stream.concat(entry.body().stream(), entry.title().stream())
                .map(part -> SUGGESTED.matcher(entry.text()).region(part.from(), part.to()))
                .filter(Matcher::find)
                .map(words -> found(entry, new Passage(words.start(), words.end()), Certainty.DOUBTFUL))
                .findFirst();
    }

    /** Behind bold words that are not the title it may be of a part of the programme alone. */
    private static Optional<Finding<String>> inBrackets(Entry entry, Passage part) {
        Matcher words = IN_BRACKETS.matcher(entry.text()).region(part.from(), part.to());
        if (!words.find()) {
            return Optional.empty();
        }
        boolean ofPart = entry.blocks().stream()
                .filter(block -> block.passage().contains(part)
                        && entry.title().filter(block.passage()::overlaps).isEmpty())
                .flatMap(block -> block.marks().stream())
                .anyMatch(mark -> mark.kind() == Mark.Kind.STRONG
                        && mark.passage().length() > 0
                        && mark.passage().to() < words.start());
        return Optional.of(found(
                entry, new Passage(words.start(1), words.end(1)), ofPart ? Certainty.DOUBTFUL : Certainty.STATED));
    }

    private static Finding<String> found(Entry entry, Passage words) {
        return found(entry, words, Certainty.STATED);
    }

    private static Finding<String> found(Entry entry, Passage words, Certainty certainty) {
        return new Finding<>(WordForms.collapsed(words.in(entry.text())), List.of(words), "closed.wording", certainty);
    }
}
