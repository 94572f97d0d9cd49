package org.efcpreview.repository;

import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import javax.jcr.InvalidItemStateException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.lang3.function.FailableBiConsumer;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.repository.PublicationOrder.Step;

/**
 * Carries content from the author instance to the public one, with what Magnolia's publishing keeps: identifiers,
 * order, the place among the siblings that are public, a move or a new name since the last time.
 *
 * <p>A node is published with the sub-nodes that are its parts ({@code mgnl:contentNode}, {@code mgnl:resource} and
 * what derives from them), not with those that are content of their own ({@code mgnl:content}, {@code mgnl:folder},
 * {@code mgnl:asset}).
 *
 * @param visible where visitors read; has the same workspaces and node types
 */
public record Publication(ContentRepository author, ContentRepository visible) {
    /**
     * Something to publish.
     *
     * @param version the version of it that is published; empty if none was made
     */
    public record Item(String path, Optional<Versions.Version> version) {}

    /**
     * Publishes nodes in their order: all of them, or none. What is marked as deleted is removed on both instances,
     * with everything below it.
     *
     * @param items the nodes alone, each with its parts; a node's parent, if it is to be published too, before it
     * @param user who publishes; is recorded on author
     * @throws UnpublishedParentException if a node's parent is not public
     */
    public void publish(String workspace, List<Item> items, User user) throws RepositoryException {
        carryOut(workspace, user, items.stream().map(Step::of).toList());
    }

    /**
     * Takes nodes back, each with everything below it: all of them, or none.
     *
     * @param paths their paths on author; what is not there is passed over
     */
    public void unpublish(String workspace, List<String> paths, User user) throws RepositoryException {
        carryOut(
                workspace,
                user,
                paths.stream().map(path -> new Step(path, false, null, 0)).toList());
    }

    /**
     * Publishes what says of itself that it is public: how the samples of modules, which Magnolia installs on both
     * instances alike, reach the public one here. The dates stay as they are written.
     *
     * @throws UnpublishedParentException if a parent of such a node does not say so of itself
     */
    public void publishInstalled(String workspace) throws RepositoryException {
        with(workspace, (from, to) -> {
            publishInstalled(from.getRootNode(), to);
            to.save();
        });
    }

    private void publishInstalled(Node node, Session to) throws RepositoryException {
        for (Node child : JcrUtils.getChildNodes(node)) {
            if (Parts.isContent(child)) {
                if (Stamps.isPublished(child)) {
                    transfer(child, to);
                }
                publishInstalled(child, to);
            }
        }
    }

    /** Carries a publication through that a kill, or a full disk, has left half done. Does nothing if there is none. */
    public synchronized void resume() throws RepositoryException {
        Optional<PublicationOrder> left = PublicationOrder.underWay(author.directory());
        if (left.isPresent()) {
            PublicationOrder order = left.get();
            with(order.workspace(), (from, to) -> {
                // On author last: where it is recorded, nothing is missing; what was saved since is nobody's to see.
                if (!isRecorded(order, from)) {
                    carryOut(order, from, to);
                    to.save();
                    from.save();
                }
            });
            PublicationOrder.end(author.directory());
        }
    }

    private static boolean isRecorded(PublicationOrder order, Session from) throws RepositoryException {
        for (Step step : order.steps()) {
            if (from.nodeExists(step.path())) {
                Calendar when = JcrUtils.getDateProperty(from.getNode(step.path()), "mgnl:lastActivated", null);
                if (when == null || when.getTimeInMillis() != order.when()) {
                    return false;
                }
            }
        }
        return true;
    }

    private synchronized void carryOut(String workspace, User user, List<Step> steps) throws RepositoryException {
        resume();
        PublicationOrder order = new PublicationOrder(workspace, user.name(), System.currentTimeMillis(), steps);
        with(workspace, (from, to) -> {
            carryOut(order, from, to);
            order.begin(author.directory());
            try {
                to.save();
            } catch (RepositoryException | RuntimeException e) {
                PublicationOrder.end(author.directory());
                throw e;
            }
            try {
                from.save();
                PublicationOrder.end(author.directory());
            } catch (InvalidItemStateException e) {
                // Somebody has saved the node meanwhile: what is published is the node as it is then.
                from.refresh(false);
            }
        });
        resume();
    }

    private void with(String workspace, FailableBiConsumer<Session, Session, RepositoryException> transfer)
            throws RepositoryException {
        try (OpenSessions from = OpenSessions.ofSystem(author);
                OpenSessions to = OpenSessions.ofSystem(visible)) {
            transfer.accept(from.session(workspace), to.session(workspace));
        }
    }

    /** Does all of it in both sessions, and saves neither. */
    private static void carryOut(PublicationOrder order, Session from, Session to) throws RepositoryException {
        Calendar when = new Calendar.Builder().setInstant(order.when()).build();
        for (Step step : order.steps()) {
            if (!from.nodeExists(step.path())) {
                continue; // gone with its parent, whose deletion came before
            }
            Node node = from.getNode(step.path());
            if (step.publish()) {
                publish(node, step, to, order.user(), when);
            } else {
                remove(node.getIdentifier(), to);
                stamp(node, order.user(), when, false, true);
            }
        }
    }

    private static void publish(Node node, Step step, Session to, String user, Calendar when)
            throws RepositoryException {
        if (node.isNodeType("mgnl:deleted")) {
            remove(node.getIdentifier(), to);
            node.remove();
            return;
        }
        if (step.version() != null && node.isNodeType("mgnl:activatable")) {
            node.setProperty("mgnl:lastActivatedVersion", step.version());
            node.setProperty(
                    "mgnl:lastActivatedVersionCreated",
                    new Calendar.Builder().setInstant(step.versionMade()).build());
        }
        stamp(node, user, when, true, false);
        withoutStamps(transfer(node, to));
    }

    private static void remove(String identifier, Session to) throws RepositoryException {
        Node copy = Parts.byIdentifier(to, identifier);
        if (copy != null) {
            copy.remove();
        }
    }

    private static void withoutStamps(Node copy) throws RepositoryException {
        for (Property stamp : JcrUtils.getProperties(copy, Stamps.PUBLICATION.toArray(String[]::new))) {
            stamp.remove();
        }
        for (Node child : JcrUtils.getChildNodes(copy)) {
            if (!Parts.isContent(child)) {
                withoutStamps(child);
            }
        }
    }

    private static void stamp(Node node, String user, Calendar now, boolean published, boolean withContent)
            throws RepositoryException {
        Stamps.published(node, user, now, published);
        for (Node child : JcrUtils.getChildNodes(node)) {
            if (withContent || !Parts.isContent(child)) {
                stamp(child, user, now, published, withContent);
            }
        }
    }

    private static Node transfer(Node source, Session to) throws RepositoryException {
        Node parent = publicParent(source, to);
        String path = (parent.getDepth() == 0 ? "" : parent.getPath()) + "/" + source.getName();
        Node copy = Parts.byIdentifier(to, source.getIdentifier());
        if (copy != null && !copy.getPath().equals(path)) {
            // Moved or renamed on author since.
            to.move(copy.getPath(), path);
            copy = to.getNode(path);
        }
        if (copy == null) {
            if (to.nodeExists(path)) {
                // Something else of that name: deleted on author and made anew, for one.
                to.getNode(path).remove();
            }
            copy = Parts.addLike(source, parent);
        }
        Parts.copy(source, copy);
        place(source, copy);
        return copy;
    }

    private static Node publicParent(Node source, Session to) throws RepositoryException {
        Node parent = source.getParent();
        if (parent.getDepth() == 0) {
            return to.getRootNode();
        }
        if (to.nodeExists(parent.getPath())) {
            return to.getNode(parent.getPath());
        }
        Node copy = Parts.byIdentifier(to, parent.getIdentifier());
        if (copy == null) {
            throw new UnpublishedParentException(source.getPath(), parent.getPath());
        }
        return copy;
    }

    /** Puts the copy before the next sibling that is public, or last. */
    private static void place(Node source, Node copy) throws RepositoryException {
        Node parent = copy.getParent();
        String next = null;
        boolean after = false;
        for (NodeIterator siblings = source.getParent().getNodes(); siblings.hasNext() && next == null; ) {
            Node sibling = siblings.nextNode();
            if (after && parent.hasNode(sibling.getName())) {
                next = sibling.getName();
            }
            after |= sibling.isSame(source);
        }
        Siblings.before(copy, next);
    }
}
