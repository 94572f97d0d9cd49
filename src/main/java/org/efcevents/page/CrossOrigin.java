package org.efcevents.page;

import org.efcevents.http.Response;

/**
 * What scripts of other sites may do (the Fetch standard, CORS): read whatever everybody may read, in every format for programs.
 * Never together with credentials, and nothing that depends on who has signed in.
 */
final class CrossOrigin {

    private static final String METHODS = "GET, HEAD, OPTIONS";

    private CrossOrigin() {}

    /**
     * Lets scripts read a response and those of its headers that they need to keep a copy.
     *
     * @param originAnswered whether it is said already of which sites; Magnolia's filters say nothing of headers
     */
    static Response readable(Response response, boolean originAnswered) {
        return (originAnswered ? response : response.with("Access-Control-Allow-Origin", "*"))
                .with("Access-Control-Expose-Headers", "ETag, Date, Link, Last-Modified, Content-Disposition");
    }

    /** The response to {@code OPTIONS}: how may be asked. It is the same for a day. */
    static Response ways() {
        return Response.empty(204)
                .with("Allow", METHODS)
                .with("Access-Control-Allow-Methods", METHODS)
                .with(
                        "Access-Control-Allow-Headers",
                        "If-None-Match, If-Modified-Since, Accept, Accept-Language, Cache-Control")
                .with("Access-Control-Max-Age", "86400");
    }
}
