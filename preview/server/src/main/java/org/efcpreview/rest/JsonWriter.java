package org.efcpreview.rest;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes JSON without any space, escaped as the JSON library of Magnolia's REST does it. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    /** For every open object or array whether something has been written into it. */
    private final Deque<Boolean> filled = new ArrayDeque<>();

    private boolean afterKey;

    JsonWriter() {
        filled.push(false);
    }

    JsonWriter startObject() {
        return start('{');
    }

    JsonWriter startArray() {
        return start('[');
    }

    JsonWriter endObject() {
        return end('}');
    }

    JsonWriter endArray() {
        return end(']');
    }

    JsonWriter key(String name) {
        separate();
        string(name);
        out.append(':');
        afterKey = true;
        return this;
    }

    JsonWriter value(String text) {
        separate();
        string(text);
        return this;
    }

    JsonWriter value(long number) {
        separate();
        out.append(number);
        return this;
    }

    JsonWriter value(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw DeliveryException.unforeseen("Double value cannot be infinite or NaN");
        }
        separate();
        out.append(number);
        return this;
    }

    JsonWriter value(BigDecimal number) {
        separate();
        out.append(number);
        return this;
    }

    JsonWriter value(boolean bool) {
        separate();
        out.append(bool);
        return this;
    }

    /** What is not null, under a key. */
    JsonWriter field(String name, String text) {
        return key(name).value(text);
    }

    private JsonWriter start(char open) {
        separate();
        out.append(open);
        filled.push(false);
        return this;
    }

    private JsonWriter end(char close) {
        filled.pop();
        out.append(close);
        return this;
    }

    private void separate() {
        if (afterKey) {
            afterKey = false;
            return;
        }
        if (filled.pop()) {
            out.append(',');
        }
        filled.push(true);
    }

    private void string(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
