package org.efcpreview.repository;

import java.util.Calendar;
import java.util.Set;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;

/**
 * When and by whom a node was made, changed and published: the properties that Magnolia keeps on every node whose type
 * has them. {@code info.magnolia.jcr.util.NodeTypes}.
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

    /**
     * Records that a node was made, which is also its last change.
     *
     * @param node the node; one that cannot say when it was made is left alone
     * @param user who made it
     * @param when when
     * @throws RepositoryException if it cannot be written
     */
    public static void created(Node node, String user, Calendar when) throws RepositoryException {
        if (node.isNodeType("mgnl:created")) {
            node.setProperty("mgnl:created", when);
            node.setProperty("mgnl:createdBy", user);
            modified(node, user, when);
        }
    }

    /**
     * Records a change.
     *
     * @param node the node; one that cannot say when it was changed is left alone
     * @param user who changed it
     * @param when when
     * @throws RepositoryException if it cannot be written
     */
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
     * @param user who changed it
     * @param when when
     * @throws RepositoryException if one of them cannot be written
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
     * @param user who did it
     * @param when when
     * @throws RepositoryException if one of them cannot be written
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

    /**
     * Records a publication, or that it was taken back.
     *
     * @param node the node; one that cannot be published is left alone
     * @param user who did it
     * @param when when
     * @param published whether it is public now
     * @throws RepositoryException if it cannot be written
     */
    static void published(Node node, String user, Calendar when, boolean published) throws RepositoryException {
        if (node.isNodeType("mgnl:activatable")) {
            node.setProperty("mgnl:lastActivated", when);
            node.setProperty("mgnl:lastActivatedBy", user);
            node.setProperty("mgnl:activationStatus", published);
        }
    }

    /**
     * How a node on author compares with what was published of it.
     *
     * @param node a node on author
     * @return its state, as Magnolia's column "Status" shows it
     * @throws RepositoryException if it cannot be read
     */
    public static Status status(Node node) throws RepositoryException {
        if (!isPublished(node) || !node.hasProperty("mgnl:lastActivated")) {
            return Status.UNPUBLISHED;
        }
        String changed = node.hasProperty("mgnl:lastModified") ? "mgnl:lastModified" : "mgnl:created";
        // NodeTypes.Activatable: what is public is the version that was made, if one was.
        Calendar published = node.getProperty("mgnl:lastActivated").getDate();
        Node versionable = versionable(node);
        if (versionable != null && versionable.hasProperty("mgnl:lastActivatedVersionCreated")) {
            published =
                    versionable.getProperty("mgnl:lastActivatedVersionCreated").getDate();
        }
        boolean modified =
                node.hasProperty(changed) && node.getProperty(changed).getDate().after(published);
        return modified ? Status.MODIFIED : Status.PUBLISHED;
    }

    /** The node itself or its nearest ancestor of which versions are kept; null if there is none that can be read. */
    private static Node versionable(Node node) throws RepositoryException {
        Node candidate = node;
        while (!candidate.isNodeType("mgnl:versionable")) {
            if (candidate.getDepth() == 0) {
                return null;
            }
            try {
                candidate = candidate.getParent();
            } catch (AccessDeniedException e) {
                return null;
            }
        }
        return candidate;
    }

    /**
     * Whether a node says of itself that it is public.
     *
     * @param node a node on author
     */
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
