package org.efcevents.event;

import java.util.Locale;
import org.efcevents.content.ContentNode;

/**
 * Who may know of an event. It follows from the folder that the event lies in, and the repository's access rights enforce
 * it: this only tells it, and keeps nothing from anybody. The constants go from the most to the least visible.
 */
public enum Visibility {
    /** Everyone reads it. */
    PUBLIC,
    /** Everyone reads its notice, and members all of it. */
    LISTED,
    /** Members read it, and others do not learn that it is there. */
    HIDDEN,
    /** Nobody reads it; whoever asks for it learns that there was an event. */
    WITHDRAWN;

    /**
     * The visibility of an event.
     *
     * @param node the event, or the notice in it
     */
    public static Visibility of(ContentNode node) {
        String[] names = node.path().split("/");
        // An event that is itself called so lies one step higher.
        String folder = names.length > 3 ? names[2] : "";
        for (Visibility visibility : values()) {
            if (visibility != PUBLIC && visibility.key().equals(folder)) {
                return visibility;
            }
        }
        return PUBLIC;
    }

    /** The name of its folder, and of it in message keys, such as {@code listed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
