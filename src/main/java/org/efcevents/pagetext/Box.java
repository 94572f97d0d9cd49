package org.efcevents.pagetext;

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
