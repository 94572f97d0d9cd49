package org.efcevents.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.efcevents.http.Response;

/**
 * What browsers are told not to do with an answer: to guess what it is, to tell others where a reader was, to run or load what does
 * not belong to it (Content Security Policy), and to show it in a frame of another site. What a filter of the site has said already
 * stays as it is.
 */
final class Safeguards {

    private static final String POLICY = "Content-Security-Policy";

    /** Of the desk, whose pages are the module's own, in a frame of AdminCentral. */
    private static final String DESK =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /** Of pages that Magnolia's page editor puts its own scripts and styles into. */
    private static final String EDITED = "object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

    /** Of what is no page: nothing in it is to be run or loaded. */
    private static final String DOCUMENT = "default-src 'none'; frame-ancestors 'none'";

    private Safeguards() {}

    /** @param desk whether it is a page of the desk */
    static Response put(Response response, PageRequest request, boolean desk) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put(
                POLICY, !request.isForPage() ? DOCUMENT : desk ? DESK : request.author() ? EDITED : request.policy());
        wanted.put("X-Content-Type-Options", "nosniff");
        wanted.put("Referrer-Policy", desk ? "same-origin" : "strict-origin-when-cross-origin");
        Response safe = response;
        for (Map.Entry<String, String> header : wanted.entrySet()) {
            if (!header.getValue().isEmpty() && !request.isSaid(header.getKey())) {
                safe = safe.with(header.getKey(), header.getValue());
            }
        }
        return safe;
    }
}
