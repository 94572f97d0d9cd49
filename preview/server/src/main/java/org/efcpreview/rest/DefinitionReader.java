package org.efcpreview.rest;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads a map of a definition, once each value, and refuses what is left over. */
final class DefinitionReader {
    private final String place;
    private final Map<?, ?> values;
    private final Set<Object> unread;

    /** @param place what stands before a property's name in messages; empty for the definition itself */
    DefinitionReader(String place, Map<?, ?> values) {
        this.place = place;
        this.values = values;
        this.unread = new LinkedHashSet<>(values.keySet());
    }

    IllegalArgumentException refusal(String property, String why) {
        return new IllegalArgumentException("Delivery endpoint: " + place + property + " " + why);
    }

    private Object take(String name) {
        unread.remove(name);
        return values.get(name);
    }

    void ignore(String... names) {
        unread.removeAll(List.of(names));
    }

    /** To be called last. @throws IllegalArgumentException if something has not been read */
    void done() {
        unread.stream().findFirst().ifPresent(name -> {
            throw refusal(String.valueOf(name), "is not supported");
        });
    }

    /** {@return the type's name; from {@code $type} or {@code class}} */
    String type(Set<String> known) {
        String type = text("$type", String.valueOf(take("class")));
        if (!known.contains(type)) {
            throw refusal("$type", "is " + type + ", which is not supported; known are " + known);
        }
        return type;
    }

    void refuseIfTrue(String... names) {
        for (String name : names) {
            if (flag(name, false)) {
                throw refusal(name, "is not supported");
            }
        }
    }

    String text(String name) {
        String text = text(name, null);
        if (text == null) {
            throw refusal(name, "is missing");
        }
        return text;
    }

    String text(String name, String absent) {
        Object value = take(name);
        return value == null ? absent : value.toString();
    }

    boolean flag(String name, boolean absent) {
        return switch (text(name, String.valueOf(absent))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal(name, "must be true or false, not " + values.get(name));
        };
    }

    long number(String name, long absent) {
        try {
            return Long.parseLong(text(name, String.valueOf(absent)));
        } catch (NumberFormatException e) {
            throw refusal(name, "must be a whole number, not " + values.get(name));
        }
    }

    Pattern pattern(String name, String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw refusal(name, "is no regular expression: " + e.getMessage());
        }
    }

    /** A list; or a map, whose values count, as in Magnolia's definitions. One that is said to be nothing is empty. */
    private Collection<?> list(String name) {
        Object value = take(name);
        if (value instanceof Map<?, ?> map) {
            return map.values();
        } else if (value == null || value instanceof Collection<?>) {
            return value == null ? List.of() : (Collection<?>) value;
        }
        throw refusal(name, "must be a list, not " + value);
    }

    List<String> texts(String name, String... absent) {
        return values.containsKey(name)
                ? list(name).stream().map(String::valueOf).toList()
                : List.of(absent);
    }

    DefinitionReader map(String name) {
        if (take(name) instanceof Map<?, ?> map) {
            return new DefinitionReader(place + name + ".", map);
        }
        throw refusal(name, "is missing");
    }

    Stream<DefinitionReader> maps(String name) {
        return list(name).stream().map(entry -> {
            if (entry instanceof Map<?, ?> map) {
                return new DefinitionReader(place + name + "." + map.get("name") + ".", map);
            }
            throw refusal(name, "must hold maps, not " + entry);
        });
    }
}
