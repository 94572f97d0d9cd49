package org.efcpreview.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is sent back, complete before anything of it is.
 *
 * @param status the HTTP status
 * @param headers by name; {@code Content-Type} among them where there is a body
 * @param length the body's length in bytes
 * @param body where the body is read from; not opened for HEAD
 */
public record Reply(int status, Map<String, List<String>> headers, long length, Body body) {
    /** The source of a body. */
    public interface Body {
        /** The bytes, from the first; the caller closes the stream. */
        InputStream open() throws IOException;
    }

    public static Reply of(int status, String contentType, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (contentType != null) {
            headers.put("Content-Type", List.of(contentType));
        }
        return new Reply(status, headers, body.length, () -> new java.io.ByteArrayInputStream(body));
    }

    public static Reply empty(int status) {
        return of(status, null, new byte[0]);
    }

    /**
     * A page that says what went wrong.
     *
     * @param title a few words
     * @param message plain text; shown as it is, line by line
     */
    public static Reply error(int status, String title, String message) {
        String html =
                """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title>
                <style>body{font:1.1em/1.5 system-ui,sans-serif;max-width:50em;margin:3em auto;padding:0 1em}\
                pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f3f3f3;padding:1em}</style></head>
                <body><main><h1>%1$s</h1>
                <pre>%2$s</pre></main></body>
                </html>
                """
                        .formatted(escape(title), escape(message));
        return of(status, "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply notFound() {
        return error(404, "Page not available", "There is nothing at this address.");
    }

    public static Reply methodNotAllowed() {
        return error(405, "Method not allowed", "This address can only be read (GET, HEAD).")
                .with("Allow", "GET, HEAD");
    }

    /** The reply with one more header. */
    public Reply with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.put(name, List.of(value));
        return new Reply(status, more, length, body);
    }

    public static String httpDate(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
