package org.efcevents.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A form that was sent to a page, and what tells whether one of this site's own pages has sent it.
 *
 * <p>Magnolia asks each form that somebody who has signed in sends for a token of their session ({@code CsrfSessionTokenFilter}), but
 * for none where there is no session yet, as with HTTP Basic. So what the browser says itself counts, too.
 *
 * @param fields the first value of each field, as it was typed
 * @param file what was chosen in the field {@code file}; empty if nothing was
 * @param fileName what it is called; empty if nothing was chosen
 * @param token that of the session; empty if it has none
 * @param origin the header of that name; empty if it was not sent
 * @param fetchSite the header {@code Sec-Fetch-Site}; empty if it was not sent
 * @param hosts what the site is called: the headers {@code Host} and, from a proxy, {@code X-Forwarded-Host}
 */
public record SentForm(
        Map<String, String> fields,
        byte[] file,
        String fileName,
        String token,
        String origin,
        String fetchSite,
        List<String> hosts) {

    /** The field that has the token. */
    public static final String TOKEN = "csrf";

    /** Nothing was sent: the page is only read. */
    public static final SentForm NONE = new SentForm(Map.of(), new byte[0], "", "", "", "", List.of());

    /** Makes a defensive copy. */
    public SentForm {
        fields = Map.copyOf(fields);
        hosts = List.copyOf(hosts);
    }

    /** Whether the session's token should be replaced before a form is shown with it. */
    public boolean hasOldToken(Instant now) {
        return new SessionToken(token).isOld(now);
    }

    /** Whether a page of this site has sent it, rather than one of another site that the reader has open. */
    public boolean isFromHere() {
        if (!token.isEmpty() && !token.equals(fields.get(TOKEN))) {
            return false;
        }
        if (!fetchSite.isEmpty()) {
            // "none" is what the reader does without any page, such as to load the answer to a form again.
            return fetchSite.equals("same-origin") || fetchSite.equals("none") && !token.isEmpty();
        }
        // Without the scheme, which a proxy may change.
        return origin.isEmpty()
                ? !token.isEmpty()
                : hosts.stream().anyMatch(origin.replaceFirst("^https?://", "")::equalsIgnoreCase);
    }
}
