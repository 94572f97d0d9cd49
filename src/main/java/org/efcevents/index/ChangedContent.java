package org.efcevents.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.NodeType;

/** Tells of which events, speakers and work packages changes are. */
final class ChangedContent {

    /** Where work packages lie. */
    static final String WORK_PACKAGES = "/work-packages";

    private static final List<String> FOLDERS = List.of(EventNodes.ROOT, SpeakerNodes.ROOT, WORK_PACKAGES);

    private final Session all;
    private final Map<String, Optional<UUID>> known = new HashMap<>();

    /** @param all a session that sees everything */
    ChangedContent(Session all) {
        this.all = all;
    }

    /**
     * The events, speakers and work packages that have changed, or are no longer there; others may be among them.
     *
     * @param all a session that sees everything
     * @return empty if a folder with some in it has moved, so that any may have
     */
    static Optional<Set<UUID>> of(Session all, Collection<Change> changes) throws RepositoryException {
        ChangedContent content = new ChangedContent(all);
        Set<UUID> changed = new HashSet<>();
        for (Change change : changes) {
            Optional<UUID> owner = content.at(change.path());
            owner.ifPresent(changed::add);
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

    /** The event, speaker or work package that lies at a path, or above it. */
    Optional<UUID> at(String path) throws RepositoryException {
        if (FOLDERS.stream().noneMatch(folder -> path.startsWith(folder + "/"))) {
            return Optional.empty();
        }
        Optional<UUID> found = known.get(path);
        if (found == null) {
            found = exactlyAt(path);
            if (found.isEmpty()) {
                found = at(path.substring(0, path.lastIndexOf('/')));
            }
            known.put(path, found);
        }
        return found;
    }

    private Optional<UUID> exactlyAt(String path) throws RepositoryException {
        try {
            Node node = all.nodeExists(path) ? all.getNode(path) : null;
            return node != null && isContent(node)
                    ? Optional.of(UUID.fromString(node.getIdentifier()))
                    : Optional.empty();
        } catch (RepositoryException e) {
            return ChangingNode.absent(e);
        }
    }

    private static boolean isContent(Node node) throws RepositoryException {
        return node.isNodeType(NodeType.EVENT.jcrName())
                || node.isNodeType(NodeType.SPEAKER.jcrName())
                || node.isNodeType(NodeType.WORK_PACKAGE.jcrName());
    }

    private static boolean isOfFolder(Change change) {
        return FOLDERS.stream().anyMatch(folder -> (change.path() + "/").startsWith(folder + "/"));
    }

    private boolean isFolder(String id) throws RepositoryException {
        return ChangingNode.read(all, id, node -> !isContent(node) && node.hasNodes())
                .orElse(false);
    }
}
