package org.efcpreview.repository;

import javax.jcr.RepositoryException;

/** A node cannot be published before its parent is. */
public class UnpublishedParentException extends RepositoryException {
    private static final long serialVersionUID = 1L;

    private final String parent;

    UnpublishedParentException(String path, String parent) {
        super("Cannot publish " + path + ": its parent " + parent + " is not published; publish that first");
        this.parent = parent;
    }

    /** The path of the parent on author. */
    public String parent() {
        return parent;
    }
}
