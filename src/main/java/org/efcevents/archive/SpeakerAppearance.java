package org.efcevents.archive;

import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;

/**
 * An event at which a speaker appeared, and as what.
 *
 * @param event the event
 * @param participation their part in it
 */
public record SpeakerAppearance(EventSummary event, Participation participation) {}
