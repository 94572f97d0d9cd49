package org.definitioncheck.definition;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.definitioncheck.problem.Location;

/**
 * A part of a definition that is known to be what Magnolia expects there, with its place.
 *
 * @param type the class of a bean; null for anything else
 * @param value of a single value; null for anything else
 * @param parts items, entries or properties by index, key or name
 */
record BeanNode(Form form, Location location, String type, Object value, Map<String, BeanNode> parts) {

    enum Form {
        VALUE,
        LIST,
        MAP,
        BEAN
    }

    static BeanNode value(Location location, Object value) {
        return new BeanNode(Form.VALUE, location, null, value, Map.of());
    }

    static BeanNode list(Location location, Map<String, BeanNode> items) {
        return new BeanNode(Form.LIST, location, null, null, items);
    }

    static BeanNode map(Location location, Map<String, BeanNode> entries) {
        return new BeanNode(Form.MAP, location, null, null, entries);
    }

    static BeanNode bean(Location location, String type, Map<String, BeanNode> properties) {
        return new BeanNode(Form.BEAN, location, type, null, properties);
    }

    /** The same bean under another name. */
    BeanNode renamed(String name) {
        Map<String, BeanNode> properties = new LinkedHashMap<>(parts);
        properties.put("name", value(location, name));
        return new BeanNode(form, location, type, value, properties);
    }

    /** Follows keys downwards; null where one is missing. */
    BeanNode at(String... keys) {
        BeanNode here = this;
        for (String key : keys) {
            here = here == null ? null : here.parts.get(key);
        }
        return here;
    }

    /** Follows keys, or names of a list's items, downwards; the last one that is there. */
    BeanNode nearest(Iterable<String> names) {
        BeanNode here = this;
        for (String name : names) {
            BeanNode next = here.parts.getOrDefault(
                    name,
                    here.parts.values().stream()
                            .filter(part -> name.equals(part.text("name")))
                            .findFirst()
                            .orElse(null));
            if (next == null) {
                return here;
            }
            here = next;
        }
        return here;
    }

    /** What is in the list or map that the keys lead to; nothing where one is missing. */
    Collection<BeanNode> all(String... keys) {
        BeanNode there = at(keys);
        return there == null ? List.of() : there.parts.values();
    }

    /** The names of what is in the list or map that the keys lead to: what {@code name} says, else the key. */
    Set<String> names(String... keys) {
        Set<String> names = new TreeSet<>();
        BeanNode there = at(keys);
        if (there != null) {
            there.parts.forEach((key, part) -> names.add(part.name(key)));
        }
        return names;
    }

    /** What {@code name} says, else the key that it stands under. */
    String name(String key) {
        return text("name") == null ? key : text("name");
    }

    /** A part's plain value as text, or null. */
    String text(String key) {
        BeanNode part = parts.get(key);
        return part == null || part.value == null ? null : part.value.toString();
    }

    /** Where a part is written; where this is, if there is no such part. */
    Location locationOf(String key) {
        return parts.containsKey(key) ? parts.get(key).location : location;
    }

    /** Maps, lists and values that cannot be changed. */
    Object plain() {
        return switch (form) {
            case VALUE -> value;
            case LIST -> parts.values().stream().map(BeanNode::plain).toList();
            case MAP, BEAN -> plainMap();
        };
    }

    /** The entries or properties as {@link #plain}. */
    Map<String, Object> plainMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        parts.forEach((key, part) -> map.put(key, part.plain()));
        return Collections.unmodifiableMap(map);
    }
}
