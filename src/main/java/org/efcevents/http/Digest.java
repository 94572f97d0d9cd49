package org.efcevents.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;

/**
 * What tells texts apart: the beginning of their SHA-256. It is the same on every instance.
 *
 * @param high its first eight bytes
 * @param low the eight bytes after these
 */
public record Digest(long high, long low) {

    /** Of a text in UTF-8. */
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a text in parts: another one also if the same text is cut at other places. */
    public static Digest of(Collection<Digest> parts) {
        ByteBuffer all = ByteBuffer.allocate(parts.size() * 2 * Long.BYTES);
        parts.forEach(part -> all.putLong(part.high).putLong(part.low));
        return of(all.array());
    }

    /** Of a file. */
    public static Digest of(byte[] bytes) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new Digest(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** In 32 hexadecimal digits. */
    public String text() {
        return "%016x%016x".formatted(high, low);
    }

    /** As a strong entity tag (RFC 9110, 8.8.3), in quotes. */
    public String etag() {
        return "\"" + text() + "\"";
    }
}
