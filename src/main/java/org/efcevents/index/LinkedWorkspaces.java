package org.efcevents.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.jcr.NoSuchWorkspaceException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * The workspaces of which events, speakers and work packages show something: the files that they offer, and the pages that their texts
 * link to. What changes there changes what they show. Not thread-safe.
 */
final class LinkedWorkspaces {

    private static final List<String> NAMES = List.of("dam", "website");

    /** Of a page or a folder that has moved, everything below it has another address; of so many things it is looked up. */
    private static final int MOST_BELOW = 10_000;

    private final Map<String, ChangeLog> logs = new HashMap<>();

    /**
     * Begins to observe, unless it does already.
     *
     * @return whether something may have changed there that is not known
     */
    boolean observe(Session session) throws RepositoryException {
        boolean begun = false;
        for (String name : NAMES) {
            ChangeLog log = logs.get(name);
            if (log == null || !log.observes(session.getRepository())) {
                try {
                    logs.put(name, new ChangeLog(session.getRepository(), name));
                    begun = true;
                } catch (NoSuchWorkspaceException e) {
                    // Then nothing shows anything of it.
                    logs.remove(name);
                }
            }
        }
        return begun;
    }

    /**
     * The identifiers of what has changed since the last time.
     *
     * @return null if it is not known what
     */
    Set<UUID> changed(Session session) throws RepositoryException {
        Set<UUID> changed = new HashSet<>();
        for (Map.Entry<String, ChangeLog> log : logs.entrySet()) {
            ChangeLog.Changes changes = log.getValue().drain();
            if (changes.many()) {
                return null;
            }
            if (!changes.changes().isEmpty()) {
                Session there = ChangeLog.open(session.getRepository(), log.getKey());
                try {
                    for (Change change : changes.changes()) {
                        add(change, there, changed);
                    }
                } finally {
                    there.logout();
                }
            }
            if (changed.size() > MOST_BELOW) {
                return null;
            }
        }
        return changed;
    }

    /** Observes no more, so that it is not known what has changed. */
    void forget() {
        logs.values().forEach(ChangeLog::close);
        logs.clear();
    }

    /** What is stored of a file, or written on a page, is of nodes below it. */
    private static void add(Change change, Session session, Set<UUID> changed) throws RepositoryException {
        changed.add(UUID.fromString(change.id()));
        for (String path = change.path(); path.length() > 1; path = path.substring(0, path.lastIndexOf('/'))) {
            String at = path;
            try {
                if (session.nodeExists(at)) {
                    changed.add(UUID.fromString(session.getNode(at).getIdentifier()));
                }
            } catch (RepositoryException e) {
                ChangingNode.absent(e);
            }
        }
        if (change.ofNode()) {
            ChangingNode.read(session, change.id(), node -> {
                addBelow(node, changed);
                return node;
            });
        }
    }

    private static void addBelow(Node node, Set<UUID> changed) throws RepositoryException {
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext() && changed.size() <= MOST_BELOW; ) {
            Node below = nodes.nextNode();
            changed.add(UUID.fromString(below.getIdentifier()));
            addBelow(below, changed);
        }
    }
}
