package org.efcevents.source;

import org.efcevents.pagetext.Passage;

/**
 * A picture or document that a source shows or leads to. It is not fetched.
 *
 * @param kind which of the two
 * @param address as the source has it
 * @param title what it is called; empty if nothing is stated
 * @param words where it is named
 */
public record StatedFile(Kind kind, String address, String title, Passage words) {

    /** What it is for. */
    public enum Kind {
        PICTURE,
        DOCUMENT
    }
}
