package org.efcevents.report;

/**
 * How many events there are, and how many people took part.
 *
 * @param held events that have taken place
 * @param stated those of them of which it is recorded how many took part
 * @param participants how many took part in these, together
 * @param ahead events that are not over, which may not take place
 * @param undated events without a year, of which nobody knows whether they are over
 * @param off events that were cancelled or postponed
 */
public record Tally(long held, long stated, long participants, long ahead, long undated, long off) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    Tally and(Tally other) {
        return new Tally(
                held + other.held,
                stated + other.stated,
                participants + other.participants,
                ahead + other.ahead,
                undated + other.undated,
                off + other.off);
    }

    /** Events that have taken place, and of which nobody has recorded how many took part. */
    public long unstated() {
        return held - stated;
    }
}
