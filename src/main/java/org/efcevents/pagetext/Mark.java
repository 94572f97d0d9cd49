package org.efcevents.pagetext;

/**
 * What the markup of a page says of some of its words.
 *
 * @param passage the words; empty ones where a picture or an anchor stands
 * @param value the address of a link or a picture, the name of an anchor, the attribute {@code datetime} of a time; else empty
 */
public record Mark(Kind kind, Passage passage, String value) {

    /** What it says. */
    public enum Kind {
        /** Printed bold, or larger than the rest. */
        STRONG,
        /** In small print under a picture. */
        CAPTION,
        /** In italics, or in an element with a class. */
        STYLED,
        /** Leads to an address. */
        LINK,
        /** A picture; the words are its alternative text. */
        PICTURE,
        /** Can be led to: an {@code id} or the {@code name} of an anchor. */
        ANCHOR,
        /** HTML's {@code time}. */
        TIME,
        /** When the words around it were written, as its class says. */
        POSTING,
        /** Struck out: it is not valid any more. */
        STRUCK
    }
}
