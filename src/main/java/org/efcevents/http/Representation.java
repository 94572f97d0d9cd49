package org.efcevents.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with its entity tag, so that clients that already have it need not be sent it again (RFC 9110, 8.8 and 13.1).
 *
 * <p>There is no date of its last change, because nothing knows it: what is said of an event is also said by its work packages and
 * speakers, by what its texts link to and by the clock, and what is taken away leaves no date.
 *
 * @param parts the body, sent in UTF-8 one part after the other. They may be written while they are read, and each time
 *     that they are read
 * @param digest of the body alone
 */
public record Representation(Iterable<String> parts, Digest digest) {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    /** A text that is written already. */
    public Representation(String text) {
        this(List.of(text), Digest.of(text));
    }

    /** A strong entity tag, in quotes. It depends on the body alone and is therefore the same on every instance. */
    public String etag() {
        return digest.etag();
    }

    /**
     * Whether the client already has exactly this text, so that the response is 304.
     *
     * @param ifNoneMatch the value of that header; null or blank if it was not sent. Comparison is weak, as required
     *     for GET (RFC 9110, 13.1.2)
     */
    public boolean isKnown(String ifNoneMatch) {
        if (ifNoneMatch == null || ifNoneMatch.isBlank()) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        String etag = etag();
        for (Matcher tags = ETAG.matcher(ifNoneMatch); tags.find(); ) {
            if (tags.group(1).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
