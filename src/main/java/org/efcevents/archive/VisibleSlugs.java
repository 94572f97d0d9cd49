package org.efcevents.archive;

import java.util.UUID;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.content.Slugs;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.index.EventTable;
import org.efcevents.index.IndexedEvent;
import org.efcevents.index.IndexedSpeaker;
import org.efcevents.index.SharedSlugs;

/** The slugs of what one reader may see at the time of a request: names or, where these belong to others, identifiers. */
public final class VisibleSlugs implements Slugs {

    private final ArchiveQueries names;
    private final ArchiveIndex.View index;
    private EventTable events;
    private SharedSlugs speakers;
    private SharedSlugs workPackages;

    /**
     * @param names finds nodes in the reader's session, whose slugs are their names
     * @param index what the reader may know of
     */
    VisibleSlugs(ArchiveQueries names, ArchiveIndex.View index) {
        this.names = names;
        this.index = index;
    }

    @Override
    public String of(ContentNode node) {
        if (node.isA(NodeType.NOTICE)) {
            String name = Slugs.nameOfEvent(node);
            return events().eventOf(UUID.fromString(node.id()))
                    .filter(event -> events().sharedSlugs().isWithoutName(event))
                    .map(UUID::toString)
                    .orElse(name);
        }
        if (isOwner(node.path())) {
            return node.name();
        }
        return of(node.id(), node.name(), shared(node));
    }

    /** The slug of an event. */
    public String of(IndexedEvent event) {
        return events().sharedSlugs().isWithoutName(event.id()) ? event.id().toString() : event.name();
    }

    /** The slug of a speaker. */
    public String of(IndexedSpeaker speaker) {
        return isOwner(speaker.path()) ? speaker.name() : of(speaker.id().toString(), speaker.name(), speakers());
    }

    private static String of(String id, String name, SharedSlugs shared) {
        return shared.isWithoutName(UUID.fromString(id)) ? id : name;
    }

    /** What lies directly in the folder of its type is addressed by its name, if that can be, whatever else there may be. */
    private static boolean isOwner(String path) {
        int folder = path.indexOf('/', 1);
        return path.indexOf('/', folder + 1) < 0 && Slugs.isAddress(path.substring(folder + 1));
    }

    private SharedSlugs shared(ContentNode node) {
        if (node.isA(NodeType.EVENT)) {
            return events().sharedSlugs();
        }
        return node.isA(NodeType.SPEAKER) ? speakers() : workPackages();
    }

    private EventTable events() {
        if (events == null) {
            events = index.visible().events();
        }
        return events;
    }

    private SharedSlugs speakers() {
        if (speakers == null) {
            speakers = SharedSlugs.among(index.speakers().stream()
                    .map(speaker -> new SharedSlugs.Named(speaker.id(), speaker.path()))
                    .toList());
        }
        return speakers;
    }

    private SharedSlugs workPackages() {
        if (workPackages == null) {
            workPackages = SharedSlugs.among(names.workPackages().stream()
                    .map(node -> new SharedSlugs.Named(UUID.fromString(node.id()), node.path()))
                    .toList());
        }
        return workPackages;
    }
}
