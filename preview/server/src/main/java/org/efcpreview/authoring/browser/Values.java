package org.efcpreview.authoring.browser;

import java.util.List;
import java.util.Map;

/** Reading of a definition's values, in the shape that {@link org.definitioncheck.definition.Definition} gives them. */
final class Values {
    private Values() {}

    static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }

    static boolean flag(Map<?, ?> map, String key, boolean otherwise) {
        Object value = map.get(key);
        return value == null ? otherwise : Boolean.parseBoolean(value.toString());
    }

    static Map<?, ?> map(Map<?, ?> map, String key) {
        return map.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    static List<?> list(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    /** The maps among a list's items. */
    static List<Map<?, ?>> maps(Map<?, ?> map, String key) {
        return list(map, key).stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                .toList();
    }

    static List<String> texts(Map<?, ?> map, String key) {
        return list(map, key).stream().map(Object::toString).toList();
    }

    /** The class's own name, without its package, of a typed object. */
    static String type(Map<?, ?> map) {
        String name = text(map, "class");
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
