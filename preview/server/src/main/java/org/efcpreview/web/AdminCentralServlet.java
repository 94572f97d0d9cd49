package org.efcpreview.web;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.jcr.RepositoryException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.efcpreview.authoring.Request;
import org.efcpreview.repository.ContentRepository;

/** The authoring UI: reads what a form sends, and closes what was opened for an answer once that has been sent. */
final class AdminCentralServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient AdminCentral ui;
    private final transient ContentRepository repository;

    AdminCentralServlet(AdminCentral ui, ContentRepository repository) {
        this.ui = ui;
        this.repository = repository;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Deque<RequestSessions> opened = new ArrayDeque<>();
        try {
            ui.answer(request, Request.path(Address.decoded(request)).orElseThrow(), SentForm.read(request), user -> {
                        opened.push(new RequestSessions(repository, user));
                        return opened.peek();
                    })
                    .sendTo(response);
        } catch (RepositoryException e) {
            throw new ServletException(e);
        } finally {
            opened.forEach(RequestSessions::close);
        }
    }
}
