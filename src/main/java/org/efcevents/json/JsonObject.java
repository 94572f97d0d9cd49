package org.efcevents.json;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object under construction. Its members keep their order.
 *
 * <p>Values are null, String, Boolean, Integer, Long, another {@code JsonObject}, or a List of such values. Its text is
 * safe inside an HTML {@code script} element: characters that could end the element or begin a comment are written as
 * escapes, which mean the same (RFC 8259, 7), and so are U+2028 and U+2029, which older JavaScript treats as line
 * breaks. Unpaired surrogates are replaced by U+FFFD, because no encoding can represent them (RFC 7493, 2.1).
 */
public final class JsonObject {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /**
     * Adds or replaces a member.
     *
     * @throws IllegalArgumentException if the value is of another type
     */
    public JsonObject with(String name, Object value) {
        check(name, value);
        members.put(name, value);
        return this;
    }

    /** Adds a member unless its value is null or an empty list. */
    public JsonObject withKnown(String name, Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty() ? this : with(name, value);
    }

    private static void check(String name, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(item -> check(name, item));
        } else if (!(value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof JsonObject)) {
            throw new IllegalArgumentException("The member " + name + " is a " + value.getClass()
                    + ": give a String, Boolean, Integer, Long, JsonObject, or a List of these");
        }
    }

    /** The object as JSON, without whitespace between tokens. */
    public String text() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    /** {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }

    private void write(StringBuilder text) {
        text.append('{');
        String separator = "";
        for (Map.Entry<String, Object> member : members.entrySet()) {
            text.append(separator);
            quote(text, member.getKey());
            text.append(':');
            write(text, member.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private static void write(StringBuilder text, Object value) {
        if (value instanceof String string) {
            quote(text, string);
        } else if (value instanceof JsonObject object) {
            object.write(text);
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                text.append(i == 0 ? "" : ",");
                write(text, list.get(i));
            }
            text.append(']');
        } else {
            text.append(value);
        }
    }

    private static void quote(StringBuilder text, String string) {
        text.append('"');
        string.codePoints().forEach(character -> {
            switch (character) {
                case '"', '\\' -> text.append('\\').append((char) character);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '<', '>', '&', 0x2028, 0x2029 -> escape(text, character);
                default -> {
                    if (character < ' ' || character == 0x7F) {
                        escape(text, character);
                    } else {
                        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
                        text.appendCodePoint(half ? 0xFFFD : character);
                    }
                }
            }
        });
        text.append('"');
    }

    private static void escape(StringBuilder text, int character) {
        text.append("\\u").append(HexFormat.of().toHexDigits((char) character));
    }
}
