package org.efcevents.content;

/** The archive's node types that Java code refers to; {@code mgnl-nodetypes/efc-events.cnd} defines them all. */
public enum NodeType {
    EVENT("efc:event"),
    /** What everyone may know about an event that is not public; a child of the event. */
    NOTICE("efc:notice"),
    /** One person's part in an event; lies in the event's child node {@code participations}. */
    PARTICIPATION("efc:participation"),
    SPEAKER("efc:speaker"),
    WORK_PACKAGE("efc:workPackage");

    private final String jcrName;

    NodeType(String jcrName) {
        this.jcrName = jcrName;
    }

    /** The prefixed name, such as {@code efc:event}. */
    public String jcrName() {
        return jcrName;
    }

    /** The app in which editors keep nodes of this type, or those that they are parts of. */
    public String app() {
        return switch (this) {
            case SPEAKER -> "efc-speakers";
            case WORK_PACKAGE -> "efc-work-packages";
            case EVENT, NOTICE, PARTICIPATION -> "efc-events";
        };
    }

    /** The prefixed name, for use in queries. */
    @Override
    public String toString() {
        return jcrName;
    }
}
