package org.efcpreview.repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.ReferentialIntegrityException;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.version.VersionException;
import javax.jcr.version.VersionHistory;
import javax.jcr.version.VersionIterator;
import javax.jcr.version.VersionManager;
import org.apache.jackrabbit.commons.JcrUtils;
import org.apache.jackrabbit.core.NodeImpl;
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

    private final ContentRepository repository;
    private final int most;

    /**
     * A version.
     *
     * @param name as in {@code 1.0}
     * @param made when
     * @param user who made it; empty if it does not say
     * @param comment why; empty for none
     */
    public record Version(String name, Instant made, String user, String comment) {}

    /**
     * @param repository the author instance's content
     * @param most how many versions of a node are kept; the oldest go first. Magnolia's {@code maxVersionIndex}
     * @throws RepositoryException if the repository fails
     */
    public Versions(ContentRepository repository, int most) throws RepositoryException {
        this.repository = repository;
        this.most = most;
        repository.createWorkspace(WORKSPACE);
    }

    /**
     * Makes a version of a node as it is saved.
     *
     * @param workspace its workspace
     * @param path its path
     * @param user who asks for it
     * @param comment why; empty for none
     * @return the version; empty for a node that is marked as deleted, of which there is nothing to keep
     * @throws RepositoryException if there is no such node, or the repository fails
     */
    public synchronized Optional<Version> add(String workspace, String path, User user, String comment)
            throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.system(repository)) {
            Session store = sessions.in(WORKSPACE);
            Node node = sessions.in(workspace).getNode(path);
            if (node.isNodeType("mgnl:deleted") || !node.isNodeType("mix:referenceable")) {
                return Optional.empty();
            }
            if (!node.isNodeType("mgnl:hasVersion")) {
                node.addMixin("mgnl:hasVersion");
                node.getSession().save();
            }
            Node copy = copyOf(node, store);
            Node meta = copy.hasNode(META) ? copy.getNode(META) : copy.addNode(META, "mgnl:reserve");
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
            Node folder = store.getRootNode();
            for (int start : new int[] {0, 9, 14}) {
                String name = identifier.substring(start, start + 2);
                folder = folder.hasNode(name) ? folder.getNode(name) : folder.addNode(name, "mgnl:folder");
            }
            copy = ((NodeImpl) folder)
                    .addNodeWithUuid(identifier, node.getPrimaryNodeType().getName(), identifier);
        } else {
            store.getWorkspace().getVersionManager().checkout(copy.getPath());
            for (NodeIterator children = copy.getNodes(); children.hasNext(); ) {
                children.nextNode().remove();
            }
        }
        Parts.copy(node, copy);
        copy.addMixin("mix:versionable");
        return copy;
    }

    private void forgetOldest(VersionHistory history) throws RepositoryException {
        List<String> names = new ArrayList<>();
        for (VersionIterator versions = history.getAllLinearVersions(); versions.hasNext(); ) {
            String name = versions.nextVersion().getName();
            if (!name.equals("jcr:rootVersion")) {
                names.add(name);
            }
        }
        for (String name : names.subList(0, Math.max(0, names.size() - most))) {
            try {
                history.removeVersion(name);
            } catch (ReferentialIntegrityException e) {
                // Something that a kill has left half done still refers to it. It is kept, and tried again next time.
                LOG.info("The version {} of {} is still referred to and is kept", name, history.getPath());
            }
        }
    }

    /**
     * The versions of a node.
     *
     * @param node a node that its session may read
     * @return the newest first; empty if there are none
     * @throws RepositoryException if the repository fails
     */
    public List<Version> of(Node node) throws RepositoryException {
        return reading(node, history -> {
                    List<Version> found = new ArrayList<>();
                    for (VersionIterator versions = history.getAllLinearVersions(); versions.hasNext(); ) {
                        javax.jcr.version.Version version = versions.nextVersion();
                        if (!version.getName().equals("jcr:rootVersion")) {
                            found.add(0, version(version));
                        }
                    }
                    return found;
                })
                .orElse(List.of());
    }

    /** What is done with a version while the session that reads it is open. */
    public interface Reading<T> {
        /** @param frozen the node as it was: its properties, and sub-nodes as frozen nodes */
        T read(Node frozen) throws RepositoryException;
    }

    /**
     * Reads a version.
     *
     * @param node the node as it is; its session may read it
     * @param name such as {@code 1.0}
     * @return empty if there is no such version
     * @throws RepositoryException if the repository fails
     */
    public <T> Optional<T> read(Node node, String name, Reading<T> reading) throws RepositoryException {
        return reading(node, history -> {
                    try {
                        return name.equals("jcr:rootVersion")
                                ? Optional.<T>empty()
                                : Optional.ofNullable(
                                        reading.read(history.getVersion(name).getFrozenNode()));
                    } catch (VersionException e) {
                        return Optional.<T>empty();
                    }
                })
                .orElse(Optional.empty());
    }

    /**
     * Gives a node the properties and the parts that it had. Its place, its name, the content below it and what it says of
     * its publication stay. Nothing is saved.
     *
     * @param node the node; its session is the one that writes
     * @param name the version
     * @return whether there is such a version
     * @throws RepositoryException if the session may not write it, or the repository fails
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
                    for (Node child : JcrUtils.getChildNodes(node)) {
                        if (!Parts.isContent(child)) {
                            child.remove();
                        }
                    }
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
            if (name.startsWith("jcr:")
                            && !name.equals("jcr:data")
                            && !name.equals("jcr:mimeType")
                            && !name.equals("jcr:encoding")
                            && !name.equals("jcr:lastModified")
                    || Stamps.PUBLICATION.contains(name)) {
                continue;
            }
            if (property.isMultiple()) {
                target.setProperty(name, property.getValues(), property.getType());
            } else {
                target.setProperty(name, property.getValue(), property.getType());
            }
        }
        for (Node child : JcrUtils.getChildNodes(frozen)) {
            if (!child.getName().equals(META)) {
                String type = child.getProperty("jcr:frozenPrimaryType").getString();
                String identifier = child.getProperty("jcr:frozenUuid").getString();
                boolean free = Parts.byIdentifier(target.getSession(), identifier) == null;
                Node thawed = free
                                && child.getSession()
                                        .getWorkspace()
                                        .getNodeTypeManager()
                                        .getNodeType(type)
                                        .isNodeType("mix:referenceable")
                        ? ((NodeImpl) target).addNodeWithUuid(child.getName(), type, identifier)
                        : target.addNode(child.getName(), type);
                thaw(child, thawed);
            }
        }
    }

    private interface History<T> {
        T read(VersionHistory history) throws RepositoryException;
    }

    private <T> Optional<T> reading(Node node, History<T> reading) throws RepositoryException {
        if (!node.isNodeType("mix:referenceable")) {
            return Optional.empty();
        }
        try (OpenSessions sessions = OpenSessions.system(repository)) {
            Session store = sessions.in(WORKSPACE);
            Node copy = Parts.byIdentifier(store, node.getIdentifier());
            return copy == null || !copy.isNodeType("mix:versionable")
                    ? Optional.empty()
                    : Optional.of(reading.read(
                            store.getWorkspace().getVersionManager().getVersionHistory(copy.getPath())));
        }
    }

    private static Version version(javax.jcr.version.Version version) throws RepositoryException {
        Node frozen = version.getFrozenNode();
        String user = frozen.hasNode(META) && frozen.getNode(META).hasProperty("versionUser")
                ? frozen.getNode(META).getProperty("versionUser").getString()
                : "";
        String comment = frozen.hasProperty("mgnl:comment")
                ? frozen.getProperty("mgnl:comment").getString()
                : "";
        return new Version(version.getName(), version.getCreated().toInstant(), user, comment);
    }
}
