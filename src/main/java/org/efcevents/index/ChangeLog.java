package org.efcevents.index;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.jcr.NoSuchWorkspaceException;
import javax.jcr.Repository;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.observation.Event;
import javax.jcr.observation.EventIterator;
import javax.security.auth.Subject;
import org.apache.jackrabbit.core.observation.SynchronousEventListener;
import org.apache.jackrabbit.core.security.principal.AdminPrincipal;

/**
 * What has changed in a workspace, whoever changed it. Jackrabbit tells before {@code save} returns, so that whoever asks
 * after a save knows of it; changes by another node of a cluster are told when it synchronises with them.
 *
 * <p>Needs sessions that see everything, which no reader has. Jackrabbit opens them for a subject with an {@link
 * AdminPrincipal} ({@code org.apache.jackrabbit.core.RepositoryImpl#login}, {@code
 * info.magnolia.cms.core.MagnoliaAccessProvider}).
 */
final class ChangeLog implements AutoCloseable {

    /** As many changes as are kept. Of more it is only known that there were many. */
    private static final int MOST = 50_000;

    private static final int EVERY_EVENT = Event.NODE_ADDED
            | Event.NODE_REMOVED
            | Event.NODE_MOVED
            | Event.PROPERTY_ADDED
            | Event.PROPERTY_CHANGED
            | Event.PROPERTY_REMOVED;

    private final Repository repository;
    private final Session observer;
    private final Set<Change> changes = new LinkedHashSet<>();
    private boolean many;
    private volatile long count;

    /**
     * The changes since the last time that they were asked for.
     *
     * @param many whether there were too many to be kept; the others are not complete then
     */
    record Changes(boolean many, Set<Change> changes) {}

    /** @throws RepositoryException if there can be no such session, for example because it is no Jackrabbit */
    ChangeLog(Repository repository, String workspace) throws RepositoryException {
        this.repository = repository;
        this.observer = open(repository, workspace);
        observer.getWorkspace()
                .getObservationManager()
                .addEventListener((SynchronousEventListener) this::log, EVERY_EVENT, "/", true, null, null, false);
    }

    /**
     * Opens a session that sees everything.
     *
     * @throws NoSuchWorkspaceException if there is no such workspace
     */
    @SuppressWarnings("removal") // Jackrabbit asks the access control context, and only this puts a subject there.
    static Session open(Repository repository, String workspace) throws RepositoryException {
        Subject subject = new Subject(true, Set.of(new AdminPrincipal("efc-events")), Set.of(), Set.of());
        try {
            return Subject.doAs(subject, (PrivilegedExceptionAction<Session>) () -> repository.login(null, workspace));
        } catch (PrivilegedActionException e) {
            if (e.getException() instanceof NoSuchWorkspaceException) {
                throw new NoSuchWorkspaceException("There is no workspace " + workspace, e.getException());
            }
            throw new RepositoryException(
                    "No session can be opened that observes the workspace " + workspace + ": "
                            + e.getException().getMessage(),
                    e.getException());
        }
    }

    private synchronized void log(EventIterator events) {
        try {
            while (events.hasNext()) {
                Event event = events.nextEvent();
                boolean ofNode = event.getType() == Event.NODE_ADDED
                        || event.getType() == Event.NODE_REMOVED
                        || event.getType() == Event.NODE_MOVED;
                String path = event.getPath();
                changes.add(new Change(
                        ofNode ? path : path.substring(0, Math.max(1, path.lastIndexOf('/'))),
                        event.getIdentifier(),
                        ofNode));
            }
        } catch (RepositoryException unknown) {
            many = true;
        }
        if (changes.size() > MOST) {
            changes.clear();
            many = true;
        }
        count++;
    }

    /** How often something has changed. */
    long count() {
        return count;
    }

    /** The changes since the last call. */
    synchronized Changes drain() {
        Changes drained = new Changes(many, Set.copyOf(changes));
        changes.clear();
        many = false;
        return drained;
    }

    /** Whether it still observes this repository. */
    boolean observes(Repository other) {
        return repository.equals(other) && observer.isLive();
    }

    @Override
    public void close() {
        observer.logout();
    }
}
