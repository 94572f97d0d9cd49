package org.efcpreview.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.core.id.NodeId;
import org.apache.jackrabbit.core.query.lucene.SearchIndex;
import org.apache.jackrabbit.core.state.NodeState;

/**
 * A workspace's search index, configured as Magnolia's is: a workspace that has no configuration of its own on the
 * class path, the module's among them, gets the general one. Made by Jackrabbit.
 *
 * <p>Jackrabbit writes the index after the content, and its own check finds nodes that are missing but none that have changed
 * since. So an index that was not closed in good order, or that could not be written, is made anew at the next start.
 */
public final class ContentIndex extends SearchIndex {
    private static final String GENERAL = "/org/efcpreview/repository/index.xml";

    private volatile boolean behind;

    /** Called by Jackrabbit. */
    public ContentIndex() {}

    @Override
    public void setIndexingConfiguration(String path) {
        super.setIndexingConfiguration(getClass().getResource(path) == null ? GENERAL : path);
    }

    /** There while the index is closed and has all that the workspace has. */
    private Path complete() {
        return Path.of(getPath()).resolveSibling("index-complete");
    }

    @Override
    protected void doInit() throws IOException {
        if (Files.deleteIfExists(complete())) {
            Disk.force(complete().getParent());
        } else {
            Disk.delete(Path.of(getPath()));
        }
        super.doInit();
    }

    @Override
    public void updateNodes(Iterator<NodeId> remove, Iterator<NodeState> add) throws RepositoryException, IOException {
        try {
            super.updateNodes(remove, add);
        } catch (Throwable e) {
            behind = true;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        if (!behind) {
            Disk.forceAll(Path.of(getPath()));
            Files.createFile(complete());
            Disk.force(complete().getParent());
        }
    }
}
