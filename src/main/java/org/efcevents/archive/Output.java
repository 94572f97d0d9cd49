package org.efcevents.archive;

import org.efcevents.event.Document;
import org.efcevents.event.EventSummary;

/**
 * What came out of an event.
 *
 * @param event the event
 * @param document one of its documents, which this reader may see or not: its file says so
 */
public record Output(EventSummary event, Document document) {}
