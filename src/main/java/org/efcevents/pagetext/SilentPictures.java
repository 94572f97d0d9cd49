package org.efcevents.pagetext;

import java.util.ArrayList;
import java.util.List;

/**
 * Pictures of which a page says nothing, until it is known where they are: at the words that follow within the same element, or at those before
 * them.
 */
final class SilentPictures {

    private final List<String> waiting = new ArrayList<>();

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
