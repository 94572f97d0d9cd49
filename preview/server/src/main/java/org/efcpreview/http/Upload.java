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
public record Upload(String fileName, String contentType, long size, Reply.Body content) {
    /** As templates ask Magnolia's {@code Document} for it. */
    public String getFileNameWithExtension() {
        return fileName;
    }

    /** As above. */
    public InputStream getStream() throws IOException {
        return content.open();
    }
}
