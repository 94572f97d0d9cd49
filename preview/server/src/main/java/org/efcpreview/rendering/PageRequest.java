package org.efcpreview.rendering;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request for a page, as the filters before the renderer have understood it. Nothing in it is escaped; what a template
 * gets of it is.
 *
 * @param http what the browser sent, or what it was forwarded to
 * @param originalUri the raw path that the browser asked for, without the context path, also after a forward
 * @param originalQuery the raw query string that the browser sent; null if none
 * @param currentUri the decoded path without the context path and without the language's prefix
 * @param workspace where the page lies
 * @param handle the path that was asked for in the workspace, without extension and selector
 * @param selector what stood between the first and the last {@code ~} of the last segment, decoded; empty if nothing
 * @param extension what followed the last dot of {@code originalUri}; empty if nothing
 * @param locale the language to render in
 * @param author whether this is the author instance
 * @param previewMode whether the page is shown as visitors see it; always so on a public instance
 */
public record PageRequest(
        Http http,
        String originalUri,
        String originalQuery,
        String currentUri,
        String workspace,
        String handle,
        String selector,
        String extension,
        Locale locale,
        boolean author,
        boolean previewMode) {

    /**
     * The HTTP request.
     *
     * @param method such as {@code GET}
     * @param protocol such as {@code HTTP/1.1}
     * @param scheme {@code http} or {@code https}
     * @param serverName the host of the address, without the port
     * @param serverPort the port of the address
     * @param remoteAddress the client's address
     * @param contextPath empty, or {@code /author}
     * @param path the raw path without the context path
     * @param query the raw query string; null if none
     * @param parameters decoded query and form parameters by name, in the order in which they came
     * @param headers by name, in any case; looked up without regard to case
     */
    public record Http(
            String method,
            String protocol,
            String scheme,
            String serverName,
            int serverPort,
            String remoteAddress,
            String contextPath,
            String path,
            String query,
            Map<String, List<String>> parameters,
            Map<String, List<String>> headers) {

        /** The first value of a header; null if there is none. */
        public String header(String name) {
            List<String> values = headers(name);
            return values.isEmpty() ? null : values.get(0);
        }

        /** Every value of a header; empty if there is none. */
        public List<String> headers(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream())
                    .toList();
        }

        /** The address up to the path, as {@code HttpServletRequest.getRequestURL} builds it. */
        public String url(String uri) {
            boolean standard = scheme.equals("http") ? serverPort == 80 : serverPort == 443;
            return scheme + "://" + serverName + (standard ? "" : ":" + serverPort) + contextPath + uri;
        }
    }

    /** Decodes a path or query string as Magnolia does: percent escapes and {@code +}, UTF-8. */
    static String decode(String raw) {
        return raw == null ? null : java.net.URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }
}
