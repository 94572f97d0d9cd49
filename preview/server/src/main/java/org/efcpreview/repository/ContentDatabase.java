package org.efcpreview.repository;

import java.sql.SQLException;
import org.apache.jackrabbit.core.id.NodeId;
import org.apache.jackrabbit.core.persistence.pool.H2PersistenceManager;
import org.apache.jackrabbit.core.persistence.util.NodePropBundle;
import org.apache.jackrabbit.core.state.ChangeLog;
import org.apache.jackrabbit.core.state.ItemStateException;

/**
 * Where a workspace and the versions are stored: Jackrabbit's bundles in H2, as in Magnolia. When a save has been answered it is
 * on the disk; a save that failed has left nothing behind, neither in the database nor in memory. Made by Jackrabbit.
 */
public final class ContentDatabase extends H2PersistenceManager {
    /** Called by Jackrabbit. */
    public ContentDatabase() {}

    /** A node as it is stored; null if there is none. @throws ItemStateException if it cannot be read */
    @Override
    public NodePropBundle loadBundle(NodeId node) throws ItemStateException {
        return super.loadBundle(node);
    }

    @Override
    public synchronized void store(ChangeLog changes) throws ItemStateException {
        boolean stored = false;
        try {
            super.store(changes);
            // H2 has given its file to the operating system, which survives a kill, and not yet to the disk.
            conHelper.exec("CHECKPOINT SYNC");
            stored = true;
        } catch (SQLException e) {
            throw new ItemStateException("Cannot write the database to the disk: " + e.getMessage(), e);
        } finally {
            if (!stored) {
                // Jackrabbit keeps in memory what it has written before the database has accepted all of it.
                onExternalUpdate(changes);
            }
        }
    }
}
