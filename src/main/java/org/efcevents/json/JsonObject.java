package org.efcevents.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A JSON object under construction. Its members keep their order.
 *
 * <p>Values are null, String, Boolean, Integer, Long, another {@code JsonObject}, a {@link Worded} one of these, or a List of such
 * values. Its text is
 * safe inside an HTML {@code script} element: characters that could end the element or begin a comment are written as
 * escapes, which mean the same (RFC 8259, 7), and so are U+2028 and U+2029, which older JavaScript treats as line
 * breaks. Unpaired surrogates are replaced by U+FFFD, because no encoding can represent them (RFC 7493, 2.1).
 */
public final class JsonObject {

    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Set<String> ofOneLanguage = new HashSet<>();

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

    /** Adds a member that means nothing where all languages are told together: see {@link #inEach}. */
    public JsonObject inOne(String name, Object value) {
        ofOneLanguage.add(name);
        return with(name, value);
    }

    private static void check(String name, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(item -> check(name, item));
        } else if (!(value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Worded
                || value instanceof JsonObject)) {
            throw new IllegalArgumentException("The member " + name + " is a " + value.getClass()
                    + ": give a String, Boolean, Integer, Long, JsonObject, or a List of these");
        }
    }

    /** The value of a member; null if there is none. */
    public Object value(String name) {
        return members.get(name);
    }

    /**
     * The names of its members, and below each that is an object those of its own, with a dot between: {@code date}, {@code
     * date.edtf}.
     */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        members.forEach((name, value) -> {
            names.add(name);
            if (value instanceof JsonObject object) {
                object.members.keySet().forEach(inner -> names.add(name + "." + inner));
            }
        });
        return names;
    }

    /** The object with some of its members only, in its own order; for {@code chosen} see {@link #names()}. */
    public JsonObject only(Collection<String> chosen) {
        JsonObject some = new JsonObject();
        members.forEach((name, value) -> {
            List<String> inner = chosen.stream()
                    .filter(each -> each.startsWith(name + "."))
                    .map(each -> each.substring(name.length() + 1))
                    .toList();
            if (chosen.contains(name)) {
                some.with(name, value);
            } else if (!inner.isEmpty()) {
                some.with(name, value instanceof JsonObject object ? object.only(inner) : value);
            }
        });
        return some;
    }

    /**
     * One object in place of several that say the same in different languages. In it a {@link Worded} value is an object that has
     * the text of each language under its tag; every other value is that of the first.
     *
     * @param versions the objects, by the tag of their language; at least one
     */
    public static JsonObject inEach(Map<String, JsonObject> versions) {
        JsonObject first = first(versions);
        JsonObject all = new JsonObject();
        first.members.keySet().forEach(name -> {
            if (!first.ofOneLanguage.contains(name)) {
                Map<String, Object> values = new LinkedHashMap<>();
                versions.forEach((language, version) ->
                        values.put(language, version == null ? null : version.members.get(name)));
                all.with(name, valueInEach(values));
            }
        });
        return all;
    }

    /** Null stands for what there is in other languages only. */
    private static Object valueInEach(Map<String, Object> values) {
        Object first = first(values);
        if (first instanceof Worded) {
            JsonObject texts = new JsonObject();
            values.forEach((language, value) -> texts.with(language, value == null ? null : ((Worded) value).text()));
            return new Worded(texts, null);
        }
        if (first instanceof JsonObject) {
            Map<String, JsonObject> objects = new LinkedHashMap<>();
            values.forEach((language, value) -> objects.put(language, (JsonObject) value));
            return inEach(objects);
        }
        if (first instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                Map<String, Object> item = new LinkedHashMap<>();
                for (Map.Entry<String, Object> value : values.entrySet()) {
                    item.put(value.getKey(), item((List<?>) value.getValue(), i));
                }
                items.add(valueInEach(item));
            }
            return items;
        }
        return first;
    }

    private static Object item(List<?> list, int index) {
        return list == null || index >= list.size() ? null : list.get(index);
    }

    private static <T> T first(Map<String, T> values) {
        return values.values().stream().filter(Objects::nonNull).findFirst().orElse(null);
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
        if (value instanceof Worded worded) {
            write(text, worded.shown());
        } else if (value instanceof String string) {
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
        int next;
        for (int i = 0; i < string.length(); i = next) {
            int character = string.codePointAt(i);
            next = i + Character.charCount(character);
            quote(text, character);
        }
        text.append('"');
    }

    private static void quote(StringBuilder text, int character) {
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
    }

    private static void escape(StringBuilder text, int character) {
        text.append("\\u").append(HexFormat.of().toHexDigits((char) character));
    }
}
