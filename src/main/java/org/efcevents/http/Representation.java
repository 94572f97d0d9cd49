package org.efcevents.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with its validators, so that clients that already have it need not be sent it again (RFC 9110, 8.8 and 13.1).
 *
 * @param parts the body, sent in UTF-8 one part after the other. They may be written while they are read, and each time
 *     that they are read
 * @param digest of the body alone
 * @param modified when its content was last modified; null if unknown
 */
public record Representation(Iterable<String> parts, Digest digest, Instant modified) {

    /** The date format of HTTP. Unlike Java's own formatter for RFC 1123, it writes days with two digits. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final Pattern ETAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    /** A text that is written already. */
    public Representation(String text, Instant modified) {
        this(List.of(text), Digest.of(text), modified);
    }

    /** A strong entity tag, in quotes. It depends on the body alone and is therefore the same on every instance. */
    public String etag() {
        return digest.etag();
    }

    /** {@link #modified} as the value of {@code Last-Modified} (RFC 9110, 5.6.7); null if unknown. */
    public String lastModified() {
        return modified == null ? null : HTTP_DATE.format(modified.atOffset(ZoneOffset.UTC));
    }

    /**
     * Whether the client already has exactly this text, so that the response is 304. The date alone cannot tell,
     * because removing something from the archive leaves no date.
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
