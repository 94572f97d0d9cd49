package org.efcpreview.authoring.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a template says of one of its areas ({@code info.magnolia.rendering.template.configured.ConfiguredAreaDefinition}).
 *
 * @param name its name, which is that of its node
 * @param values the definition
 */
record AreaDefinition(String name, Map<?, ?> values) {
    private static final String SUPERUSER = "superuser";

    /** The areas that a template or an area defines and that are not switched off, by name. */
    static Map<String, AreaDefinition> of(Map<?, ?> values) {
        Map<String, AreaDefinition> areas = new LinkedHashMap<>();
        if (values.get("areas") instanceof Map<?, ?> named) {
            named.forEach((name, area) -> {
                AreaDefinition definition = new AreaDefinition(name.toString(), map(area));
                if (definition.flag("enabled", true)) {
                    areas.put(definition.name, definition);
                }
            });
        }
        return areas;
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    Optional<String> title() {
        return text("title");
    }

    /** {@code list}, {@code single} or {@code noComponent}. */
    String type() {
        return text("type").orElse("list");
    }

    int most() {
        return text("maxComponents").map(Integer::valueOf).orElse(Integer.MAX_VALUE);
    }

    /** Whether an editor decides that there is one at all. */
    boolean optional() {
        return flag("optional", false);
    }

    /** Whether it has a node of its own; if not, its components lie in the node that it is an area of. */
    boolean hasNode() {
        return flag("createAreaNode", true);
    }

    boolean editable() {
        return flag("editable", true);
    }

    Optional<String> dialog() {
        return text("dialog");
    }

    /** The templates of the components that somebody with these roles may place here, in the definition's order. */
    List<String> available(Set<String> roles) {
        List<String> available = new ArrayList<>();
        for (Object entry : map(values.get("availableComponents")).values()) {
            Map<?, ?> component = map(entry);
            Collection<?> needed = roles(component);
            // As AvailableComponents: superuser is not asked about apart.
            if (!"false".equals(Objects.toString(component.get("enabled"), "true"))
                    && (needed.isEmpty()
                            || needed.stream().map(Object::toString).anyMatch(roles::contains))) {
                available.add(Objects.toString(component.get("id")));
            }
        }
        return available;
    }

    /**
     * Whether the area lets somebody do something with a component.
     *
     * @param template the component's template
     * @param operation {@code write}, {@code move} or {@code delete}
     * @param roles of whoever wants to
     */
    boolean permits(String template, String operation, Set<String> roles) {
        for (Object entry : map(values.get("availableComponents")).values()) {
            if (template.equals(map(entry).get("id"))) {
                Collection<?> needed =
                        roles(map(map(map(entry).get("permissions")).get(operation)));
                return needed.isEmpty()
                        || roles.contains(SUPERUSER)
                        || needed.stream().map(Object::toString).anyMatch(roles::contains);
            }
        }
        return true;
    }

    private static Collection<?> roles(Map<?, ?> access) {
        Object roles = access.get("roles");
        return roles instanceof Map<?, ?> named
                ? named.values()
                : roles instanceof Collection<?> list ? list : List.of();
    }

    private Optional<String> text(String property) {
        return Optional.ofNullable(values.get(property)).map(Object::toString);
    }

    private boolean flag(String property, boolean otherwise) {
        return text(property).map(Boolean::parseBoolean).orElse(otherwise);
    }
}
