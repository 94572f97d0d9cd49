package org.efcpreview.authoring.content;

import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Services;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.Parts;
import org.efcpreview.repository.Publication;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;
import org.efcpreview.repository.Versions;

/**
 * How content becomes public and is taken back, and how it goes and comes back.
 *
 * @param publication to the public instance
 * @param versions where earlier states are kept
 */
public record Lifecycle(Publication publication, Versions versions) {
    /** Magnolia keeps three by default; it is a setting there. More is kinder to those who try things out. */
    private static final int MOST_VERSIONS = 50;

    private static final String DELETED = "versions.comment.deleted";

    /** The comment of a version of what gave way to an earlier one or to a file. */
    static final String REPLACED = "versions.comment.replaced";

    /** @throws RepositoryException if the place for versions cannot be made */
    public static Lifecycle of(Services services) throws RepositoryException {
        return new Lifecycle(services.publication(), new Versions(services.content(), MOST_VERSIONS));
    }

    /**
     * Publishes, or publishes the deletion of what is marked as deleted.
     *
     * @param recursive with the content below
     * @param versioned whether a version of each is kept
     * @return how many were published
     * @throws org.efcpreview.repository.UnpublishedParentException if what one lies in is not public
     * @throws RepositoryException if the user may not, or a repository fails
     */
    public int publish(List<Node> nodes, boolean recursive, boolean versioned, User user) throws RepositoryException {
        List<Node> all = recursive ? ContentNodes.withContentBelow(nodes) : nodes;
        ContentNodes.require(all, false);
        List<Publication.Item> items = new ArrayList<>();
        for (Node node : all) {
            items.add(new Publication.Item(node.getPath(), versioned ? keep(node, user, "") : Optional.empty()));
        }
        // A parent comes before what is below it, whatever the order in which they were ticked.
        items.sort(Comparator.comparingInt(item -> item.path().split("/").length));
        publication.publish(workspace(nodes.get(0)), items, user);
        return items.size();
    }

    /** What templates have of Magnolia's {@code CommandsManager}: publishes a node for the user that the parameters name. */
    public boolean executeCommand(String catalog, String command, Map<String, Object> parameters)
            throws RepositoryException {
        if (!command.equals("publish")) {
            throw new UnsupportedOperationException("The preview server has no command " + catalog + "-" + command);
        }
        String name = (String) parameters.get("userName");
        User user = new Users(publication.author()).account(name).orElseThrow().user();
        try (OpenSessions sessions = new OpenSessions(publication.author(), user)) {
            Session session = sessions.session((String) parameters.get("repository"));
            Node node = session.getNodeByIdentifier((String) parameters.get("uuid"));
            publish(List.of(node), false, catalog.equals("versioned"), user);
        }
        return true;
    }

    /** What they have of its {@code ActivationManager}: there always is a public instance. */
    public boolean hasAnyActiveSubscriber() {
        return true;
    }

    /**
     * Takes nodes back, with everything below them.
     *
     * @throws RepositoryException if the user may not, or a repository fails
     */
    public void unpublish(List<Node> nodes, User user) throws RepositoryException {
        ContentNodes.require(nodes, false);
        List<String> paths = new ArrayList<>();
        for (Node node : nodes) {
            paths.add(node.getPath());
        }
        publication.unpublish(workspace(nodes.get(0)), paths, user);
    }

    /**
     * Marks nodes as deleted: a version of each is kept, its own content is taken away, and the rest of it stays until the
     * deletion is published ({@code MarkNodeAsDeletedCommand} with an active receiver, {@code MarkPageAsDeletedCommand}).
     *
     * @throws RepositoryException if the user may not, or the repository fails
     */
    public void delete(List<Node> nodes, User user) throws RepositoryException {
        List<Node> all = ContentNodes.withContentBelow(nodes);
        ContentNodes.require(all, true);
        for (Node node : all) {
            keep(node, user, DELETED);
        }
        Calendar now = Calendar.getInstance();
        for (Node node : all) {
            node.addMixin("mgnl:deleted");
            Parts.remove(node);
            for (Property property : NodeTexts.own(node)) {
                property.remove();
            }
            if (node.isNodeType("mgnl:renderable")) {
                String module = node.isNodeType("mgnl:page") ? "pages-app" : "ui-admincentral";
                node.setProperty("mgnl:template", module + ":deleted");
            }
            node.setProperty("mgnl:deleted", now);
            node.setProperty("mgnl:deletedBy", user.name());
            node.setProperty("mgnl:comment", DELETED);
        }
        nodes.get(0).getSession().save();
    }

    /**
     * Gives each node, and the content below it, its newest version back ({@code RestorePreviousVersionCommand}).
     *
     * @throws Refusal if there is no version of one, or it lies in something that stays deleted
     * @throws RepositoryException if the user may not, or the repository fails
     */
    public void restorePrevious(List<Node> nodes, User user) throws RepositoryException, Refusal {
        for (Node node : nodes) {
            requireNotInDeleted(node, nodes);
            if (versions.of(node).isEmpty()) {
                throw new Refusal("browser.unfit.HAS_VERSIONS", node.getName());
            }
        }
        for (Node node : ContentNodes.withContentBelow(nodes)) {
            List<Versions.Version> kept = versions.of(node);
            if (!kept.isEmpty()) {
                thaw(node, kept.get(0).name(), user);
            }
        }
        nodes.get(0).getSession().save();
    }

    /**
     * Gives a node an earlier version back, and keeps how it was until now as a version, too.
     *
     * @throws Refusal if there is no such version, or the node lies in something that is deleted
     * @throws RepositoryException if the user may not, or the repository fails
     */
    public void restore(Node node, String version, User user) throws RepositoryException, Refusal {
        requireNotInDeleted(node, List.of());
        ContentNodes.require(List.of(node), true);
        thaw(node, version, user);
        // Only now: with the newest made, the oldest may go, and it may be the one that is wanted.
        keep(node, user, REPLACED);
        node.getSession().save();
    }

    /** When the deletion of what it lies in is published, it would go as well. */
    private static void requireNotInDeleted(Node node, List<Node> restored) throws RepositoryException, Refusal {
        for (Node above = node; above.getDepth() > 1; ) {
            above = above.getParent();
            boolean stays = true;
            for (Node other : restored) {
                stays &= !other.isSame(above);
            }
            if (stays && above.isNodeType("mgnl:deleted")) {
                throw new Refusal("browser.unfit.IN_DELETED", node.getName());
            }
        }
    }

    private void thaw(Node node, String version, User user) throws RepositoryException, Refusal {
        if (!versions.restore(node, version)) {
            throw new Refusal("version.gone", version);
        }
        Stamps.modified(node, user.name(), Calendar.getInstance());
    }

    /** Keeps a version of a node as it is saved. */
    Optional<Versions.Version> keep(Node node, User user, String comment) throws RepositoryException {
        return versions.add(workspace(node), node.getPath(), user, comment);
    }

    private static String workspace(Node node) throws RepositoryException {
        return node.getSession().getWorkspace().getName();
    }
}
