package org.efcevents.archive;

import java.time.Instant;

/**
 * What is left of an event that was withdrawn: that there was one at this address, and no more.
 *
 * @param slug its name in URLs
 * @param since when what tells of it was last written; the beginning of 1970 where that is not known
 * @param arrived when this instance learned of it: {@link org.efcevents.content.ContentNode#arrived}
 */
public record Tombstone(String slug, Instant since, Instant arrived) {}
