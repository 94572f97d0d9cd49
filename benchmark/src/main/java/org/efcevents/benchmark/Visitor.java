package org.efcevents.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jsoup.Jsoup;

/**
 * Asks for pages in the thread that calls it, over a connection that the JDK keeps open for the next request: the least that a
 * request over HTTP can cost. Belongs to one thread.
 */
final class Visitor {

    private static final int PATIENCE = 600_000;

    private final URI site;
    private final byte[] buffer = new byte[1 << 16];

    /** @param site the address of its root */
    Visitor(URI site) {
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
        HttpURLConnection request =
                (HttpURLConnection) site.resolve(path).toURL().openConnection();
        request.setReadTimeout(PATIENCE);
        if (etag != null) {
            request.setRequestProperty("If-None-Match", etag);
        }
        int expected = etag == null ? HttpURLConnection.HTTP_OK : HttpURLConnection.HTTP_NOT_MODIFIED;
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

    /** The ETag of what is at a page's path. */
    String etag(String path) throws IOException {
        return Jsoup.connect(site.resolve(path).toString())
                .ignoreContentType(true)
                .timeout(PATIENCE)
                .execute()
                .header("ETag");
    }

    /** The text of a page. */
    String text(String path) throws IOException {
        return Jsoup.connect(site.resolve(path).toString()).get().text();
    }
}
