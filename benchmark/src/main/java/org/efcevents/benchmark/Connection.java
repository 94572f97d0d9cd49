package org.efcevents.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Asks for pages in the thread that calls it, over a connection that the JDK keeps open for the next request of that thread: the
 * least that a request over HTTP can cost.
 *
 * <p>Belongs to one thread.
 */
final class Connection {

    private static final int PATIENCE = 600_000;

    private final URI site;
    private final byte[] buffer = new byte[1 << 16];

    /** @param site the address of its root */
    Connection(URI site) {
        this.site = site;
    }

    /**
     * Reads an answer to its end.
     *
     * @param path its path and query
     * @param etag what is there already; null: nothing
     * @return the number of bytes
     * @throws IOException if the answer is neither the whole nor, with {@code etag}, that nothing has changed
     */
    long read(String path, String etag) throws IOException {
        HttpURLConnection request = open(path);
        if (etag != null) {
            request.setRequestProperty("If-None-Match", etag);
        }
        int expected = etag == null ? 200 : 304;
        int status = request.getResponseCode();
        if (status != expected) {
            throw new IOException(path + " answers " + status + " in place of " + expected);
        }
        long bytes = 0;
        try (InputStream body = request.getInputStream()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }

    /** The ETag of what is at a path. */
    String etag(String path) throws IOException {
        HttpURLConnection request = open(path);
        try (InputStream body = request.getInputStream()) {
            body.transferTo(OutputStream.nullOutputStream());
        }
        return request.getHeaderField("ETag");
    }

    /** The text at a path. */
    String text(String path) throws IOException {
        try (InputStream body = open(path).getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection request =
                (HttpURLConnection) site.resolve(path).toURL().openConnection();
        request.setInstanceFollowRedirects(false);
        request.setReadTimeout(PATIENCE);
        return request;
    }
}
