package org.efcevents.http;

/**
 * A header field of a response (RFC 9110, 6.3).
 *
 * @param name such as {@code Cache-Control}
 * @param value without line breaks
 */
public record Header(String name, String value) {

    /** Whether it is put to what others have said under this name, and does not replace it: filters vary by things of their own. */
    public boolean isAdded() {
        return name.equalsIgnoreCase("Vary");
    }
}
