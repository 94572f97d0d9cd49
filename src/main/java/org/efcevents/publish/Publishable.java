package org.efcevents.publish;

import java.util.List;
import org.efcevents.content.OpenEnum;
import org.efcevents.content.PublishedState;

/**
 * Something that can be published.
 *
 * @param kind what it is
 * @param workspace the node's workspace
 * @param id the node's identifier
 * @param path the node's path
 * @param title what it is called
 * @param state whether it is published as it is
 * @param neededBy the titles of the events that need it
 * @param permitted whether the editor may publish it
 * @param revealing whether everyone could fetch it, although not everyone may have what it belongs to
 */
public record Publishable(
        Kind kind,
        String workspace,
        String id,
        String path,
        String title,
        PublishedState state,
        List<String> neededBy,
        boolean permitted,
        boolean revealing) {

    /** What can be published, what others need before the others. */
    public enum Kind {
        FOLDER,
        FILE,
        WORK_PACKAGE,
        SPEAKER,
        EVENT;

        /** Its name in message keys. */
        public String key() {
            return OpenEnum.wordOf(this);
        }
    }

    /** Makes a defensive copy. */
    public Publishable {
        neededBy = List.copyOf(neededBy);
    }

    /** For the name of its box. */
    public String key() {
        return workspace + "." + id;
    }

    /** Whether it should be published with the events, unless the editor says otherwise. */
    public boolean isDue() {
        return permitted && !revealing && state != PublishedState.CURRENT;
    }
}
