package org.efcevents.archive;

import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;

/**
 * A speaker's part in an event.
 *
 * @param event the event
 * @param participation what they did
 */
public record SpeakerAppearance(EventSummary event, Participation participation) {}
