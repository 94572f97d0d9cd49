package org.efcpreview.rendering;

import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What templates call {@code ctx.request}: the methods of {@code HttpServletRequest} that read a request, escaping what
 * a visitor wrote (rules: {@code info.magnolia.context.HTMLEscapingHttpServletRequest}: parameters, headers and the
 * query string are escaped; the address is not).
 */
public final class TemplateRequest {
    private final PageRequest.Http http;
    private final Map<String, Object> attributes;

    TemplateRequest(PageRequest.Http http, Map<String, Object> attributes) {
        this.http = http;
        this.attributes = attributes;
    }

    /** The first value of a parameter, escaped; null if there is none. */
    public String getParameter(String name) {
        return HtmlText.escape(first(name));
    }

    /** The values of a parameter, escaped; as in Magnolia 6.2.45 it fails where there is none. */
    public String[] getParameterValues(String name) {
        List<String> values = http.parameters().get(name);
        if (values == null) {
            throw new NullPointerException("ctx.request.getParameterValues(\"" + name
                    + "\"): there is no such parameter, which Magnolia 6.2.45 answers with this error;"
                    + " use ctx.getParameterValues");
        }
        return escaped(values);
    }

    /** Every parameter by name, names and values escaped. */
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> map = new HashMap<>();
        http.parameters().forEach((name, values) -> map.put(HtmlText.escape(name), escaped(values)));
        return map;
    }

    /** The parameters' names, escaped. */
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(
                http.parameters().keySet().stream().map(HtmlText::escape).toList());
    }

    /** The first value of a header, escaped; null if there is none. */
    public String getHeader(String name) {
        return HtmlText.escape(http.header(name));
    }

    /** The values of a header, escaped. */
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(
                http.headers(name).stream().map(HtmlText::escape).toList());
    }

    /** The headers' names. */
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(http.headers().keySet());
    }

    /** The query string, escaped; null if there is none. */
    public String getQueryString() {
        return HtmlText.escape(http.query());
    }

    /** Such as {@code GET}. */
    public String getMethod() {
        return http.method();
    }

    /** The raw path, with the context path and after a forward that of its target; not escaped, as in Magnolia. */
    public String getRequestURI() {
        return http.contextPath() + http.path();
    }

    /** The address without the query string; not escaped, as in Magnolia. */
    public StringBuffer getRequestURL() {
        return new StringBuffer(http.url(http.path()));
    }

    /** Empty, or {@code /author}. */
    public String getContextPath() {
        return http.contextPath();
    }

    /** Such as {@code HTTP/1.1}. */
    public String getProtocol() {
        return http.protocol();
    }

    /** {@code http} or {@code https}. */
    public String getScheme() {
        return http.scheme();
    }

    /** The address's host. */
    public String getServerName() {
        return http.serverName();
    }

    /** The address's port. */
    public int getServerPort() {
        return http.serverPort();
    }

    /** Whether the scheme is {@code https}. */
    public boolean isSecure() {
        return http.scheme().equals("https");
    }

    /** The client's address. */
    public String getRemoteAddr() {
        return http.remoteAddress();
    }

    /** The client's address: no name is looked up. */
    public String getRemoteHost() {
        return http.remoteAddress();
    }

    /** The media type of the request's body; null if it has none. */
    public String getContentType() {
        return http.header("Content-Type");
    }

    /** Always UTF-8: Magnolia's ContentTypeFilter sets it where the browser has not. */
    public String getCharacterEncoding() {
        return "UTF-8";
    }

    /** The language that the browser prefers; the server's where it names none. */
    public Locale getLocale() {
        String header = http.header("Accept-Language");
        try {
            return header == null
                    ? Locale.getDefault()
                    : Locale.forLanguageTag(Locale.LanguageRange.parse(header).stream()
                            .map(Locale.LanguageRange::getRange)
                            .filter(range -> !range.equals("*"))
                            .findFirst()
                            .orElseGet(() -> Locale.getDefault().toLanguageTag()));
        } catch (IllegalArgumentException e) {
            return Locale.getDefault();
        }
    }

    /** An attribute of this request; null if there is none. */
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    /** Sets an attribute of this request; null removes it. */
    public void setAttribute(String name, Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    /** Removes an attribute of this request. */
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    /** The names of this request's attributes. */
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(new LinkedHashMap<>(attributes).keySet());
    }

    String first(String name) {
        List<String> values = http.parameters().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    static String[] escaped(List<String> values) {
        return Arrays.stream(values.toArray(String[]::new))
                .map(HtmlText::escape)
                .toArray(String[]::new);
    }
}
