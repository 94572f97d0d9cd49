package org.efcevents.health;

import javax.jcr.Node;
import javax.jcr.RepositoryException;

/**
 * What checks need to know of a file in the workspace {@code dam}.
 *
 * @param published whether it is published, as it is now or as it was
 * @param forMembers whether it is in the folder that only members may read
 */
public record CheckedFile(boolean published, boolean forMembers) {

    /** The folder that only members may read, as the role {@code efc-events-visitor} says. */
    private static final String MEMBERS = "/efc-events-members/";

    /** Reads it of an asset. */
    public static CheckedFile of(Node asset) throws RepositoryException {
        String status = "mgnl:activationStatus";
        return new CheckedFile(
                asset.hasProperty(status)
                        && Boolean.parseBoolean(asset.getProperty(status).getString()),
                isForMembers(asset.getPath()));
    }

    /** Whether only members may read what lies at a path. */
    public static boolean isForMembers(String path) {
        return path.startsWith(MEMBERS);
    }
}
