package org.efcevents.archive;

import java.util.List;
import org.efcevents.filter.Pagination;
import org.efcevents.speaker.Speaker;

/**
 * A page of the list of all speakers.
 *
 * @param total how many there are on all pages
 * @param pages its pages, of which this is one
 * @param speakers those on the page, in alphabetical order
 */
public record SpeakerList(int total, Pagination pages, List<Speaker> speakers) {}
