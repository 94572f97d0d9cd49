package org.efcpreview.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.definitioncheck.definition.Definition;

/**
 * What a definition says, or an object within one.
 *
 * @param key where it stands in the definition, such as {@code subApps/browser/actions/delete}; empty for the whole of it
 * @param values by property, in the shape that {@link Definition} gives them
 */
public record Settings(String key, Map<?, ?> values) {
    public static Settings of(Definition definition) {
        return new Settings("", definition.values());
    }

    public boolean has(String property) {
        return values.containsKey(property);
    }

    /** A text; empty if there is none. */
    public String text(String property) {
        return has(property) ? values.get(property).toString() : "";
    }

    public boolean flag(String property, boolean otherwise) {
        return has(property) ? Boolean.parseBoolean(text(property)) : otherwise;
    }

    public int number(String property, int otherwise) {
        return has(property) ? (int) Double.parseDouble(text(property)) : otherwise;
    }

    /** An object, or one within it at a path; one that says nothing if there is none. */
    public Settings object(String property) {
        int slash = property.indexOf('/');
        if (slash > 0) {
            return object(property.substring(0, slash)).object(property.substring(slash + 1));
        }
        return new Settings(at(property), values.get(property) instanceof Map<?, ?> map ? map : Map.of());
    }

    /** The objects in a list, which have names, or in a map. */
    public List<Settings> objects(String property) {
        List<Settings> objects = new ArrayList<>();
        for (Object value : all(property)) {
            if (value instanceof Map<?, ?> map) {
                objects.add(new Settings(at(property) + "/" + map.get("name"), map));
            }
        }
        return objects;
    }

    /** The texts in a list. */
    public List<String> texts(String property) {
        return all(property).stream().map(Object::toString).toList();
    }

    private Collection<?> all(String property) {
        Object found = values.get(property);
        return found instanceof Map<?, ?> map ? map.values() : found instanceof Collection<?> list ? list : List.of();
    }

    /** Where a property stands in the definition. */
    public String at(String property) {
        return key.isEmpty() ? property : key + "/" + property;
    }

    public String name() {
        return text("name");
    }

    /** The name of the object's class, without its package. */
    public String type() {
        return text("class").replaceFirst(".*\\.", "");
    }

    /** Whether the roles are enough: one of those named here; any if none is ({@code ConfiguredAccessDefinition}). */
    public boolean opensTo(Collection<String> roles) {
        List<String> named = texts("roles");
        return named.isEmpty() || roles.contains("superuser") || named.stream().anyMatch(roles::contains);
    }
}
