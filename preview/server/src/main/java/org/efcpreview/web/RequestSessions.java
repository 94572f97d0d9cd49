package org.efcpreview.web;

import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.content.PageSessions;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.User;

/** The sessions of one request, closed together. */
final class RequestSessions implements PageSessions, AutoCloseable {
    private final OpenSessions visitor;
    private final OpenSessions system;

    RequestSessions(ContentRepository repository, User user) {
        visitor = new OpenSessions(repository, user);
        system = OpenSessions.system(repository);
    }

    @Override
    public Session session(String workspace) throws RepositoryException {
        return visitor.in(workspace);
    }

    @Override
    public Session system(String workspace) throws RepositoryException {
        return system.in(workspace);
    }

    @Override
    public void close() {
        visitor.close();
        system.close();
    }
}
