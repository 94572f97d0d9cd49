package org.efcevents.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The response to a request: a body to send, or a model from which a template prints a page.
 *
 * @param status the HTTP status
 * @param headers the header fields, with no name occurring twice. Magnolia's filters may have said a {@code Vary} of their own,
 *     which stays
 * @param parts the body, which may be empty: {@link Representation#parts}; null if a template prints a page
 * @param page the model for the template; null if there is a body
 */
public record Response(int status, List<Header> headers, Iterable<String> parts, Object page) {

    /** Makes a defensive copy of the headers. */
    public Response {
        headers = List.copyOf(headers);
    }

    /** A page to be printed by the template. */
    public static Response page(int status, Object page) {
        return new Response(status, List.of(), null, page);
    }

    /** A response without a body. */
    public static Response empty(int status) {
        return new Response(status, List.of(), List.of(), null);
    }

    /**
     * A text, or 304 without a body if the client already has it (RFC 9110, 15.4.5).
     *
     * @param status 200, or the status of an error, whose text is always sent
     * @param mediaType the media type with its character set, such as {@code text/calendar;charset=UTF-8}
     * @param representation the body
     * @param ifNoneMatch the value of that header; empty if it was not sent
     */
    public static Response document(int status, String mediaType, Representation representation, String ifNoneMatch) {
        boolean known = status == 200 && representation.isKnown(ifNoneMatch);
        return new Response(
                known ? 304 : status,
                List.of(new Header("Content-Type", mediaType), new Header("ETag", representation.etag())),
                known ? List.of() : representation.parts(),
                null);
    }

    /**
     * The parts of the body one after the other, for a template to print: FreeMarker lists an iterator, but not every
     * iterable. Null if a template prints a page.
     */
    public Iterator<String> body() {
        return parts == null ? null : parts.iterator();
    }

    /** Returns this response with an additional header. */
    public Response with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Response(status, more, parts, page);
    }
}
