package org.efcevents.archive;

/**
 * How many events there are of a kind.
 *
 * @param kind {@code conference}, {@code work-package-meeting} …
 * @param count from 1
 */
public record KindCount(String kind, int count) {}
