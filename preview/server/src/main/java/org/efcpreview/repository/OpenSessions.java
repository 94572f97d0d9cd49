package org.efcpreview.repository;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** One user's sessions in the workspaces of a repository, opened when they are first asked for and closed together. */
public final class OpenSessions implements AutoCloseable {
    private final ContentRepository repository;
    private final User user;
    private final Map<String, Session> open = new LinkedHashMap<>();

    /** @param user whose they are */
    public OpenSessions(ContentRepository repository, User user) {
        this.repository = repository;
        this.user = user;
    }

    /** Those of the system. */
    public static OpenSessions system(ContentRepository repository) {
        return new OpenSessions(repository, User.SYSTEM);
    }

    /**
     * The session in a workspace.
     *
     * @throws javax.jcr.NoSuchWorkspaceException if there is no such workspace
     * @throws RepositoryException if the repository is closed
     */
    public Session in(String workspace) throws RepositoryException {
        Session session = open.get(workspace);
        if (session == null) {
            session = repository.login(workspace, user);
            open.put(workspace, session);
        }
        return session;
    }

    /** Saves all of them, in the order in which they were opened. */
    void save() throws RepositoryException {
        for (Session session : open.values()) {
            session.save();
        }
    }

    @Override
    public void close() {
        open.values().forEach(Session::logout);
    }
}
