package org.efcpreview.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.lang3.StringUtils;

/**
 * The address of a request as Magnolia understands it, kept with the request.
 *
 * @param originalUri the raw path that the browser asked for, without the context path, also after a forward
 * @param originalUrl the same with scheme, host and context path
 * @param originalQuery the raw query that the browser sent; null if none
 * @param currentUri the decoded path that is shown, without the context path and without the language's prefix
 * @param locale the language that the address asks for
 */
public record Address(String originalUri, String originalUrl, String originalQuery, String currentUri, Locale locale) {
    /** That of a request which no virtual URI has been looked up for yet. */
    public static Address of(HttpServletRequest request, String currentUri, Locale locale) {
        return request.getAttribute(Address.class.getName()) instanceof Address before
                ? new Address(before.originalUri, before.originalUrl, before.originalQuery, currentUri, locale)
                : new Address(
                        path(request),
                        request.getRequestURL().toString(),
                        request.getQueryString(),
                        currentUri,
                        locale);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The server as the browser calls it, such as {@code http://127.0.0.1:8080}. */
    public static String server(HttpServletRequest request) {
        return StringUtils.removeEnd(request.getRequestURL().toString(), request.getRequestURI());
    }

    /** Keeps it with the request. */
    public void keepIn(HttpServletRequest request) {
        request.setAttribute(Address.class.getName(), this);
    }

    /**
     * That of a request.
     *
     * @throws IllegalStateException if none is kept with it
     */
    public static Address of(HttpServletRequest request) {
        if (request.getAttribute(Address.class.getName()) instanceof Address address) {
            return address;
        }
        throw new IllegalStateException("Nobody has looked at the address " + request.getRequestURI());
    }

    /**
     * The path of a request without the context path, without parameters of its segments and without steps of one dot or two,
     * decoded as Magnolia does it, which is as in a query.
     *
     * @throws IllegalArgumentException if it is not encoded properly
     */
    public static String decoded(HttpServletRequest request) {
        URI path = URI.create(path(request).replaceAll(";[^/]*", ""));
        return decode(path.normalize().getRawPath());
    }

    /**
     * The parameters of a query string, in order. Bytes that are no UTF-8 become U+FFFD, as in Tomcat; Jetty refuses them.
     *
     * @param query raw; null for none
     * @throws IllegalArgumentException if a percent escape is none
     */
    public static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decode(parts[0]), key -> new ArrayList<>())
                        .add(parts.length < 2 ? "" : decode(parts[1]));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
