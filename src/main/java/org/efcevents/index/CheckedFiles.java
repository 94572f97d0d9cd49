package org.efcevents.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.jcr.NoSuchWorkspaceException;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.health.CheckedFile;

/** What checks need to know of the files that events offer, each read when it is first asked for and when it has changed. Not thread-safe. */
final class CheckedFiles {

    private static final String WORKSPACE = "dam";

    private final LinkedWorkspaces changes = new LinkedWorkspaces();

    /** Those that have been looked for; empty for those that are not there. */
    private final Map<UUID, Optional<CheckedFile>> known = new ConcurrentHashMap<>();

    /**
     * Those of these files that are there.
     *
     * @param all a session that sees everything, of whatever workspace
     * @return by identifier; null if there is no workspace of files
     */
    Map<String, CheckedFile> of(Set<UUID> files, Session all) throws RepositoryException {
        boolean begun = changes.observe(all);
        Set<UUID> changed = changes.changed(all);
        if (begun || changed == null) {
            known.clear();
        } else {
            known.keySet().removeAll(changed);
        }
        known.keySet().retainAll(files);
        if (!known.keySet().containsAll(files)) {
            try {
                read(files, all);
            } catch (NoSuchWorkspaceException e) {
                return null;
            }
        }
        Map<String, CheckedFile> there = new HashMap<>();
        known.forEach((file, read) -> read.ifPresent(found -> there.put(file.toString(), found)));
        return there;
    }

    private void read(Set<UUID> files, Session all) throws RepositoryException {
        Session dam = ChangeLog.open(all.getRepository(), WORKSPACE);
        try {
            ConcurrentReading.<UUID>readAll(
                    dam,
                    found -> files.stream()
                            .filter(file -> !known.containsKey(file))
                            .forEach(found),
                    (file, own) -> known.put(file, ChangingNode.read(own, file.toString(), CheckedFile::of)));
        } finally {
            dam.logout();
        }
    }

    /** Observes no more. */
    void close() {
        changes.forget();
    }
}
