package org.efcevents.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;

/** Who wrote or photographed what an entry shows. */
final class Credits {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern LINE = Pattern.compile(
            "(?:(?:photos?|photographs?|photographies?|pictures?|images?)\\s?(?:by|:|credits?:|©|par)|(?:photo |image |picture )?credits?\\s?:|crédits?(?: photos?)?\\s?:|©|\\(c\\))\\s?\\p{L}.{1,120}",
            FLAGS);

    private static final Pattern SENTENCE = Pattern.compile(
            "\\bthis (?:briefing|report|summary|text|article) (?:was|has been) (?:put together|written|prepared|compiled|drafted) by\\b.{2,120}|"
                    + "\\bce (?:texte|compte rendu|rapport) a été (?:rédigé|écrit|préparé) par\\b.{2,120}",
            FLAGS);

    private static final Pattern AT_END = Pattern.compile(
            "(?:Photos?|Photographs?|Pictures?|Crédit photo|Photo credit)\\s?(?:by|:)\\s?(?:\\p{Lu}\\.\\s?)*+\\p{Lu}[^.;]{1,80}\\.?$");

    private Credits() {}

    /** The words of it; empty if there are none. */
    static Optional<Finding<String>> of(Entry entry) {
        for (Passage part : entry.body()) {
            Matcher line = LINE.matcher(entry.text()).region(part.from(), part.to());
            if (line.matches()) {
                return found(entry, part);
            }
            for (Pattern pattern : List.of(SENTENCE, AT_END)) {
                Matcher within = pattern.matcher(entry.text()).region(part.from(), part.to());
                if (within.find()) {
                    return found(entry, new Passage(within.start(), within.end()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding<String>> found(Entry entry, Passage words) {
        return Optional.of(
                new Finding<>(WordForms.collapsed(words.in(entry.text())), List.of(words), "credit", Certainty.STATED));
    }
}
