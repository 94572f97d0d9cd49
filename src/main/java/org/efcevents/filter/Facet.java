package org.efcevents.filter;

import java.util.Arrays;
import java.util.Optional;

/** The properties by which events can be filtered, in the order of addresses. Several values can be chosen of each. */
public enum Facet {
    /** The year in which an event begins, or {@link #UNDATED}. */
    YEAR("year"),
    /** The slug of a work package; an event may belong to several. */
    WORK_PACKAGE("workPackage"),
    /** The kind of event: {@code conference}, {@code training} … */
    KIND("kind"),
    /** The town, under a name that is the same in every language: see {@link org.efcevents.index.Town}. */
    PLACE("place"),
    /** {@link #OPEN} or {@link #CLOSED}. */
    SESSION("session"),
    /** The {@link org.efcevents.date.Phase} at the time of the request: {@code upcoming}, {@code ongoing} … */
    PHASE("phase");

    /** The year of events that have none, and their phase. */
    public static final String UNDATED = "undated";

    /** The session of an event that was not closed. */
    public static final String OPEN = "open";

    /** The session of a closed event. */
    public static final String CLOSED = "closed";

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /** The name of the query parameter, such as {@code workPackage}. */
    public String parameter() {
        return parameter;
    }

    /** The facet with this {@link #parameter()}; empty if there is none. */
    public static Optional<Facet> of(String parameter) {
        return Arrays.stream(values())
                .filter(facet -> facet.parameter.equals(parameter))
                .findFirst();
    }
}
