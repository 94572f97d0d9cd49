package org.efcevents.pagetext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Pictures of which a page says nothing, until it is known where they are: at the words that follow within the same element, or at those before
 * them.
 */
final class SilentPictures {

    /** “200x150”, “fair-2.jpg”: what programs write where nobody has said what is to be seen. */
    private static final Pattern NO_WORDS =
            Pattern.compile("\\d+\\s?[x×]\\s?\\d+|\\S+\\.(?:jpe?g|png|gif|webp|svg|bmp)", Pattern.CASE_INSENSITIVE);

    private final List<String> waiting = new ArrayList<>();

    /** What an alternative text says; nothing if it is a size or the name of a file. */
    static String words(String alternative) {
        String words = WordForms.collapsed(alternative);
        return NO_WORDS.matcher(words).matches() ? "" : words;
    }

    void add(String address) {
        waiting.add(address);
    }

    /** The marks of all that wait, at a place in the text; none waits any longer. */
    List<Mark> at(int place) {
        List<Mark> marks = waiting.stream()
                .map(address -> new Mark(Mark.Kind.PICTURE, new Passage(place, place), address))
                .toList();
        waiting.clear();
        return marks;
    }

    /** Gives those that wait when an element ends to the last of the blocks, if it is in the element; null is the page. */
    void end(Box element, List<Block> blocks, List<Box> boxes) {
        int last = blocks.size() - 1;
        if (waiting.isEmpty() || last < 0 || element != null && !element.holds(boxes.get(last))) {
            return;
        }
        for (Mark mark : at(blocks.get(last).passage().to())) {
            blocks.set(last, blocks.get(last).with(mark));
        }
    }
}
