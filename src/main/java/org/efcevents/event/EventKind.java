package org.efcevents.event;

import java.util.Arrays;
import java.util.List;
import org.efcevents.content.OpenEnum;

/**
 * The kinds of event that the module's forms offer, in the order of the form. A site may have others.
 *
 * <p>Each is stored as {@link OpenEnum#wordOf} writes it, and is called what the message {@code efc.kind.<word>} says.
 */
public enum EventKind {
    CONFERENCE,
    AWARENESS_RAISING,
    STEERING_GROUP,
    WORK_PACKAGE_MEETING,
    CONFERENCE_CALL,
    TRAINING,
    LAUNCH,
    NETWORKS_MEETING,
    EXTERNAL_PARTICIPATION;

    /** All of them as they are stored. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OpenEnum::wordOf).toList();
    }
}
