/**
 * Pages that editors bring into the archive: each is kept whole with what was corrected of its reading ({@link
 * org.efcevents.imports.KeptPages}), becomes proposals ({@link org.efcevents.imports.Proposal}), and from these unpublished events with their
 * people and work packages ({@link org.efcevents.imports.EventImport}).
 */
package org.efcevents.imports;
