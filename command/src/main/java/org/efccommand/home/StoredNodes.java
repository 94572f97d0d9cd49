package org.efccommand.home;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.core.RepositoryImpl;
import org.apache.jackrabbit.core.id.NodeId;
import org.apache.jackrabbit.core.persistence.check.ReportItem;
import org.apache.jackrabbit.core.persistence.util.NodePropBundle;
import org.apache.jackrabbit.core.state.ItemStateException;
import org.apache.jackrabbit.core.value.InternalValue;
import org.apache.jackrabbit.spi.Name;
import org.apache.jackrabbit.spi.commons.conversion.DefaultNamePathResolver;
import org.efcpreview.repository.ContentDatabase;

/** The nodes of a workspace, or of the versions, as its database has them: read from the root down. */
final class StoredNodes {

    /** In place of a workspace's name. */
    static final String VERSIONS = "versions";

    /** How the identifiers of the roots end, which are in each workspace. */
    private static final String ROOTS = "babecafebabe";

    private final String workspace;
    private final ContentDatabase database;
    private final DefaultNamePathResolver names;
    private final Set<NodeId> versions;
    private final Set<NodeId> all = new HashSet<>();
    private final Set<NodeId> unseen = new HashSet<>();
    private final Map<String, String> files = new TreeMap<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> torn = new ArrayList<>();
    private final Map<NodeId, String> broken = new HashMap<>();
    private int references;

    /** @param versions the nodes of the versions, to which those of a workspace may refer */
    StoredNodes(String workspace, ContentDatabase database, DefaultNamePathResolver names, Set<NodeId> versions) {
        this.workspace = workspace;
        this.database = database;
        this.names = names;
        this.versions = versions;
    }

    /** The identifiers of all nodes. */
    Set<NodeId> all() {
        return all;
    }

    /** How many values refer to a node that has to be there. */
    int references() {
        return references;
    }

    /** The digests of files that nodes refer to, each with the place of one such value. */
    Map<String, String> files() {
        return files;
    }

    /** What nobody can mend: nodes that cannot be read, references to what is not there. */
    List<String> lost() {
        return lost;
    }

    /** Where parents and children do not know each other. */
    List<String> torn() {
        return torn;
    }

    /** Jackrabbit takes a node that cannot be read for one that is not there, and would forget where it was. */
    boolean canBeMended() {
        return !torn.isEmpty() && broken.isEmpty();
    }

    /** Lets Jackrabbit mend what is torn; {@return whether it could} */
    boolean mend() throws RepositoryException {
        return database.check(null, true, true, null, null).getItems().stream()
                .allMatch(item -> item.isRepaired() || item.getType() == ReportItem.Type.ORPHANED);
    }

    void read() throws ItemStateException, RepositoryException {
        all.addAll(database.getAllNodeIds(null, 0));
        unseen.addAll(all);
        if (workspace.equals(VERSIONS)) {
            read(RepositoryImpl.VERSION_STORAGE_NODE_ID, null, "/jcr:system/jcr:versionStorage");
            read(RepositoryImpl.ACTIVITIES_NODE_ID, null, "/jcr:system/jcr:activities");
        } else {
            read(RepositoryImpl.ROOT_NODE_ID, null, "");
        }
        // Jackrabbit's own, and what only the other kind of database has.
        unseen.removeIf(node -> node.toString().endsWith(ROOTS));
        // Each of the rest with what is below it, those first that no other is above.
        for (NodeId node : List.copyOf(unseen)) {
            NodePropBundle bundle = unseen.contains(node) ? bundle(node) : null;
            if (bundle != null && !unseen.contains(bundle.getParentId())) {
                NodeId parent = bundle.getParentId();
                if (!all.contains(parent)) {
                    lost.add(workspace + ": the node " + node + " has no parent any more");
                } else if (!broken.containsKey(parent)) {
                    torn.add(workspace + ": the node " + node + " is not listed by its parent");
                }
                read(node, parent, broken.getOrDefault(parent, "") + "/" + node);
            }
        }
        for (NodeId node : List.copyOf(unseen)) {
            read(node, null, "/" + node);
        }
    }

    /** {@return a node; null if it is not there or cannot be read} */
    private NodePropBundle bundle(NodeId node) {
        try {
            return database.loadBundle(node);
        } catch (ItemStateException | RuntimeException e) {
            return null;
        }
    }

    private void read(NodeId node, NodeId parent, String path) throws RepositoryException {
        String place = workspace + ":" + (path.isEmpty() ? "/" : path);
        if (!all.contains(node)) {
            torn.add(place + " is listed by its parent and is not there (" + node + ")");
            return;
        }
        NodePropBundle bundle = bundle(node);
        if (bundle != null && parent != null && !parent.equals(bundle.getParentId())) {
            torn.add(place + " has another parent than the node that lists it (" + node + ")");
        } else if (!unseen.remove(node)) {
            lost.add(place + " is listed twice (" + node + ")");
        } else if (bundle == null) {
            broken.put(node, path);
            lost.add(place + " cannot be read (" + node + ")");
        } else {
            readValues(bundle, workspace + ":" + path + "/");
            for (NodePropBundle.ChildNodeEntry child : bundle.getChildNodeEntries()) {
                if (!child.getId().toString().endsWith(ROOTS)) {
                    read(child.getId(), node, path + "/" + names.getJCRName(child.getName()));
                }
            }
        }
    }

    private void readValues(NodePropBundle bundle, String place) throws RepositoryException {
        for (NodePropBundle.PropertyEntry property : bundle.getPropertyEntries()) {
            // What a version has kept of a node may well refer to what is gone.
            boolean refers = property.getType() == PropertyType.REFERENCE
                    && (!workspace.equals(VERSIONS)
                            || property.getName().getNamespaceURI().equals(Name.NS_JCR_URI));
            for (InternalValue value : property.getValues()) {
                String name = place + names.getJCRName(property.getName());
                if (refers) {
                    references++;
                    NodeId target = value.getNodeId();
                    if (!all.contains(target) && !versions.contains(target)) {
                        lost.add(name + " refers to a node that is not there (" + target + ")");
                    }
                } else if (value.isInDataStore()) {
                    // "dataStore:" and the digest.
                    files.put(value.toString().replaceFirst(".*:", ""), name);
                }
            }
        }
    }
}
