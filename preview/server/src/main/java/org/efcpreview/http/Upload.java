package org.efcpreview.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that a form sent.
 *
 * @param fileName the name the browser gave it; never to be used as a path
 * @param contentType what the browser takes it for; to be checked against the content
 * @param size in bytes
 * @param content where its bytes are read from, while the request lasts
 */
public record Upload(String fileName, String contentType, long size, Content content) {
    /** The bytes of an upload. */
    public interface Content {
        /** From the first byte; the caller closes the stream. */
        InputStream open() throws IOException;
    }
}
