package org.efcevents.imports;

import java.util.List;
import org.efcevents.source.StatedFile;

/**
 * An event of the archive that an event of a source is, or may be.
 *
 * @param id its identifier
 * @param how how it is known
 * @param changes what would become of it
 * @param missing pictures, if it has none, and documents, if it has none, that came with the source
 */
public record KnownEvent(String id, How how, List<FieldChange> changes, List<StatedFile> missing) {

    /** How an event is known to be the same. */
    public enum How {
        /** It was made of the same words. */
        SAME_WORDS,
        /** It was made of what has the same key, title and date, or title, or is named by its identifier. */
        SAME_EVENT,
        /**
         * It has the same title and date, and was not made of this source, or was made of it and has the same place in it, people or texts: it may be
         * the same.
         */
        PERHAPS
    }

    /** Makes defensive copies. */
    public KnownEvent {
        changes = List.copyOf(changes);
        missing = List.copyOf(missing);
    }

    /** Whether there is something to change. */
    public boolean isChanged() {
        return !missing.isEmpty() || isChangedWithoutFiles();
    }

    /** Whether there is something to change besides its files. */
    public boolean isChangedWithoutFiles() {
        return changes.stream().anyMatch(FieldChange::isTaken);
    }
}
