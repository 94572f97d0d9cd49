package org.efcevents.pagetext;

/**
 * A part of a page's text.
 *
 * @param from where it begins, in UTF-16 code units of the text
 * @param to where it ends, exclusively
 */
public record Passage(int from, int to) implements Comparable<Passage> {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Passage {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("A passage from " + from + " to " + to);
        }
    }

    /** The words of it. */
    public String in(String text) {
        return text.substring(from, to);
    }

    /** How many UTF-16 code units it has. */
    public int length() {
        return to - from;
    }

    /** Whether all of another is in it. */
    public boolean contains(Passage other) {
        return from <= other.from && other.to <= to;
    }

    /** Whether it has a character in common with another. */
    public boolean overlaps(Passage other) {
        return from < other.to && other.from < to;
    }

    /** By where they begin, the longer first. */
    @Override
    public int compareTo(Passage other) {
        return from == other.from ? Integer.compare(other.to, to) : Integer.compare(from, other.from);
    }
}
