package org.efcpreview.templating;

import javax.jcr.Node;
import javax.servlet.http.HttpServletRequest;
import org.efcpreview.http.Address;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.User;

/**
 * A request for a page, as the filters before the renderer have understood it. Nothing in it is escaped; what a template
 * gets of it is.
 *
 * @param http what the browser sent, or what that was forwarded to
 * @param node the page, from one of the sessions
 * @param workspace where the page lies
 * @param handle the path that was asked for in the workspace, without extension and selector
 * @param selector what stood between the first and the last {@code ~} of the last segment, decoded; empty if nothing
 * @param extension what followed the last dot of the address that the browser asked for; empty if nothing
 * @param author whether this is the author instance
 * @param previewMode whether the page is shown as visitors see it; always so on a public instance
 */
public record PageRequest(
        HttpServletRequest http,
        Address address,
        Node node,
        OpenSessions sessions,
        User visitor,
        String workspace,
        String handle,
        String selector,
        String extension,
        boolean author,
        boolean previewMode) {

    /** The address of an instance without a slash at its end, such as {@code http://127.0.0.1:8080/author}. */
    public String instance() {
        return Address.server(http) + http.getContextPath();
    }
}
