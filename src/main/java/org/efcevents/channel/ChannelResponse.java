package org.efcevents.channel;

import java.util.List;
import org.efcevents.api.ApiResponse;
import org.efcevents.http.Relation;
import org.efcevents.http.Representation;

/**
 * What a channel has written, as a response.
 *
 * @param status the HTTP status: 200, a redirect or an error
 * @param mediaType the media type with its character set
 * @param representation the body
 * @param location the address to redirect to; null if this is not a redirect
 * @param relations what other documents are to this one
 * @param fileName the name under which clients save it; null for what is not meant to be saved
 */
public record ChannelResponse(
        int status,
        String mediaType,
        Representation representation,
        String location,
        List<Relation> relations,
        String fileName) {

    /** A successful response. */
    static ChannelResponse of(String mediaType, String text) {
        return of(mediaType, new Representation(text));
    }

    /** A successful response. */
    static ChannelResponse of(String mediaType, Representation representation) {
        return new ChannelResponse(200, mediaType, representation, null, List.of(), null);
    }

    /** A response of the JSON API, which may be a problem document or a redirect. */
    public static ChannelResponse of(ApiResponse answer) {
        return new ChannelResponse(
                answer.status(),
                answer.mediaType(),
                new Representation(answer.text()),
                answer.location(),
                answer.relations(),
                null);
    }

    /**
     * Returns this response as a file to save. Characters in the name that may be a problem for headers or file systems
     * become hyphens.
     */
    ChannelResponse asFile(String name) {
        return new ChannelResponse(
                status, mediaType, representation, location, relations, name.replaceAll("[^A-Za-z0-9._-]", "-"));
    }
}
