package org.efcevents.api;

/** What a list can include in full rather than as slugs. */
enum Expansion {
    SPEAKERS("speakers"),
    WORK_PACKAGES("workPackages");

    private final String parameter;

    Expansion(String parameter) {
        this.parameter = parameter;
    }

    /** The value of the query parameter, which is also the name of the member that it expands. */
    String parameter() {
        return parameter;
    }
}
