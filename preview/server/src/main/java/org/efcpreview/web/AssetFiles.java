package org.efcpreview.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.http.Reply;
import org.efcpreview.rendering.PageRequest;

/**
 * Serves the files of the asset app: {@code /dam/jcr:<identifier>/<file name>} and {@code /dam/<path>} (rules: {@code
 * info.magnolia.dam.core.download.DamDownloadServlet}). Renditions are not made: without a theme that says their sizes
 * Magnolia has none either and answers 404.
 */
final class AssetFiles {
    static final String PREFIX = "/dam/";

    private AssetFiles() {}

    /**
     * @param path the decoded path, prefix included
     * @param dam the visitor's session in the workspace {@code dam}; stays open until the reply has been sent
     */
    static Reply answer(PageRequest.Http http, String path, Session dam) throws RepositoryException {
        Node asset = download(path.substring(PREFIX.length()), dam);
        if (asset == null || !asset.isNodeType("mgnl:asset") || !asset.hasNode("jcr:content")) {
            return Reply.notFound();
        }
        Node file = asset.getNode("jcr:content");
        Binary binary = file.getProperty("jcr:data").getBinary();
        String type = file.hasProperty("jcr:mimeType")
                ? file.getProperty("jcr:mimeType").getString()
                : "application/octet-stream";
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Type", List.of(type + ";charset=UTF-8"));
        String name =
                file.hasProperty("fileName") ? file.getProperty("fileName").getString() : asset.getName();
        headers.put(
                "Content-Disposition",
                List.of("attachment; filename=\"" + name.replaceAll("[\"\\\\\\p{Cntrl}]", "_") + "\""));
        Reply reply = new Reply(200, headers, binary.getSize(), () -> open(binary));
        if (!asset.hasProperty("mgnl:lastModified")) {
            return reply;
        }
        Instant modified =
                asset.getProperty("mgnl:lastModified").getDate().toInstant().truncatedTo(ChronoUnit.SECONDS);
        return (ModuleFiles.isUnchanged(http, "", modified) ? Reply.empty(304) : reply)
                .with("Last-Modified", Reply.httpDate(modified));
    }

    private static InputStream open(Binary binary) throws IOException {
        try {
            return binary.getStream();
        } catch (RepositoryException e) {
            throw new IOException(e);
        }
    }

    private static Node download(String path, Session dam) throws RepositoryException {
        String key = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        if (key.matches("jcr:[0-9a-fA-F-]{36}")) {
            try {
                return dam.getNodeByIdentifier(key.substring("jcr:".length()));
            } catch (RepositoryException e) {
                return null;
            }
        }
        String absolute = "/" + path;
        // The fingerprint of a link in rich text.
        absolute = absolute.replaceFirst("\\.\\d{4}(-\\d{2}){5}(?=\\.[^./]*$)", "");
        int dot = absolute.lastIndexOf('.');
        Node bare = dot > absolute.lastIndexOf('/') ? node(absolute.substring(0, dot), dam) : null;
        return bare == null ? node(absolute, dam) : bare;
    }

    private static Node node(String path, Session dam) {
        try {
            return dam.nodeExists(path) ? dam.getNode(path) : null;
        } catch (RepositoryException e) {
            // No path at all.
            return null;
        }
    }
}
