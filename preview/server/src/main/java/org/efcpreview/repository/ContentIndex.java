package org.efcpreview.repository;

import org.apache.jackrabbit.core.query.lucene.SearchIndex;

/**
 * A workspace's search index, configured as Magnolia's is: a workspace that has no configuration of its own among the
 * resources gets the general one. Made by Jackrabbit.
 */
public final class ContentIndex extends SearchIndex {
    private static final String GENERAL = "/org/efcpreview/repository/index.xml";

    /** Called by Jackrabbit. */
    public ContentIndex() {}

    @Override
    public void setIndexingConfiguration(String path) {
        super.setIndexingConfiguration(getClass().getResource(path) == null ? GENERAL : path);
    }
}
