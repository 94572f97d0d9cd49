package org.efcpreview.repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.ReferentialIntegrityException;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.nodetype.NodeTypeManager;
import javax.jcr.version.VersionHistory;
import javax.jcr.version.VersionManager;
import org.apache.commons.lang3.function.FailableFunction;
import org.apache.jackrabbit.commons.JcrUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Earlier states of nodes, kept as Magnolia keeps them ({@code BaseVersionManager}, {@code CopyUtil}): a copy of the node
 * with the same identifier in the workspace {@code mgnlVersion}, in folders of parts of that identifier, and the
 * JCR versions of that copy. A node with versions has the mixin {@code mgnl:hasVersion}.
 *
 * <p>A version holds the node with its parts, not the content below it. Its date, user and comment are those of the
 * moment when it was made.
 */
public final class Versions {
    /** Where the copies lie. */
    static final String WORKSPACE = "mgnlVersion";

    private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
    private static final String META = "mgnl:versionMetaData";

    /** What of a file's own properties a version has; what else begins with jcr: is of the version itself. */
    private static final Set<String> OF_FILES = Set.of("jcr:data", "jcr:mimeType", "jcr:encoding", "jcr:lastModified");

    private final ContentRepository repository;
    private final int most;

    /**
     * A version.
     *
     * @param name as in {@code 1.0}
     * @param user who made it; empty if it does not say
     * @param comment why; empty for none
     */
    public record Version(String name, Instant made, String user, String comment) {}

    /** @param most how many versions of a node are kept; the oldest go first. Magnolia's {@code maxVersionIndex} */
    public Versions(ContentRepository repository, int most) throws RepositoryException {
        this.repository = repository;
        this.most = most;
        repository.createWorkspace(WORKSPACE);
    }

    /**
     * Makes a version of a node as it is saved.
     *
     * @param comment why; empty for none
     * @return the version; empty for a node that is marked as deleted, of which there is nothing to keep
     */
    public synchronized Optional<Version> add(String workspace, String path, User user, String comment)
            throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            Session store = sessions.session(WORKSPACE);
            Node node = sessions.session(workspace).getNode(path);
            if (node.isNodeType("mgnl:deleted") || !node.isNodeType("mix:referenceable")) {
                return Optional.empty();
            }
            if (!node.isNodeType("mgnl:hasVersion")) {
                node.addMixin("mgnl:hasVersion");
                node.getSession().save();
            }
            Node copy = copyOf(node, store);
            Node meta = copy.addNode(META, "mgnl:reserve");
            meta.setProperty("versionUser", user.name());
            meta.setProperty("name", node.getName());
            meta.setProperty("sourceWorkspace", workspace);
            meta.setProperty("originalPath", path);
            copy.setProperty("mgnl:comment", comment);
            store.save();
            VersionManager manager = store.getWorkspace().getVersionManager();
            // Not a checkin and a checkout: a kill between them would leave a copy that takes no more versions.
            javax.jcr.version.Version made = manager.checkpoint(copy.getPath());
            forgetOldest(manager.getVersionHistory(copy.getPath()));
            return Optional.of(version(made));
        }
    }

    private static Node copyOf(Node node, Session store) throws RepositoryException {
        String identifier = node.getIdentifier();
        Node copy = Parts.byIdentifier(store, identifier);
        if (copy == null) {
            String folders = identifier.replaceFirst("^(..).{7}(..).{3}(..).*", "/$1/$2/$3");
            Node folder = JcrUtils.getOrCreateByPath(folders, "mgnl:folder", store);
            copy = Parts.add(folder, identifier, node.getPrimaryNodeType().getName(), identifier);
        } else {
            store.getWorkspace().getVersionManager().checkout(copy.getPath());
        }
        Parts.copy(node, copy);
        copy.addMixin("mix:versionable");
        return copy;
    }

    private void forgetOldest(VersionHistory history) throws RepositoryException {
        List<javax.jcr.version.Version> kept = oldestFirst(history);
        for (javax.jcr.version.Version version : kept.subList(0, Math.max(0, kept.size() - most))) {
            try {
                history.removeVersion(version.getName());
            } catch (ReferentialIntegrityException e) {
                // Something that a kill has left half done still refers to it. It is kept, and tried again next time.
                LOG.info("The version {} of {} is still referred to and is kept", version.getName(), history.getPath());
            }
        }
    }

    private static List<javax.jcr.version.Version> oldestFirst(VersionHistory history) throws RepositoryException {
        List<javax.jcr.version.Version> versions = new ArrayList<>();
        history.getAllLinearVersions().forEachRemaining(version -> versions.add((javax.jcr.version.Version) version));
        // The first one is none: jcr:rootVersion.
        return versions.subList(1, versions.size());
    }

    /** All versions of a node, the oldest first, for as long as the sessions are open. */
    private static List<javax.jcr.version.Version> of(Node node, OpenSessions sessions) throws RepositoryException {
        Session store = sessions.session(WORKSPACE);
        Node copy = node.isNodeType("mix:referenceable") ? Parts.byIdentifier(store, node.getIdentifier()) : null;
        return copy == null || !copy.isNodeType("mix:versionable")
                ? List.of()
                : oldestFirst(store.getWorkspace().getVersionManager().getVersionHistory(copy.getPath()));
    }

    /** The versions of a node, the newest first; empty if there are none. */
    public List<Version> of(Node node) throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            List<Version> found = new ArrayList<>();
            for (javax.jcr.version.Version version : of(node, sessions)) {
                found.add(0, version(version));
            }
            return found;
        }
    }

    /**
     * Reads a version.
     *
     * @param reading is given the node as it was, with sub-nodes as frozen nodes, while that can be read
     * @return empty if there is no such version
     */
    public <T> Optional<T> read(Node node, String name, FailableFunction<Node, T, RepositoryException> reading)
            throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            for (javax.jcr.version.Version version : of(node, sessions)) {
                if (version.getName().equals(name)) {
                    return Optional.ofNullable(reading.apply(version.getFrozenNode()));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Gives a node the properties and the parts that it had. Its place, its name, the content below it and what it says of
     * its publication stay. Nothing is saved.
     *
     * @param node its session is the one that writes
     * @return whether there is a version of that name
     */
    public boolean restore(Node node, String name) throws RepositoryException {
        return read(node, name, frozen -> {
                    if (node.isNodeType("mgnl:deleted")) {
                        node.removeMixin("mgnl:deleted");
                    }
                    for (Property property : JcrUtils.getProperties(node)) {
                        if (!property.getDefinition().isProtected()
                                && !Stamps.PUBLICATION.contains(property.getName())) {
                            property.remove();
                        }
                    }
                    Parts.remove(node);
                    thaw(frozen, node);
                    return true;
                })
                .orElse(false);
    }

    private static void thaw(Node frozen, Node target) throws RepositoryException {
        if (frozen.hasProperty("jcr:frozenMixinTypes")) {
            for (Value mixin : frozen.getProperty("jcr:frozenMixinTypes").getValues()) {
                if (!mixin.getString().equals("mix:versionable")) {
                    target.addMixin(mixin.getString());
                }
            }
        }
        for (Property property : JcrUtils.getProperties(frozen)) {
            String name = property.getName();
            if ((!name.startsWith("jcr:") || OF_FILES.contains(name)) && !Stamps.PUBLICATION.contains(name)) {
                Parts.copy(property, target);
            }
        }
        NodeTypeManager types = target.getSession().getWorkspace().getNodeTypeManager();
        for (Node child : JcrUtils.getChildNodes(frozen)) {
            if (!child.getName().equals(META)) {
                String type = child.getProperty("jcr:frozenPrimaryType").getString();
                String identifier = child.getProperty("jcr:frozenUuid").getString();
                boolean keeps = types.getNodeType(type).isNodeType("mix:referenceable")
                        && Parts.byIdentifier(target.getSession(), identifier) == null;
                thaw(child, Parts.add(target, child.getName(), type, keeps ? identifier : null));
            }
        }
    }

    private static Version version(javax.jcr.version.Version version) throws RepositoryException {
        Node frozen = version.getFrozenNode();
        return new Version(
                version.getName(),
                version.getCreated().toInstant(),
                JcrUtils.getStringProperty(frozen, META + "/versionUser", ""),
                JcrUtils.getStringProperty(frozen, "mgnl:comment", ""));
    }
}
