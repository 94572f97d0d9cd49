package org.efcpreview.rendering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The definition of a template or of an area of one, as its YAML file says; what templates call {@code def}. */
public final class Renderable {
    private final String id;
    private final String name;
    private final Map<String, Object> values;

    private Renderable(String id, String name, Map<String, Object> values) {
        this.id = id;
        this.name = name;
        this.values = values;
    }

    /**
     * A template's definition.
     *
     * @param id such as {@code efc-events:pages/archive}
     * @param values the content of the file, inheritance and decorations applied
     */
    public static Renderable template(String id, Map<String, Object> values) {
        Object name = values.get("name");
        return new Renderable(
                id,
                name == null ? id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1) : name.toString(),
                values);
    }

    /** The identifier; null for an area. */
    public String id() {
        return id;
    }

    /** The last part of the identifier, or the area's name. */
    public String name() {
        return name;
    }

    /** The resource path of the script; empty for an area without one. */
    public Optional<String> templateScript() {
        return text("templateScript");
    }

    /** The areas by name. */
    public Map<String, Renderable> areas() {
        Map<String, Renderable> areas = new LinkedHashMap<>();
        entries(values.get("areas"))
                .forEach((area, properties) -> areas.put(area, new Renderable(null, area, properties)));
        return areas;
    }

    /** The identifiers of the components that somebody with these roles may place in this area, in the file's order. */
    List<String> availableComponents(Set<String> roles) {
        return entries(values.get("availableComponents")).values().stream()
                .filter(component -> Boolean.parseBoolean(Objects.toString(component.get("enabled"), "true")))
                .filter(component -> isFor(roles, component.get("roles")))
                .map(component -> Objects.toString(component.get("id")))
                .toList();
    }

    /** Named roles, in a list or a map, are needed; none means everybody. */
    private static boolean isFor(Set<String> roles, Object named) {
        Collection<?> needed =
                named instanceof Map<?, ?> map ? map.values() : named instanceof Collection<?> list ? list : List.of();
        return needed.isEmpty() || needed.stream().map(Object::toString).anyMatch(roles::contains);
    }

    /** What the definition says that Magnolia would do and this server does not; empty if nothing. */
    public List<String> unsupported() {
        List<String> unsupported = new ArrayList<>();
        if (values.get("inheritance") instanceof Map<?, ?> inheritance
                && Boolean.parseBoolean(Objects.toString(inheritance.get("enabled"), "false"))) {
            unsupported.add("inheritance is not supported here");
        }
        if (values.get("autoGeneration") != null) {
            unsupported.add("autoGeneration is not supported here");
        }
        if (text("modelClass").isPresent()) {
            unsupported.add("modelClass is not supported here: it is Java of Magnolia");
        }
        return unsupported;
    }

    /** A text of the definition; empty if it is not set. */
    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    /** A yes or no of the definition. */
    boolean flag(String key, boolean otherwise) {
        return text(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** A number of the definition. */
    int number(String key, int otherwise) {
        return text(key).map(Integer::parseInt).orElse(otherwise);
    }

    /** Any value of the definition, or else one of its parameters; null if there is none. */
    Object get(String key) {
        return switch (key) {
            case "id" -> id;
            case "name" -> name;
            case "areas" -> areas();
            case "parameters" -> values.getOrDefault("parameters", Map.of());
            default -> values.containsKey(key)
                    ? values.get(key)
                    : values.get("parameters") instanceof Map<?, ?> parameters ? parameters.get(key) : null;
        };
    }

    /** A list's items by their {@code name}, or a map's values by key: YAML definitions may be written either way. */
    private static Map<String, Map<String, Object>> entries(Object value) {
        Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> entries.put(key.toString(), properties(entry)));
        } else if (value instanceof Collection<?> list) {
            List<Object> items = new ArrayList<>(list);
            for (Object item : items) {
                Map<String, Object> properties = properties(item);
                entries.put(Objects.toString(properties.get("name")), properties);
            }
        }
        return entries;
    }

    private static Map<String, Object> properties(Object value) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> properties.put(key.toString(), entry));
        }
        return properties;
    }

    @Override
    public String toString() {
        return id == null ? name : id;
    }
}
