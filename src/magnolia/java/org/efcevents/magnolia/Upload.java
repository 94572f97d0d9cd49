package org.efcevents.magnolia;

import java.nio.charset.StandardCharsets;

/**
 * A file as a browser sends it with a form.
 *
 * @param name what it is called
 */
record Upload(String name, byte[] content) {

    static Upload of(String name, String text) {
        return new Upload(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
