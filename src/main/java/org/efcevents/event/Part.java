package org.efcevents.event;

import org.efcevents.content.OpenEnum;

/**
 * What somebody did at an event. Each part is stored as its {@link OpenEnum#wordOf} and labelled by the message {@code
 * efc.part.<word>}. Sites may add others.
 */
public enum Part {
    KEYNOTE,
    /** The default if nothing is stored. */
    SPEAKER,
    PANELLIST,
    CHAIR,
    OPENING,
    CLOSING,
    /** Was present, with no recorded contribution. */
    ATTENDING,
    ANNOUNCING
}
