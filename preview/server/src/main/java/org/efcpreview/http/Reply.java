package org.efcpreview.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.ee8.nested.Response;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What is sent back, complete before anything of it is.
 *
 * @param headers by name; {@code Content-Type} among them where there is a body
 * @param body where the body is read from; not opened for HEAD
 * @param problem what went wrong, for the server's page of that status, which is then sent in place of a body; null if
 *     nothing did
 */
public record Reply(int status, Map<String, List<String>> headers, long length, Body body, String problem) {
    private static final Pattern CHARSET = Pattern.compile("(?i)(?<=charset=)[\"\\s]*([^\"\\s]+)[\"\\s]*");

    /** The source of a body, or of a file that was sent. */
    public interface Body {
        /** The bytes, from the first; the caller closes the stream. */
        InputStream open() throws IOException;
    }

    /** A body that is in memory. */
    public static Reply of(int status, String contentType, byte[] body) {
        Map<String, List<String>> headers =
                contentType == null ? Map.of() : Map.of("Content-Type", List.of(contentType));
        return new Reply(status, headers, body.length, () -> new ByteArrayInputStream(body), null);
    }

    /** Headers alone. */
    public static Reply empty(int status) {
        return of(status, null, new byte[0]);
    }

    /**
     * The server's page of an error.
     *
     * @param problem what went wrong, beyond what the status says; plain text, shown line by line, or empty
     */
    public static Reply error(int status, String problem) {
        return new Reply(status, Map.of(), 0, null, problem);
    }

    /** The reply with one more header. */
    public Reply with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.put(name, List.of(value));
        return new Reply(status, more, length, body, problem);
    }

    /** Sends it; nothing may have been sent before. */
    public void sendTo(HttpServletResponse response) throws IOException {
        headers.forEach((name, values) -> {
            // A cookie stands beside that of the session.
            if (!name.equals("Set-Cookie")) {
                response.setHeader(name, null);
            }
            values.forEach(value -> response.addHeader(name, value));
        });
        if (problem != null) {
            response.sendError(status, problem);
            return;
        }
        response.setStatus(status);
        if (headers.containsKey("Content-Type")) {
            contentType(response, headers.get("Content-Type").get(0));
        }
        if (status != HttpServletResponse.SC_NOT_MODIFIED && status != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLengthLong(length);
            // Closed, because whoever reads it need not wait until what it was read with is let go.
            try (InputStream in = body.open();
                    OutputStream out = response.getOutputStream()) {
                in.transferTo(out);
            }
        }
    }

    /**
     * Sets the type of what is sent, with the charset's own name: Jetty writes {@code charset=utf-8} where Tomcat, in which
     * Magnolia runs, has {@code charset=UTF-8}.
     */
    public static void contentType(HttpServletResponse response, String type) {
        String named = CHARSET.matcher(type)
                .replaceFirst(name -> Charset.forName(name.group(1)).name());
        Response.getBaseResponse(response).getHttpFields().put(HttpHeader.CONTENT_TYPE, named);
    }
}
