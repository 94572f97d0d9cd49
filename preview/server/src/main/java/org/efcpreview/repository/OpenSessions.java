package org.efcpreview.repository;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * One user's sessions in the workspaces of a repository, and the system's beside them, opened when they are first asked for
 * and closed together.
 */
public final class OpenSessions implements AutoCloseable {
    private final ContentRepository repository;
    private final User user;
    private final Map<String, Session> open = new LinkedHashMap<>();
    private OpenSessions system;

    /** @param user whose they are */
    public OpenSessions(ContentRepository repository, User user) {
        this.repository = repository;
        this.user = user;
    }

    /** Those of the system alone. */
    public static OpenSessions ofSystem(ContentRepository repository) {
        return new OpenSessions(repository, User.SYSTEM);
    }

    /**
     * The user's session in a workspace, which sees what the user may read.
     *
     * @throws javax.jcr.NoSuchWorkspaceException if there is no such workspace
     */
    public Session session(String workspace) throws RepositoryException {
        Session session = open.get(workspace);
        if (session == null) {
            session = repository.login(workspace, user);
            open.put(workspace, session);
        }
        return session;
    }

    /** A session that may do everything, for what Magnolia does in its system context. */
    public Session system(String workspace) throws RepositoryException {
        if (system == null) {
            system = ofSystem(repository);
        }
        return system.session(workspace);
    }

    /** Saves all of the user's, in the order in which they were opened. */
    void save() throws RepositoryException {
        for (Session session : open.values()) {
            session.save();
        }
    }

    @Override
    public void close() {
        open.values().forEach(Session::logout);
        if (system != null) {
            system.close();
        }
    }
}
