package org.efcevents.content;

/**
 * A file of Magnolia's DAM that the reader may have.
 *
 * @param address where it is; absolute
 * @param size of a picture; null for any other file, and where it is not known
 */
public record DamFile(String address, ImageSize size) {}
