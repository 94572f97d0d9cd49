package org.efcevents.archive;

import java.util.List;
import org.efcevents.event.EventSummary;
import org.efcevents.speaker.Speaker;

/**
 * What a work package did, as its page tells it.
 *
 * @param total how many events it held, or is to hold
 * @param timeline its dated events from the first year to the last, the oldest first
 * @param undated its events without a year, as in {@link Listing#undated()}
 * @param kinds how many events of each kind, the most frequent first; events without a kind are not counted
 * @param people who took part in its events, in the alphabetical order of family names; everybody once
 */
public record WorkDone(
        int total, List<Year> timeline, List<EventSummary> undated, List<KindCount> kinds, List<Speaker> people) {}
