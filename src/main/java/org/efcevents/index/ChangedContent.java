package org.efcevents.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.NodeType;

/** Tells of which events and speakers changes are. */
final class ChangedContent {

    private static final List<String> FOLDERS = List.of(EventNodes.ROOT, SpeakerNodes.ROOT);

    private final Session all;
    private final Map<String, Optional<Node>> known = new HashMap<>();

    /** @param all a session that sees everything */
    private ChangedContent(Session all) {
        this.all = all;
    }

    /**
     * The events and speakers that have changed, or are no longer there; others may be among them.
     *
     * @param all a session that sees everything
     * @return empty if a folder with some in it has moved, so that any may have
     */
    static Optional<Set<UUID>> of(Session all, Collection<Change> changes) throws RepositoryException {
        ChangedContent content = new ChangedContent(all);
        Set<UUID> changed = new HashSet<>();
        for (Change change : changes) {
            Optional<Node> owner = content.at(change.path());
            if (owner.isPresent()) {
                changed.add(UUID.fromString(owner.get().getIdentifier()));
            }
            if (change.ofNode()) {
                // It may be one that is no longer where it was.
                changed.add(UUID.fromString(change.id()));
                if (owner.isEmpty() && isOfFolder(change) && content.isFolder(change.id())) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(changed);
    }

    /** The event or speaker that lies at a path, or above it. */
    private Optional<Node> at(String path) throws RepositoryException {
        if (FOLDERS.stream().noneMatch(folder -> path.startsWith(folder + "/"))) {
            return Optional.empty();
        }
        Optional<Node> found = known.get(path);
        if (found == null) {
            found = all.nodeExists(path) && isContent(all.getNode(path))
                    ? Optional.of(all.getNode(path))
                    : at(path.substring(0, path.lastIndexOf('/')));
            known.put(path, found);
        }
        return found;
    }

    private static boolean isContent(Node node) throws RepositoryException {
        return node.isNodeType(NodeType.EVENT.jcrName()) || node.isNodeType(NodeType.SPEAKER.jcrName());
    }

    private static boolean isOfFolder(Change change) {
        return FOLDERS.stream().anyMatch(folder -> (change.path() + "/").startsWith(folder + "/"));
    }

    private boolean isFolder(String id) throws RepositoryException {
        try {
            Node node = all.getNodeByIdentifier(id);
            return !isContent(node) && node.hasNodes();
        } catch (ItemNotFoundException gone) {
            return false;
        }
    }
}
