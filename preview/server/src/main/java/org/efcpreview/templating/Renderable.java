package org.efcpreview.templating;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.efcpreview.content.PreviewObjectWrapper;

/**
 * The definition of a template or of an area of one, as its YAML file says. Templates call it {@code def} and read its
 * values and then its parameters; its text is its identifier.
 *
 * @param id the identifier; null for an area
 * @param name the last part of the identifier, or the area's name
 */
public record Renderable(String id, String name, Map<?, ?> values)
        implements TemplateHashModel, TemplateScalarModel, AdapterTemplateModel {
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

    /** The areas by name. */
    public Map<String, Renderable> areas() {
        Map<String, Renderable> areas = new LinkedHashMap<>();
        map(values.get("areas")).forEach((area, properties) -> {
            String areaName = area.toString();
            areas.put(areaName, new Renderable(null, areaName, map(properties)));
        });
        return areas;
    }

    /** The identifiers of the components that somebody with these roles may place in this area, in the file's order. */
    public List<String> availableComponents(Set<String> roles) {
        return map(values.get("availableComponents")).values().stream()
                .map(Renderable::map)
                .filter(component -> Boolean.parseBoolean(Objects.toString(component.get("enabled"), "true")))
                .filter(component -> isFor(roles, component.get("roles")))
                .map(component -> Objects.toString(component.get("id")))
                .toList();
    }

    /** Named roles are needed; none means everybody. */
    private static boolean isFor(Set<String> roles, Object named) {
        return !(named instanceof Collection<?> needed)
                || needed.isEmpty()
                || needed.stream().map(Object::toString).anyMatch(roles::contains);
    }

    /** What the definition says that Magnolia would do and this server does not; empty if nothing. */
    public List<String> unsupported() {
        List<String> unsupported = new ArrayList<>();
        if (Boolean.parseBoolean(Objects.toString(map(values.get("inheritance")).get("enabled")))) {
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
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    /** A yes or no of the definition. */
    public boolean flag(String key, boolean otherwise) {
        return text(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** A number of the definition. */
    public int number(String key, int otherwise) {
        return text(key).map(Integer::parseInt).orElse(otherwise);
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
        Map<?, ?> parameters = map(values.get("parameters"));
        return PreviewObjectWrapper.INSTANCE.wrap(
                switch (key) {
                    case "id" -> id;
                    case "name" -> name;
                    case "areas" -> areas();
                    case "parameters" -> parameters;
                    default -> values.containsKey(key) ? values.get(key) : parameters.get(key);
                });
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String getAsString() {
        return toString();
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
        return this;
    }

    @Override
    public String toString() {
        return id == null ? name : id;
    }
}
