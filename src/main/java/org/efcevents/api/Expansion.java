package org.efcevents.api;

/** What a list can give in full instead of by slug. */
enum Expansion {
    SPEAKERS("speakers"),
    WORK_PACKAGES("workPackages");

    private final String parameter;

    Expansion(String parameter) {
        this.parameter = parameter;
    }

    /** What an address calls it, which is also the member that it expands. */
    String parameter() {
        return parameter;
    }
}
