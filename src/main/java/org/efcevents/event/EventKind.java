package org.efcevents.event;

import java.util.Arrays;
import java.util.List;
import org.efcevents.content.OpenEnum;

/**
 * The kinds of event that the module's forms offer, in the same order. Sites may add others.
 *
 * <p>Each is stored as its {@link OpenEnum#wordOf} and labelled by the message {@code efc.kind.<word>}.
 */
public enum EventKind {
    CONFERENCE,
    AWARENESS_RAISING,
    STEERING_GROUP,
    WORK_PACKAGE_MEETING,
    CONFERENCE_CALL,
    WEBINAR,
    TRAINING,
    LAUNCH,
    NETWORKS_MEETING,
    EXTERNAL_PARTICIPATION;

    /** The stored words of all constants. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OpenEnum::wordOf).toList();
    }
}
