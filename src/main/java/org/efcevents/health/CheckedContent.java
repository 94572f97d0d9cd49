package org.efcevents.health;

import java.util.Collection;
import java.util.Map;

/**
 * What checks need to know of an archive.
 *
 * @param nodes all events, speakers and work packages
 * @param files those that events offer and that are there, by their identifiers; null if there is no workspace of files
 */
public record CheckedContent(Collection<CheckedNode> nodes, Map<String, CheckedFile> files) {}
