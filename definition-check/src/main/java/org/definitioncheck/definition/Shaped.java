package org.definitioncheck.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a definition that is known to be what Magnolia expects there, with its place. */
final class Shaped {

    enum Form {
        VALUE,
        LIST,
        MAP,
        BEAN
    }

    private final Form form;
    private final Place place;
    private final String type;
    private final Object value;
    private final Map<String, Shaped> parts;

    private Shaped(Form form, Place place, String type, Object value, Map<String, Shaped> parts) {
        this.form = form;
        this.place = place;
        this.type = type;
        this.value = value;
        this.parts = parts;
    }

    static Shaped value(Place place, Object value) {
        return new Shaped(Form.VALUE, place, null, value, Map.of());
    }

    static Shaped list(Place place, Map<String, Shaped> items) {
        return new Shaped(Form.LIST, place, null, null, items);
    }

    static Shaped map(Place place, Map<String, Shaped> entries) {
        return new Shaped(Form.MAP, place, null, null, entries);
    }

    static Shaped bean(Place place, String type, Map<String, Shaped> properties) {
        return new Shaped(Form.BEAN, place, type, null, properties);
    }

    /** The same bean under another name. */
    Shaped renamed(String name) {
        Map<String, Shaped> properties = new LinkedHashMap<>(parts);
        properties.put("name", value(place, name));
        return new Shaped(form, place, type, value, properties);
    }

    Place place() {
        return place;
    }

    /** The class of a bean; null for anything else. */
    String type() {
        return type;
    }

    /** Items, entries or properties by index, key or name. */
    Map<String, Shaped> parts() {
        return parts;
    }

    Shaped part(String key) {
        return parts.get(key);
    }

    /** Follows keys downwards; null where one is missing. */
    Shaped at(String... keys) {
        Shaped here = this;
        for (String key : keys) {
            here = here == null ? null : here.part(key);
        }
        return here;
    }

    /** A part's plain value as text, or null. */
    String text(String key) {
        Shaped part = parts.get(key);
        return part == null || part.value == null ? null : part.value.toString();
    }

    Object value() {
        return value;
    }

    boolean isTrue(String key) {
        return parts.get(key) != null && Boolean.TRUE.equals(parts.get(key).value);
    }

    /** The names of list items or map entries: what {@code name} says, else the key. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        parts.forEach((key, part) -> names.add(part.text("name") == null ? key : part.text("name")));
        return names;
    }

    /** Maps, lists and values that cannot be changed. */
    Object plain() {
        switch (form) {
            case VALUE:
                return value;
            case LIST:
                return parts.values().stream().map(Shaped::plain).toList();
            default:
                Map<String, Object> map = new LinkedHashMap<>();
                parts.forEach((key, part) -> map.put(key, part.plain()));
                return Collections.unmodifiableMap(map);
        }
    }
}
