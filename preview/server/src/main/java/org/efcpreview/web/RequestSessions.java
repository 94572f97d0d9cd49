package org.efcpreview.web;

import java.util.HashMap;
import java.util.Map;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.content.PageSessions;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;

/** The sessions of one request, opened when they are first asked for and closed together. */
final class RequestSessions implements PageSessions, AutoCloseable {
    private final ContentRepository repository;
    private final User user;
    private final Map<String, Session> visitor = new HashMap<>();
    private final Map<String, Session> system = new HashMap<>();

    RequestSessions(ContentRepository repository, User user) {
        this.repository = repository;
        this.user = user;
    }

    @Override
    public Session session(String workspace) throws RepositoryException {
        return open(visitor, workspace, user);
    }

    @Override
    public Session system(String workspace) throws RepositoryException {
        return open(system, workspace, User.SYSTEM);
    }

    private Session open(Map<String, Session> sessions, String workspace, User whose) throws RepositoryException {
        Session session = sessions.get(workspace);
        if (session == null) {
            session = repository.login(workspace, whose);
            sessions.put(workspace, session);
        }
        return session;
    }

    @Override
    public void close() {
        visitor.values().forEach(Session::logout);
        system.values().forEach(Session::logout);
    }
}
