package org.definitioncheck.definition;

import static org.definitioncheck.problem.Severity.SEVERE;
import static org.definitioncheck.problem.Severity.SILENT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.yaml.YamlNode;
import org.definitioncheck.yaml.YamlNode.Mapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The app that {@code !content-type:x} stands for: what Magnolia's {@code AppWithContentType} makes of a content type, before
 * the file that says so is laid over it. All but the form is in {@code content-type-app.yaml}.
 */
final class ContentTypeApp {

    private final Function<String, Optional<String>> workspaceOf;
    private final Mapping written;
    private final Location place;
    private final Problems problems;

    /**
     * @param workspaceOf where a content type keeps its nodes; empty if there is no such type
     * @param written what the app's file itself says
     */
    ContentTypeApp(Function<String, Optional<String>> workspaceOf, Mapping written, Problems problems) {
        this.workspaceOf = workspaceOf;
        this.written = written;
        this.place = written.location();
        this.problems = problems;
    }

    /** Empty if the content type has no datasource to make an app of; that has then been reported. */
    Optional<Mapping> app(Definition contentType) {
        Optional<String> workspace = text(contentType.map("datasource"), "workspace");
        if (workspace.isEmpty()) {
            problems.add(
                    place,
                    SILENT,
                    "is made of content type " + contentType.id()
                            + ", which has no workspace; give its datasource one");
            return Optional.empty();
        }
        Map<String, Object> model = contentType.map("model");
        boolean hasForm = !list(model, "properties").isEmpty();
        String nodeType = text(model, "nodeType").orElse("mgnl:content");
        String appName = Objects.requireNonNullElse(written.text("name"), contentType.name());
        Map<String, String> names = new HashMap<>();
        names.put("<appName>", appName);
        names.put("<label>", Objects.requireNonNullElse(written.text("label"), appName));
        names.put("<contentType>", contentType.name());
        names.put("<rootPath>", text(contentType.map("datasource"), "rootPath").orElse("/"));
        names.put("<workspace>", workspace.get());
        names.put("<nodeType>", nodeType);
        names.put("<nodeTypeKey>", nodeType.replace(':', '-'));
        Map<String, Object> app = template();
        if (hasForm) {
            map(app, "subApps").put("detail", detail(map(app, "datasource"), model, nodeType));
        }
        return Optional.of((Mapping) node(app, names, hasForm));
    }

    private static Map<String, Object> template() {
        try (InputStream in = ContentTypeApp.class.getResourceAsStream("content-type-app.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read content-type-app.yaml", e);
        }
    }

    /** The tree with the names put in; all of it is where the app's file names the content type. */
    private YamlNode node(Object value, Map<String, String> names, boolean hasForm) {
        if (value instanceof Map<?, ?> map) {
            Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
            map.forEach((key, part) -> {
                if (hasForm || !leadsToForm(key)) {
                    String name = names.getOrDefault(key.toString(), key.toString());
                    entries.put(name, new YamlNode.Entry(place, node(part, names, hasForm)));
                }
            });
            return new Mapping(place, entries, false);
        }
        if (value instanceof List<?> list) {
            return new YamlNode.Sequence(
                    place,
                    list.stream()
                            .filter(item -> hasForm || !(item instanceof Map<?, ?> map && leadsToForm(map.get("name"))))
                            .map(item -> node(item, names, hasForm))
                            .toList());
        }
        return new YamlNode.Scalar(place, value instanceof String text ? names.getOrDefault(text, text) : value);
    }

    private static boolean leadsToForm(Object action) {
        return "addItem".equals(action) || "editItem".equals(action);
    }

    private Map<String, Object> detail(Map<String, Object> datasource, Map<String, Object> model, String nodeType) {
        List<Map<String, Object>> fields = new ArrayList<>();
        List<Map<String, Object>> properties = list(model, "properties");
        if (properties.stream().noneMatch(property -> "name".equals(property.get("name")))) {
            fields.add(field(Map.of("name", "name", "required", true), model, Set.of()));
        }
        properties.forEach(property -> fields.add(field(property, model, Set.of())));
        Map<String, Object> described = new LinkedHashMap<>(datasource);
        described.put("describeByProperty", "name");
        return ordered(
                "class",
                "info.magnolia.ui.contentapp.detail.DetailDescriptor",
                "itemProvider",
                ordered("$type", "jcrNodeFromLocationProvider", "nodeType", nodeType),
                "datasource",
                described,
                "form",
                Map.of("properties", fields));
    }

    /** @param within the sub-models around, in lower case */
    private Map<String, Object> field(Map<String, Object> property, Map<String, Object> model, Set<String> within) {
        Map<String, Object> field = ordered("name", property.get("name"), "i18n", isTrue(property, "i18n"));
        text(property, "label").ifPresent(label -> field.put("label", label));
        if (!isTrue(property, "multiple")) {
            field.putAll(single(property, model, within));
            return field;
        }
        String type = text(property, "type").orElse("String");
        if (subModel(model, type).isPresent() || !list(property, "options").isEmpty()) {
            field.put("$type", "jcrMultiField");
            field.put(
                    "entryResolution",
                    ordered(
                            "class", "info.magnolia.ui.editor.MultiFieldEntryResolution$Definition",
                            "propertyNameDecorator", "info.magnolia.ui.field.AlwaysEmptyPrefixNameDecorator"));
            field.put("itemProvider", ordered("$type", "jcrChildNodeProvider"));
        } else {
            field.put("$type", type.equalsIgnoreCase("date") ? "jcrMultiField" : "jcrMultiValueField");
        }
        Map<String, Object> inner = ordered("i18n", isTrue(property, "i18n"));
        text(property, "label").ifPresent(label -> inner.put("label", label));
        inner.putAll(single(property, model, within));
        field.put("field", inner);
        return field;
    }

    private Map<String, Object> single(Map<String, Object> property, Map<String, Object> model, Set<String> within) {
        String type = text(property, "type").orElse("String");
        Optional<Map<String, Object>> subModel = subModel(model, type);
        if (subModel.isPresent()) {
            return composite(property, subModel.get(), model, within);
        }
        Map<String, Object> field = ordered("required", isTrue(property, "required"));
        Optional<String> workspace = workspaceOf.apply(type.replaceFirst("^reference:", ""));
        List<Map<String, Object>> options = list(property, "options");
        if (type.equalsIgnoreCase("asset")) {
            field.put("$type", "damLinkField");
        } else if (type.equalsIgnoreCase("page")) {
            field.put("$type", "pageLinkField");
        } else if (workspace.isPresent()) {
            field.put("$type", "linkField");
            field.put("datasource", ordered("$type", "jcrDatasource", "workspace", workspace.get()));
        } else if (!options.isEmpty()) {
            field.put("$type", "comboBoxField");
            field.put("datasource", options(options));
        } else {
            primitive(property, type.toLowerCase(Locale.ROOT), field);
        }
        return field;
    }

    private Map<String, Object> composite(
            Map<String, Object> property, Map<String, Object> subModel, Map<String, Object> model, Set<String> within) {
        Set<String> deeper = new HashSet<>(within);
        if (!deeper.add(subModel.get("name").toString().toLowerCase(Locale.ROOT))) {
            problems.add(
                    place,
                    SEVERE,
                    "the sub-model '" + subModel.get("name") + "' contains itself through '" + property.get("name")
                            + "'; give that another type");
            return Map.of();
        }
        return ordered(
                "$type", "compositeField",
                "itemProvider",
                        ordered(
                                "$type",
                                "jcrChildNodeProvider",
                                "nodeType",
                                text(subModel, "nodeType").orElse("mgnl:contentNode")),
                "properties",
                        list(subModel, "properties").stream()
                                .map(inner -> field(inner, model, deeper))
                                .toList());
    }

    private static Map<String, Object> options(List<Map<String, Object>> options) {
        List<Object> entries = new ArrayList<>();
        for (Map<String, Object> option : options) {
            Object value = option.get("value");
            entries.add(ordered("name", value, "value", value, "label", option.getOrDefault("label", value)));
        }
        return ordered("$type", "optionListDatasource", "options", entries);
    }

    private static void primitive(Map<String, Object> property, String type, Map<String, Object> field) {
        switch (type) {
            case "date" -> field.put("$type", "dateField");
            case "boolean" -> field.put("$type", "checkBoxField");
            case "decimal" -> text(field, "java.math.BigDecimal", "StringToBigDecimalConverter");
            case "double" -> text(field, "java.lang.Double", "StringToDoubleConverter");
            case "long" -> text(field, "java.lang.Long", "StringToLongConverter");
            default -> {
                field.put("$type", type.equals("richtext") ? "richTextField" : "textField");
                field.put("type", "java.lang.String");
            }
        }
        if ("name".equals(property.get("name"))) {
            field.put("validators", List.of(ordered("$type", "nodeNameValidator")));
        }
    }

    private static void text(Map<String, Object> field, String type, String converter) {
        field.put("$type", "textField");
        field.put("type", type);
        field.put("converterClass", "com.vaadin.data.converter." + converter);
    }

    private static Optional<Map<String, Object>> subModel(Map<String, Object> model, String name) {
        return list(model, "subModels").stream()
                .filter(subModel -> name.equalsIgnoreCase(String.valueOf(subModel.get("name"))))
                .findFirst();
    }

    private static boolean isTrue(Map<String, Object> map, String key) {
        return Boolean.TRUE.equals(map.get(key));
    }

    private static Optional<String> text(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key)).map(Object::toString).filter(text -> !text.isBlank());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return map.get(key) instanceof List<?> items ? (List<Map<String, Object>>) items : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }
}
