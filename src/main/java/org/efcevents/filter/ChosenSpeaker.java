package org.efcevents.filter;

import java.util.function.IntPredicate;

/**
 * A speaker by whom events are filtered.
 *
 * @param slug as in the query string
 * @param name their name; the slug if there is no such speaker
 * @param tookPart whether they took part in the event in a row
 */
public record ChosenSpeaker(String slug, String name, IntPredicate tookPart) {}
