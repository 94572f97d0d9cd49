package org.efcevents.event;

import java.util.Locale;
import org.efcevents.content.ContentNode;

/**
 * Who may know about an event. This follows from the folder that the event lies in and is enforced by the repository's
 * access rights; the enum only reports it. Constants are ordered from most to least visible.
 */
public enum Visibility {
    /** Everyone may read it. */
    PUBLIC,
    /** Everyone may read its notice, members all of it. */
    LISTED,
    /** Members may read it; others do not learn that it exists. */
    HIDDEN,
    /** Nobody may read it; its address tells that there was an event. */
    WITHDRAWN;

    /**
     * The visibility of an event.
     *
     * @param node the event or its notice
     */
    public static Visibility of(ContentNode node) {
        return at(node.path());
    }

    /**
     * The visibility of an event.
     *
     * @param path the path of its node or of its notice
     */
    public static Visibility at(String path) {
        String[] names = path.split("/");
        // An event that is itself called so lies one step higher.
        String folder = names.length > 3 ? names[2] : "";
        for (Visibility visibility : values()) {
            if (visibility != PUBLIC && visibility.key().equals(folder)) {
                return visibility;
            }
        }
        return PUBLIC;
    }

    /** The name of the folder, also used in message keys, such as {@code listed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
