package org.efcevents.imports;

/**
 * What an editor says of an event that was read of a page. Each text is null where they leave what was read.
 *
 * @param taken whether it is to be imported; null where they do not say
 * @param title its title
 * @param date its date as typed; empty for none
 * @param kind its kind as stored; empty for none
 */
public record Correction(Boolean taken, String title, String date, String kind) {

    /** Nothing is said. */
    public static final Correction NONE = new Correction(null, null, null, null);
}
