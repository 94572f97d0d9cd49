package org.efcevents.channel;

import java.time.Instant;
import org.efcevents.http.Representation;

/**
 * A text that a channel has written.
 *
 * @param status of HTTP: 200, or what is wrong with what was asked for
 * @param mediaType with its character set
 * @param representation the text
 * @param location for a redirection, where to ask instead; else null
 * @param fileName the name under which a client keeps it as a file; null for what is not meant to be kept
 */
public record Document(int status, String mediaType, Representation representation, String location, String fileName) {

    /**
     * What was asked for.
     *
     * @param modified when what the text says was last changed; null where nothing tells that
     */
    static Document of(String mediaType, String text, Instant modified) {
        return new Document(200, mediaType, new Representation(text, modified), null, null);
    }

    /** This text as a file to be kept; characters of the name that a header or a file system might not take become hyphens. */
    Document asFile(String name) {
        return new Document(status, mediaType, representation, location, name.replaceAll("[^A-Za-z0-9._-]", "-"));
    }
}
