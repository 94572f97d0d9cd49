package org.efcevents.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * The token that Magnolia asks for with each form ({@code info.magnolia.cms.security.HmacCsrfToken} of 6.2.45). It is good for twenty
 * minutes; a request in the second ten of them gives the session another, and the old one is refused from then on. One that nobody has
 * asked with for twenty minutes is never replaced: forms are refused until the session ends, or the token is taken out of it. Screens of
 * AdminCentral leave it alone, so that after some time of work there every token is of that kind.
 *
 * @param text as a form sends it: a hash, the time and a salt, each Base64 of URLs; of another kind of token no time is known
 */
public record SessionToken(String text) {

    private static final Duration FRESH = Duration.ofMinutes(5);

    /** Whether a form that is shown with it could be refused before it is filled in. */
    public boolean isOld(Instant now) {
        String[] parts = text.split(":");
        if (parts.length != 3) {
            return false;
        }
        try {
            byte[] time = Base64.getUrlDecoder().decode(parts[1]);
            return time.length == Long.BYTES
                    && Instant.ofEpochMilli(ByteBuffer.wrap(time).getLong())
                            .plus(FRESH)
                            .isBefore(now);
        } catch (IllegalArgumentException anotherKind) {
            return false;
        }
    }
}
