package org.efcpreview.web;

import javax.servlet.http.HttpServletRequest;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.User;

/**
 * Who asks, kept with the request. Nothing of it is public: templates see the attributes of a request.
 *
 * @param user who has signed in, or anonymous
 * @param sessions that user's, closed once the request has been answered
 */
record Visitor(User user, OpenSessions sessions) {
    void keepIn(HttpServletRequest request) {
        request.setAttribute(Visitor.class.getName(), this);
    }

    /** @throws IllegalStateException if {@link LoginFilter} has not been there before */
    static Visitor of(HttpServletRequest request) {
        if (request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor) {
            return visitor;
        }
        throw new IllegalStateException("Nobody knows who asks for " + request.getRequestURI());
    }
}
