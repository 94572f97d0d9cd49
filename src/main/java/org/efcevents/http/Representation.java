package org.efcevents.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as HTTP sends it: with a name for exactly these bytes, so that who has them already need not be sent them again
 * (RFC 9110, 8.8 and 13.1).
 *
 * @param text the whole body; sent in UTF-8
 * @param modified when what it says was last changed; null where that is not known
 */
public record Representation(String text, Instant modified) {

    /** RFC 1123 as HTTP wants it: a day of one digit has a zero before it, unlike in Java's own formatter. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final Pattern ETAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    /** A strong entity tag, in its quotes: made of the bytes alone, and so the same on every instance. */
    public String etag() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** {@link #modified} as a {@code Last-Modified} header has it (RFC 9110, 5.6.7); null where that is null. */
    public String lastModified() {
        return modified == null ? null : HTTP_DATE.format(modified.atOffset(ZoneOffset.UTC));
    }

    /**
     * Whether the client has exactly this already, so that the answer is 304 without a body. A date alone does not tell that:
     * what was taken out of the archive leaves none.
     *
     * @param ifNoneMatch the header of that name, as it was sent; null or blank if it was not. The comparison is the weak one,
     *     as GET wants it (RFC 9110, 13.1.2)
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
