package org.efcevents.content;

/** The node types of the archive that Java asks for; {@code mgnl-nodetypes/efc-events.cnd} defines them all. */
public enum NodeType {
    EVENT("efc:event"),
    /** What everyone may know of an event that is not public: a sub-node of the event. */
    NOTICE("efc:notice"),
    /** What one person did at an event: a sub-node of a sub-node of the event. */
    PARTICIPATION("efc:participation"),
    SPEAKER("efc:speaker"),
    WORK_PACKAGE("efc:workPackage");

    private final String jcrName;

    NodeType(String jcrName) {
        this.jcrName = jcrName;
    }

    /** The name with its prefix, such as {@code efc:event}. */
    public String jcrName() {
        return jcrName;
    }

    /** The name with its prefix, as queries have it. */
    @Override
    public String toString() {
        return jcrName;
    }
}
