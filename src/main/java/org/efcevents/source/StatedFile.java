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

    /** What it is called in words; empty where the source has nothing but its address, the end of which stands for it. */
    public String called() {
        return address.replaceFirst("(?s)[?#].*", "").endsWith(title) ? "" : title;
    }

    /** Whether it is a picture that nothing is said of: who does not see it has to be told what it shows. */
    public boolean isUndescribed() {
        return kind == Kind.PICTURE && called().isEmpty();
    }
}
