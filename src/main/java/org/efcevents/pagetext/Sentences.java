package org.efcevents.pagetext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of an entry's own words, without its title. A heading or a cell is one, however it ends. */
public final class Sentences {

    /**
     * A regular expression of a sign that ends a sentence: not behind an initial, or behind what is shortened before a name. The sign is looked
     * for first, for what is behind it takes longer to look at.
     */
    public static final String END_SIGN =
            "[.!?](?<!\\b(?:\\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|No|Nr|Mme|Mlle|MM|approx|ca|vol|p|art|Jan|Feb|Mar|Apr|Jun|Jul|"
                    + "Aug|Sept?|Oct|Nov|Dec|janv|févr|avr|juil|déc)[.!?])";

    private static final Pattern END = Pattern.compile(END_SIGN + "[)\"”»]?+(?=\\s+[\\p{Lu}\\p{N}“\"«(])");

    private static final Pattern END_OF_FIRST = Pattern.compile(END_SIGN + "(?=\\s+\\p{Lu}|$)");

    private static final int MOST = 12;

    private Sentences() {}

    /** The first sentence of a text without the sign that ends it; all of it if it is no more than one without such a sign. */
    public static Passage first(String text, Passage words) {
        Matcher end = END_OF_FIRST.matcher(text).region(words.from(), words.to());
        return end.find() ? new Passage(words.from(), end.start()) : words;
    }

    /** The first dozen of them. */
    public static List<Passage> of(Entry entry) {
        List<Passage> sentences = new ArrayList<>();
        for (Passage part : entry.body()) {
            Matcher end = END.matcher(entry.text()).region(part.from(), part.to());
            int from = part.from();
            while (end.find() && sentences.size() < MOST) {
                sentences.add(new Passage(from, end.end()));
                from = end.end();
            }
            if (from < part.to() && sentences.size() < MOST) {
                sentences.add(new Passage(from, part.to()));
            }
            if (sentences.size() >= MOST) {
                break;
            }
        }
        return sentences;
    }
}
