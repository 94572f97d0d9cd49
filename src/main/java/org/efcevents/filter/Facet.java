package org.efcevents.filter;

import java.util.Arrays;
import java.util.Optional;

/** What events can be chosen by. */
public enum Facet {
    /** The year an event begins in, or {@link #UNDATED}. */
    YEAR("year"),
    /** The slug of a work package; an event may have several. */
    WORK_PACKAGE("workPackage"),
    /** What sort of event: {@code conference}, {@code training} … */
    KIND("kind"),
    /** The town, by a name that is the same in every language: see {@link SearchableEvent}. */
    PLACE("place"),
    /** {@link #OPEN} or {@link #CLOSED}. */
    SESSION("session");

    /** The year of events without one. */
    public static final String UNDATED = "undated";

    /** The session of an event that is not closed. */
    public static final String OPEN = "open";

    /** The session of a closed event. */
    public static final String CLOSED = "closed";

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /** The name of the parameter in an address, such as {@code workPackage}. */
    public String parameter() {
        return parameter;
    }

    /** The facet whose {@link #parameter()} this is; empty if there is none. */
    public static Optional<Facet> of(String parameter) {
        return Arrays.stream(values())
                .filter(facet -> facet.parameter.equals(parameter))
                .findFirst();
    }
}
