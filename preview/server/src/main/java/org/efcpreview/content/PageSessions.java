package org.efcpreview.content;

import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** The repository sessions of one request. Whoever made them closes them once the request has been answered. */
public interface PageSessions {
    /**
     * The visitor's session: sees what the visitor may read.
     *
     * @throws javax.jcr.NoSuchWorkspaceException if there is no such workspace
     */
    Session session(String workspace) throws RepositoryException;

    /** A session that may do everything, for what Magnolia does in its system context. */
    Session system(String workspace) throws RepositoryException;
}
