package org.efcpreview.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.lang3.StringUtils;
import org.efcpreview.content.WorkspaceMapping;
import org.efcpreview.http.Address;
import org.efcpreview.rendering.PageRenderer;
import org.efcpreview.rendering.RenderingException;
import org.efcpreview.templating.PageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page at an address (Magnolia: {@code RepositoryMappingFilter}, {@code AggregatorFilter}, {@code RenderingFilter}).
 *
 * @param renderer what renders the page that a request asks for
 * @param mappings which addresses show which workspaces, the first that matches wins
 */
record ServedPages(
        Function<HttpServletRequest, PageRenderer> renderer, List<WorkspaceMapping> mappings, boolean author) {
    private static final Logger LOG = LoggerFactory.getLogger(ServedPages.class);

    void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException, RepositoryException {
        try {
            if (author && String.valueOf(request.getContentType()).startsWith("multipart/form-data")) {
                request.setAttribute("multipartform", SentForm.read(request));
            }
            page(request, response, Address.of(request));
        } catch (RenderingException e) {
            LOG.warn("Cannot render {}: {}", request.getRequestURI(), e.getMessage());
            if (response.isCommitted()) {
                // The connection is closed before the end, so that nobody takes the beginning for the whole.
                throw new ServletException(e);
            }
            response.sendError(500, e.getMessage());
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, Address address)
            throws RepositoryException, RenderingException, IOException {
        String uri = address.currentUri();
        int tilde = uri.indexOf('~', uri.lastIndexOf('/'));
        int lastTilde = uri.lastIndexOf('~');
        String path = tilde < 0 ? uri : uri.substring(0, tilde) + uri.substring(lastTilde + 1);
        String selector = tilde < 0 || tilde == lastTilde ? "" : uri.substring(tilde + 1, lastTilde);
        WorkspaceMapping mapping = mappings.stream()
                .filter(candidate -> candidate.matches(uri))
                .findFirst()
                .orElse(WorkspaceMapping.WEBSITE);
        Visitor visitor = Visitor.of(request);
        Node node = node(visitor.sessions().session(mapping.workspace()), mapping.handle(path));
        if (uri.startsWith("/.") || node == null) {
            response.sendError(404);
            return;
        }
        try {
            selector = URLDecoder.decode(selector, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            response.sendError(400);
            return;
        }
        String mode = request.getParameter("mgnlPreview");
        PageRequest page = new PageRequest(
                request,
                address,
                node,
                visitor.sessions(),
                visitor.user(),
                mapping.workspace(),
                mapping.handle(path),
                selector,
                extension(address.originalUri()),
                author,
                // MultiChannelFilter: edit mode has to be asked for, as the page editor does.
                !author || mode == null || Boolean.parseBoolean(mode));
        renderer.apply(request).render(page, response);
    }

    /** Null if there is no page of a template, or one that waits for its deletion to be published. */
    private static Node node(Session session, String path) throws RepositoryException {
        try {
            if (path.equals("/") || StringUtils.containsAny(path, "[]*|") || !session.nodeExists(path)) {
                return null;
            }
        } catch (RepositoryException e) {
            // What is no path of a repository is no page either.
            return null;
        }
        Node node = session.getNode(path);
        return node.hasProperty("mgnl:template") && !node.isNodeType("mgnl:deleted") ? node : null;
    }

    private static String extension(String rawPath) {
        String file = rawPath.replaceAll(";[^/]*", "");
        file = file.substring(file.lastIndexOf('/') + 1);
        return file.lastIndexOf('.') > 0 ? file.substring(file.lastIndexOf('.') + 1) : "";
    }
}
