package org.efcevents.pagetext;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An element of a page that holds blocks.
 *
 * @param parent the one around it; null of the outermost
 * @param number the elements of a page in their order, from 0
 * @param depth how many there are around it
 * @param tag its name in lower case
 * @param signature its name and classes: what repeats on a page has the same
 * @param path the signatures of all around it, and its own
 * @param words of its attributes {@code class}, {@code id}, {@code itemprop} and {@code role}, folded
 */
public record Box(Box parent, int number, int depth, String tag, String signature, int path, Set<String> words) {

    /** Whether it is another or around it. */
    public boolean holds(Box other) {
        Box box = other;
        while (box != null && box.depth > depth) {
            box = box.parent;
        }
        return this == box;
    }

    /** Whether two are in different boxes of the same kind, as neighbours in a list of cards are. Either may be null. */
    public static boolean areBeside(Box one, Box other) {
        Map<Integer, Box> around = new HashMap<>();
        for (Box box = one; box != null; box = box.parent) {
            around.put(box.path, box);
        }
        Box box = other;
        while (box != null && around.getOrDefault(box.path, box) == box) {
            box = box.parent;
        }
        return box != null;
    }

    /** By its number, which is its own. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return number + ":" + signature;
    }
}
