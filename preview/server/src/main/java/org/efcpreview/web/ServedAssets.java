package org.efcpreview.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.lang3.StringUtils;
import org.apache.jackrabbit.commons.JcrUtils;
import org.eclipse.jetty.http.HttpDateTime;
import org.efcpreview.http.Address;
import org.efcpreview.http.Reply;

/**
 * Serves the files of the asset app: {@code /dam/jcr:<identifier>/<file name>} and {@code /dam/<path>} (rules: {@code
 * info.magnolia.dam.core.download.DamDownloadServlet}). Renditions are not made: without a theme that says their sizes
 * Magnolia has none either and answers 404.
 */
final class ServedAssets {
    private ServedAssets() {}

    static void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException, RepositoryException {
        Node asset = asset(request);
        if (asset == null) {
            response.sendError(404);
            return;
        }
        if (asset.hasProperty("mgnl:lastModified")) {
            Instant modified = asset.getProperty("mgnl:lastModified").getDate().toInstant();
            response.setDateHeader("Last-Modified", modified.toEpochMilli());
            String since = request.getHeader("If-Modified-Since");
            // RFC 9110, 13.1.3: it counts only without If-None-Match, and a date that is none is ignored.
            if (since != null
                    && request.getHeader("If-None-Match") == null
                    && HttpDateTime.parseToEpoch(since)
                            >= modified.truncatedTo(ChronoUnit.SECONDS).toEpochMilli()) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        Node file = asset.getNode("jcr:content");
        Binary binary = file.getProperty("jcr:data").getBinary();
        String type = JcrUtils.getStringProperty(file, "jcr:mimeType", "application/octet-stream");
        String name = JcrUtils.getStringProperty(file, "fileName", asset.getName());
        Reply.contentType(response, type + ";charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + name.replaceAll("[\"\\\\\\p{Cntrl}]", "_") + "\"");
        response.setContentLengthLong(binary.getSize());
        try (InputStream in = binary.getStream()) {
            in.transferTo(response.getOutputStream());
        }
    }

    private static Node asset(HttpServletRequest request) throws RepositoryException {
        String path = Address.of(request).currentUri().replaceFirst("^/dam/?", "");
        Node asset = find(path, Visitor.of(request).sessions().session("dam"));
        return asset != null && asset.isNodeType("mgnl:asset") && asset.hasNode("jcr:content") ? asset : null;
    }

    private static Node find(String path, Session dam) {
        String key = StringUtils.substringBefore(path, "/");
        // Without the fingerprint of a link in rich text.
        String absolute = "/" + path.replaceFirst("\\.\\d{4}(-\\d{2}){5}(?=\\.[^./]*$)", "");
        try {
            if (key.matches("jcr:[0-9a-fA-F-]{36}")) {
                return dam.getNodeByIdentifier(key.substring("jcr:".length()));
            }
            Node bare = JcrUtils.getNodeIfExists(absolute.replaceFirst("\\.[^./]*$", ""), dam);
            return bare == null ? JcrUtils.getNodeIfExists(absolute, dam) : bare;
        } catch (RepositoryException e) {
            // No such identifier, or no path at all.
            return null;
        }
    }
}
