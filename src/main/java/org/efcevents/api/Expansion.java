package org.efcevents.api;

/** What a list can include in full. */
enum Expansion {
    /** Speakers rather than their slugs. */
    SPEAKERS("speakers"),
    /** Work packages rather than their slugs. */
    WORK_PACKAGES("workPackages"),
    /** Each entry as its own document has it, but for what is found in other entries. */
    ALL("all");

    private final String parameter;

    Expansion(String parameter) {
        this.parameter = parameter;
    }

    /** The value of the query parameter; of what is a member, its name. */
    String parameter() {
        return parameter;
    }
}
