package org.efcpreview.rendering;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What templates call {@code ctx.response}: the methods of {@code HttpServletResponse} that say what is sent. Nothing
 * is sent before the whole page has been rendered.
 *
 * <p>A page of a public Magnolia that is asked for without parameters goes through the cache, and there the media type
 * that was set first stays, which is {@code text/html}, and of headers of one name the last is sent ({@code
 * info.magnolia.module.cache.filter.CacheResponseWrapper} of 6.2.45: {@code setContentType} adds, {@code getContentType}
 * takes the first). It is so here, too; a template that sends something else says {@code
 * ctx.response.setHeader("Content-Type", …)}, which replaces.
 */
public final class TemplateResponse {
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status = 200;
    private String contentType;
    private Charset charset = StandardCharsets.UTF_8;
    private boolean bodyDropped;
    private final boolean cached;

    /**
     * @param cached whether Magnolia would put the page into its cache
     */
    TemplateResponse(boolean cached) {
        this.cached = cached;
    }

    /** Sets the status. */
    public void setStatus(int status) {
        this.status = status;
    }

    /** The status that will be sent. */
    public int getStatus() {
        return status;
    }

    /** Sets the media type; a charset in it counts, without one UTF-8 is added. */
    public void setContentType(String type) {
        if (cached && contentType != null) {
            return;
        }
        replaceContentType(type);
    }

    private void replaceContentType(String type) {
        if (type == null) {
            contentType = null;
            return;
        }
        int semicolon = type.indexOf(';');
        contentType = semicolon < 0 ? type.trim() : type.substring(0, semicolon).trim();
        if (semicolon >= 0) {
            for (String parameter : type.substring(semicolon + 1).split(";")) {
                String[] pair = parameter.trim().split("=", 2);
                if (pair.length == 2 && pair[0].trim().equalsIgnoreCase("charset")) {
                    setCharacterEncoding(pair[1].trim().replace("\"", ""));
                }
            }
        }
    }

    /** The media type with its charset; null if none was set. */
    public String getContentType() {
        return contentType == null ? null : contentType + ";charset=" + charset.name();
    }

    /** Sets the charset that the page is sent in. */
    public void setCharacterEncoding(String name) {
        charset = Charset.forName(name);
    }

    /** The charset that the page is sent in. */
    public String getCharacterEncoding() {
        return charset.name();
    }

    /** Sets a header, in place of earlier ones of that name; null removes it. */
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Type")) {
            replaceContentType(value);
        } else if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, new ArrayList<>(List.of(oneLine(value))));
        }
    }

    /** Adds a header beside earlier ones of that name. */
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Type")) {
            setContentType(value);
        } else if (cached) {
            setHeader(name, value);
        } else {
            headers.computeIfAbsent(name, key -> new ArrayList<>()).add(oneLine(value));
        }
    }

    /** Sets a header to a number. */
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    /** Sets a header to a moment. */
    public void setDateHeader(String name, long milliseconds) {
        setHeader(
                name,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.ofEpochMilli(milliseconds).atOffset(ZoneOffset.UTC)));
    }

    /** Whether the header has been set. */
    public boolean containsHeader(String name) {
        return name.equalsIgnoreCase("Content-Type") ? contentType != null : headers.containsKey(name);
    }

    /** The first value of a header; null if it has not been set. */
    public String getHeader(String name) {
        if (name.equalsIgnoreCase("Content-Type")) {
            return getContentType();
        }
        return headers.containsKey(name) ? headers.get(name).get(0) : null;
    }

    /** The values of a header. */
    public Collection<String> getHeaders(String name) {
        return List.copyOf(headers.getOrDefault(name, List.of()));
    }

    /** Sends the browser elsewhere; what the template prints is dropped. */
    public void sendRedirect(String location) {
        status = 302;
        setHeader("Location", location);
        bodyDropped = true;
    }

    /** Answers with an error; what the template prints is dropped. */
    public void sendError(int errorStatus) {
        status = errorStatus;
        bodyDropped = true;
    }

    /** Answers with an error; what the template prints is dropped. The message is not shown. */
    public void sendError(int errorStatus, String message) {
        sendError(errorStatus);
    }

    /** Always false: nothing is sent before the page is complete. */
    public boolean isCommitted() {
        return false;
    }

    /** The address unchanged: no session is kept in addresses. */
    public String encodeURL(String address) {
        return address;
    }

    /** The address unchanged: no session is kept in addresses. */
    public String encodeRedirectURL(String address) {
        return address;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    Charset charset() {
        return charset;
    }

    boolean bodyDropped() {
        return bodyDropped;
    }

    private static String oneLine(String value) {
        // A line break in a header would let a value add headers; servers replace it too.
        return value.replaceAll("[\\r\\n]+", " ");
    }
}
