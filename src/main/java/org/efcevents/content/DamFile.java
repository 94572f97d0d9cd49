package org.efcevents.content;

/**
 * A file in Magnolia's DAM that the reader may download.
 *
 * @param address its absolute address
 * @param size the dimensions of a picture; null for other files or if unknown
 */
public record DamFile(String address, ImageSize size) {}
