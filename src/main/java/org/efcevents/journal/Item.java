package org.efcevents.journal;

import java.util.List;
import java.util.UUID;
import org.efcevents.content.NodeType;
import org.efcevents.event.Visibility;

/**
 * An event, a speaker or a work package as it is now.
 *
 * @param id its identifier for life
 * @param type {@link NodeType#EVENT}, {@link NodeType#SPEAKER} or {@link NodeType#WORK_PACKAGE}
 * @param path the path of its node
 * @param arrived when it reached its present state, in milliseconds: {@link org.efcevents.content.ContentNode#arrived}
 * @param visibility who may know about it; {@link Visibility#HIDDEN} also for a listed event that says nothing to everybody
 * @param formerSlugs names in URLs that it is known to have had; may be empty
 */
public record Item(UUID id, NodeType type, String path, long arrived, Visibility visibility, List<String> formerSlugs) {

    /** Makes a defensive copy of the list. */
    public Item {
        formerSlugs = List.copyOf(formerSlugs);
    }

    /** Its name. */
    String slug() {
        return slug(path);
    }

    static String slug(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
