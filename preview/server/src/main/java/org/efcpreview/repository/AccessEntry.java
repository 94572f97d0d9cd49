package org.efcpreview.repository;

import org.efcpreview.http.PathPattern;

/**
 * One entry of an access control list.
 *
 * @param allowed what it allows there, a sum of the constants; 0 denies
 */
public record AccessEntry(PathPattern path, long allowed) {
    /** Adding a node. For an address, every method but GET and HEAD. */
    static final long ADD = 1;
    /** Setting a property. */
    static final long SET = 2;
    /** Removing a node. */
    static final long REMOVE = 4;
    /** Reading. */
    static final long READ = 8;
    /** What needs more than the others: versions, locks, access control, removing a property. */
    static final long EXECUTE = 16;

    /** What it allows, for templates. */
    public long getPermissions() {
        return allowed;
    }

    /** Which paths it is about, for templates. */
    public PathPattern getPattern() {
        return path;
    }

    static AccessEntry of(String path, long permissions) {
        return new AccessEntry(new PathPattern(path), permissions);
    }
}
