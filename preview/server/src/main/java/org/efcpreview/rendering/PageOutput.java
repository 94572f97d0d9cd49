package org.efcpreview.rendering;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import javax.servlet.http.HttpServletResponse;
import org.efcpreview.http.Reply;

/**
 * What a page prints: kept until it is complete, so that an error can be sent in its place, or until it is too long to be kept,
 * and sent as it comes from then on. A servlet's response, to which Magnolia prints ({@code
 * info.magnolia.rendering.engine.ResponseOutputProvider}), keeps a few kilobytes.
 */
final class PageOutput extends Writer {

    /** So many characters of each page are kept in memory. No usual page has as many. */
    private static final int MOST = 512 * 1024;

    private final HttpServletResponse response;
    private final StringBuilder kept = new StringBuilder();
    private Writer sent;

    PageOutput(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        if (sent == null && kept.length() + length > MOST && !response.isCommitted()) {
            if (response.getContentType() != null) {
                Reply.contentType(response, response.getContentType());
            }
            sent = new OutputStreamWriter(response.getOutputStream(), response.getCharacterEncoding());
            sent.append(kept);
            kept.setLength(0);
        }
        if (sent == null) {
            kept.append(characters, offset, length);
        } else {
            sent.write(characters, offset, length);
        }
    }

    /** Does nothing: what a template flushes is not complete. */
    @Override
    public void flush() {}

    /** Sends what has not been sent yet, unless a template has sent the browser elsewhere, or an error. */
    @Override
    public void close() throws IOException {
        if (sent != null) {
            sent.close();
        } else if (!response.isCommitted()) {
            byte[] body = kept.toString().getBytes(response.getCharacterEncoding());
            if (body.length == 0 && response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                response.sendError(response.getStatus());
                return;
            }
            Reply.of(response.getStatus(), response.getContentType(), body).sendTo(response);
        }
    }
}
