package org.definitioncheck.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One definition with everything merged that makes it up, checked against what Magnolia knows of its type.
 *
 * <p>The values are made of maps, lists, strings, booleans, numbers and nothing else, and cannot be changed. Whatever way it
 * was written, a property that Magnolia has as a list is a list here and one that it has as a map is a map. What is a typed
 * object in Magnolia is a map with its full {@code class} and, if that has one, its {@code $type}; it has a {@code name} where
 * Magnolia gives it one (the key or the index under which it stands). A property without a value is absent.
 *
 * @param type what it is
 * @param id what others refer to it by
 * @param module the module whose folder it lies in
 * @param file the resource path of its file
 * @param values its properties
 */
public record Definition(DefinitionType type, String id, String module, String file, Map<String, Object> values) {

    /** The last part of the id, or what {@code name} says for a kind that has names. */
    public String name() {
        Object name = values.get("name");
        if (name != null) {
            return name.toString();
        }
        String last = id.substring(id.lastIndexOf('/') + 1);
        return last.substring(last.lastIndexOf(':') + 1);
    }

    /** A text property; empty if absent. */
    public Optional<String> text(String property) {
        return Optional.ofNullable(values.get(property)).map(Object::toString);
    }

    /** A map or typed property; an empty map if absent. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String property) {
        return values.get(property) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** A list property; an empty list if absent. */
    @SuppressWarnings("unchecked")
    public List<Object> list(String property) {
        return values.get(property) instanceof List<?> list ? (List<Object>) list : List.of();
    }
}
