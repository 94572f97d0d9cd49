package org.efcevents.event;

import org.efcevents.content.OpenEnum;

/**
 * What somebody did at an event. Each part is stored as {@link OpenEnum#wordOf} writes it, and is called what the message
 * {@code efc.part.<word>} says.
 */
public enum Part {
    KEYNOTE,
    /** Also where nothing is stored. */
    SPEAKER,
    PANELLIST,
    CHAIR,
    OPENING,
    CLOSING,
    /** Was there, and did nothing that is recorded. */
    ATTENDING,
    ANNOUNCING
}
