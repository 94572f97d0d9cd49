package org.efcevents.index;

/**
 * A change of a node or of one of its properties.
 *
 * @param path the path of the node
 * @param id the identifier of the node
 * @param ofNode whether the node itself was added, removed or moved, as opposed to one of its properties
 */
record Change(String path, String id, boolean ofNode) {}
