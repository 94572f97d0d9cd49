package org.efcevents.imports;

/**
 * What a source states of a field of an event that is there, and is not what the event has.
 *
 * @param name of the field, as {@link org.efcevents.source.EventField#named} has it
 * @param before what the event has; empty for nothing
 * @param after what the source states; empty for nothing
 * @param edited whether somebody has edited it since it was imported, or may have: then it stays as it is
 */
public record FieldChange(String name, String before, String after, boolean edited) {}
