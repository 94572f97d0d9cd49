package org.efcevents.http;

import java.util.ArrayList;
import java.util.List;

/**
 * What a request is answered with: a text that is ready to be sent, or what a template is to print a page from.
 *
 * @param status of HTTP
 * @param headers in no particular order, each name once
 * @param body the whole text; empty where the answer has none; null where a template prints a page
 * @param page the values that the template prints; null where a body is sent
 */
public record Response(int status, List<Header> headers, String body, Object page) {

    /** Copies the headers. */
    public Response {
        headers = List.copyOf(headers);
    }

    /** A page, which the template prints. */
    public static Response page(int status, Object page) {
        return new Response(status, List.of(), null, page);
    }

    /**
     * A text, and no text where the client has exactly this one already: 304 (RFC 9110, 15.4.5).
     *
     * @param status 200, or the status of a text that says what is wrong, which is always sent
     * @param mediaType with its character set, such as {@code text/calendar;charset=UTF-8}
     * @param representation the text
     * @param ifNoneMatch the header of that name, as it was sent; empty if it was not
     */
    public static Response document(int status, String mediaType, Representation representation, String ifNoneMatch) {
        boolean known = status == 200 && representation.isKnown(ifNoneMatch);
        Response response = new Response(
                known ? 304 : status,
                List.of(new Header("Content-Type", mediaType), new Header("ETag", representation.etag())),
                known ? "" : representation.text(),
                null);
        return representation.lastModified() == null
                ? response
                : response.with("Last-Modified", representation.lastModified());
    }

    /** This answer with one header more. */
    public Response with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Response(status, more, body, page);
    }
}
