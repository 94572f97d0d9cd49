package org.efcpreview.repository;

import java.util.Calendar;
import java.util.Set;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;

/**
 * When and by whom a node was made, changed and published: the properties that Magnolia keeps on every node whose type
 * has them; any other node is left alone. {@code info.magnolia.jcr.util.NodeTypes}.
 */
public final class Stamps {
    /** What says when and how a node was published: on author alone ({@code info.magnolia.publishing.packager.Packager}). */
    public static final Set<String> PUBLICATION = Set.of(
            "mgnl:activationStatus",
            "mgnl:lastActivated",
            "mgnl:lastActivatedBy",
            "mgnl:lastActivatedVersion",
            "mgnl:lastActivatedVersionCreated");

    private Stamps() {}

    /** Records that a node was made, which is also its last change. */
    public static void created(Node node, String user, Calendar when) throws RepositoryException {
        if (node.isNodeType("mgnl:created")) {
            node.setProperty("mgnl:created", when);
            node.setProperty("mgnl:createdBy", user);
            modified(node, user, when);
        }
    }

    /** Records a change. */
    public static void modified(Node node, String user, Calendar when) throws RepositoryException {
        if (node.isNodeType("mgnl:lastModified")) {
            node.setProperty("mgnl:lastModified", when);
            node.setProperty("mgnl:lastModifiedBy", user);
        }
    }

    /**
     * Records a change of a part on the part itself and on all that it is a part of, up to and including the content: a
     * component, its area, its page ({@code info.magnolia.jcr.wrapper.MgnlPropertySettingContentDecorator}).
     *
     * @param node what was changed, the parent of what was added or removed
     */
    public static void modifiedWithin(Node node, String user, Calendar when) throws RepositoryException {
        Node part = node;
        while (part.getDepth() > 1
                && !part.isNodeType("mgnl:content")
                && !part.getParent().isNodeType("mgnl:folder")) {
            modified(part, user, when);
            part = part.getParent();
        }
        modified(part, user, when);
    }

    /**
     * Records that a node has another path, which is a change of it and of all that is below it; on the website only pages can
     * say so ({@code info.magnolia.jcr.wrapper.MgnlPropertySettingContentDecorator}).
     *
     * @param node what was moved or renamed, where it is now
     */
    public static void moved(Node node, String user, Calendar when) throws RepositoryException {
        modified(node, user, when);
        boolean pagesOnly = node.getSession().getWorkspace().getName().equals("website");
        for (Node child : JcrUtils.getChildNodes(node)) {
            if (!pagesOnly || child.isNodeType("mgnl:page")) {
                moved(child, user, when);
            }
        }
    }

    /** Records a publication, or that it was taken back. */
    static void published(Node node, String user, Calendar when, boolean published) throws RepositoryException {
        if (node.isNodeType("mgnl:activatable")) {
            node.setProperty("mgnl:lastActivated", when);
            node.setProperty("mgnl:lastActivatedBy", user);
            node.setProperty("mgnl:activationStatus", published);
        }
    }

    /** How a node on author compares with what was published of it, as Magnolia's column "Status" shows it. */
    public static Status status(Node node) throws RepositoryException {
        if (!isPublished(node) || !node.hasProperty("mgnl:lastActivated")) {
            return Status.UNPUBLISHED;
        }
        // NodeTypes.Activatable: what is public is the version that was made, if one was.
        Calendar published = node.getProperty("mgnl:lastActivated").getDate();
        Node versionable = versionable(node);
        if (versionable != null) {
            published = JcrUtils.getDateProperty(versionable, "mgnl:lastActivatedVersionCreated", published);
        }
        Calendar changed = JcrUtils.getDateProperty(
                node, "mgnl:lastModified", JcrUtils.getDateProperty(node, "mgnl:created", null));
        return changed != null && changed.after(published) ? Status.MODIFIED : Status.PUBLISHED;
    }

    /** The node itself or its nearest ancestor of which versions are kept; null if there is none that can be read. */
    private static Node versionable(Node node) throws RepositoryException {
        if (node.isNodeType("mgnl:versionable")) {
            return node;
        }
        try {
            return node.getDepth() == 0 ? null : versionable(node.getParent());
        } catch (AccessDeniedException e) {
            return null;
        }
    }

    /** Whether a node on author says of itself that it is public. */
    public static boolean isPublished(Node node) throws RepositoryException {
        return JcrUtils.getBooleanProperty(node, "mgnl:activationStatus", false);
    }

    /** What {@link #status} tells. */
    public enum Status {
        /** Visitors cannot see it. */
        UNPUBLISHED,
        /** Visitors see an older state. */
        MODIFIED,
        /** Visitors see it as it is. */
        PUBLISHED
    }
}
