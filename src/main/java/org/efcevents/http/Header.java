package org.efcevents.http;

/**
 * A header field of a response (RFC 9110, 6.3).
 *
 * @param name such as {@code Cache-Control}
 * @param value without line breaks
 */
public record Header(String name, String value) {}
