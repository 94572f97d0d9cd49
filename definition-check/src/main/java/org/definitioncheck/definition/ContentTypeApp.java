package org.definitioncheck.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.definitioncheck.problem.Problem;

/**
 * The app that {@code !content-type:x} stands for: what Magnolia's {@code AppWithContentType} makes of a content type, before
 * the file that says so is laid over it.
 */
final class ContentTypeApp {

    private static final String FOLDER = "mgnl:folder";

    private final Function<String, Optional<String>> workspaceOf;
    private final Tree.Branch written;
    private final Place place;
    private final List<Problem> problems;

    /**
     * @param workspaceOf where a content type keeps its nodes; empty if there is no such type
     * @param written what the app's file itself says
     */
    ContentTypeApp(Function<String, Optional<String>> workspaceOf, Tree.Branch written, List<Problem> problems) {
        this.workspaceOf = workspaceOf;
        this.written = written;
        this.place = written.place();
        this.problems = problems;
    }

    /** Empty if the content type has no datasource to make an app of; that has then been reported. */
    Optional<Tree.Branch> app(Definition contentType) {
        Map<String, Object> datasource = contentType.map("datasource");
        if (datasource.get("workspace") == null) {
            problems.add(place.problem("is made of content type " + contentType.id() + ", which has no workspace"));
            return Optional.empty();
        }
        Map<String, Object> model = contentType.map("model");
        String nodeType = text(model, "nodeType").orElse("mgnl:content");
        String appName = Optional.ofNullable(written.text("name")).orElse(contentType.name());
        boolean hasDetail = !list(model, "properties").isEmpty();

        Map<String, Object> app = new LinkedHashMap<>();
        app.put("class", "info.magnolia.ui.contenttype.ContentTypeAppDescriptor");
        app.put("appClass", "info.magnolia.ui.framework.app.BaseApp");
        app.put("icon", "icon-app");
        app.put("label", appName);
        app.put("contentType", contentType.name());
        app.put("datasource", datasource(datasource, nodeType, false));
        Map<String, Object> subApps = new LinkedHashMap<>();
        subApps.put("browser", browser(appName, nodeType, hasDetail));
        if (hasDetail) {
            subApps.put("detail", detail(datasource, model, nodeType));
        }
        app.put("subApps", subApps);
        app.put("permissions", Map.of("roles", Map.of("superuser", "superuser")));
        return Optional.of((Tree.Branch) tree(app));
    }

    private static Map<String, Object> datasource(
            Map<String, Object> source, String nodeType, boolean describedByName) {
        Map<String, Object> datasource = new LinkedHashMap<>();
        datasource.put("$type", "jcrDatasource");
        datasource.put("rootPath", text(source, "rootPath").orElse("/"));
        datasource.put("workspace", source.get("workspace"));
        datasource.put("nodeNameProperty", "name");
        datasource.put("preview", Map.of("nodeName", "jcr:content"));
        datasource.put("allowedNodeTypes", List.of(FOLDER, nodeType));
        if (describedByName) {
            datasource.put("describeByProperty", "name");
        }
        return datasource;
    }

    // The browser

    private Map<String, Object> browser(String appName, String nodeType, boolean hasDetail) {
        Map<String, Object> browser = new LinkedHashMap<>();
        browser.put("label", Optional.ofNullable(written.text("label")).orElse(appName));
        browser.put("class", "info.magnolia.ui.contentapp.configuration.BrowserDescriptor");
        browser.put("actions", actions(appName, nodeType, hasDetail));
        browser.put("actionbar", actionBar(nodeType, hasDetail));
        browser.put("workbench", Map.of("contentViews", List.of(treeView(nodeType), listView(nodeType))));
        return browser;
    }

    private Map<String, Object> treeView(String nodeType) {
        Map<String, Object> view = view("tree", "treeView");
        view.put("dropConstraint", ordered("$type", "jcrDropConstraint", "primaryNodeType", nodeType));
        view.put("columns", columns(nodeType, false));
        return view;
    }

    private Map<String, Object> listView(String nodeType) {
        Map<String, Object> view = view("list", "listView");
        view.put("columns", columns(nodeType, true));
        return view;
    }

    private static Map<String, Object> view(String name, String type) {
        return ordered("name", name, "$type", type, "multiSelect", true);
    }

    private static List<Object> columns(String nodeType, boolean withPath) {
        List<Object> columns = new ArrayList<>();
        columns.add(ordered(
                "name",
                "name",
                "$type",
                "jcrTitleColumn",
                "nodeTypeToIcon",
                ordered(FOLDER, "icon-folder-l", nodeType, "icon-node-content"),
                "expandRatio",
                2));
        if (withPath) {
            columns.add(ordered("name", "path", "$type", "jcrPathColumn", "expandRatio", 2));
        }
        columns.add(ordered("name", "jcrPublishingStatus", "$type", "jcrStatusColumn"));
        columns.add(ordered("name", "mgnl:lastModified", "$type", "dateColumn", "width", 190));
        return columns;
    }

    /** What an action is offered for: rules by their names in the words of Magnolia's app. */
    private static final class Offer {
        private final Map<String, Object> availability = new LinkedHashMap<>();
        private final List<Object> rules = new ArrayList<>();

        Offer with(String property, Object value) {
            availability.put(property, value);
            return this;
        }

        Offer writable() {
            return with("writePermissionRequired", true);
        }

        Offer rule(String name, String type, boolean negated) {
            Map<String, Object> rule = ordered("name", name, "$type", type);
            if (negated) {
                rule.put("negate", true);
            }
            rules.add(rule);
            return this;
        }

        Offer notDeleted() {
            return rule("notDeleted", "jcrIsDeletedRule", true);
        }

        Offer deleted() {
            return rule("isDeleted", "jcrIsDeletedRule", false);
        }

        Map<String, Object> map() {
            if (!rules.isEmpty()) {
                availability.put("rules", rules);
            }
            return availability;
        }
    }

    private static Map<String, Object> action(String icon, String type, Offer offer, Object... properties) {
        Map<String, Object> action = new LinkedHashMap<>();
        if (icon != null) {
            action.put("icon", icon);
        }
        action.put("$type", type);
        action.putAll(ordered(properties));
        action.put("availability", offer.map());
        return action;
    }

    private static Map<String, Object> dialog(String icon, String id, Offer offer) {
        return action(icon, "openDialogAction", offer, "dialogId", "ui-framework-jcr:" + id);
    }

    private static Map<String, Object> actions(String appName, String nodeType, boolean hasDetail) {
        Map<String, Object> actions = new LinkedHashMap<>();
        actions.put(
                "addFolder",
                action(
                        "icon-add-folder",
                        "addNodeAction",
                        new Offer().with("root", true).writable().notDeleted()));
        actions.put(
                "editFolder",
                dialog("icon-edit", "rename", new Offer().writable().notDeleted()));
        actions.put("confirmDeleteFolder", confirmation(FOLDER));
        actions.put("delete", action(null, "markAsDeletedAction", new Offer().writable(), "command", "markAsDeleted"));
        actions.put(
                "rename", dialog("icon-edit", "rename", new Offer().writable().notDeleted()));
        actions.put(
                "activate",
                action(
                        "icon-publish",
                        "jcrCommandAction",
                        new Offer().writable().notDeleted().rule("isPublishable", "jcrPublishableRule", false),
                        "catalog",
                        "versioned",
                        "command",
                        "publish"));
        actions.put(
                "activateRecursive",
                action(
                        "icon-publish-incl-sub",
                        "jcrCommandAction",
                        new Offer()
                                .writable()
                                .rule("isPublishable", "jcrPublishableRule", false)
                                .rule("isNotDeleted", "jcrIsDeletedRule", true),
                        "catalog",
                        "versioned",
                        "command",
                        "publish",
                        "asynchronous",
                        true,
                        "params",
                        Map.of("recursive", true)));
        actions.put(
                "deactivate",
                action(
                        "icon-unpublish",
                        "jcrCommandAction",
                        new Offer().writable().notDeleted().rule("IsPublishedRule", "jcrPublishedRule", false),
                        "command",
                        "unpublish"));
        actions.put("export", action("icon-export", "exportAction", new Offer().notDeleted(), "format", "YAML"));
        actions.put(
                "import",
                dialog(
                        "icon-import",
                        "import",
                        new Offer().writable().with("root", true).notDeleted()));
        actions.put(
                "restorePreviousVersion",
                action(
                        "icon-undo",
                        "restorePreviousJcrVersionAction",
                        new Offer()
                                .writable()
                                .rule("hasVersions", "jcrHasVersionsRule", false)
                                .deleted()));
        actions.put(
                "activateDeleted",
                action(
                        "icon-publish",
                        "jcrCommandAction",
                        new Offer().writable().deleted(),
                        "catalog",
                        "versioned",
                        "command",
                        "publish"));
        actions.put("confirmDeletion", confirmation(nodeType));
        Offer versions = new Offer().rule("hasVersions", "jcrHasVersionsRule", false);
        actions.put("showVersions", dialog("icon-show-versions", "versions", versions));
        actions.put(
                "restoreVersion",
                dialog(
                        "icon-retrieve-versions",
                        "restoreVersion",
                        new Offer()
                                .writable()
                                .rule("hasVersions", "jcrHasVersionsRule", false)
                                .notDeleted()));
        actions.put(
                "move",
                action(
                        "icon-move",
                        "moveAction",
                        new Offer().writable().with("multiple", true).with("properties", true)));
        actions.put("duplicate", action("icon-duplicate", "duplicateNodeAction", new Offer().writable()));
        if (hasDetail) {
            actions.put(
                    "addItem",
                    detailAction(
                            "icon-add-item",
                            appName,
                            "add",
                            new Offer().writable().with("root", true),
                            FOLDER));
            actions.put("editItem", detailAction("icon-edit", appName, "edit", new Offer().writable(), nodeType));
        }
        return actions;
    }

    private static Map<String, Object> confirmation(String nodeType) {
        return action(
                "icon-delete",
                "confirmationAction",
                new Offer()
                        .writable()
                        .with("multiple", true)
                        .with("nodeTypes", List.of(nodeType))
                        .notDeleted(),
                "successActionName",
                "delete");
    }

    private static Map<String, Object> detailAction(
            String icon, String appName, String viewType, Offer offer, String nodeType) {
        return action(
                icon,
                "openDetailSubappAction",
                offer.with("nodeTypes", ordered(dashed(nodeType), nodeType)).notDeleted(),
                "appName",
                appName,
                "subAppName",
                "detail",
                "viewType",
                viewType);
    }

    private static String dashed(String nodeType) {
        return nodeType.replace(':', '-');
    }

    private static Map<String, Object> actionBar(String nodeType, boolean hasDetail) {
        Map<String, Object> bar = new LinkedHashMap<>();
        // Also without a detail sub-app, which then lacks the action: so it is in Magnolia.
        bar.put("defaultAction", "editItem");
        String add = hasDetail ? "addItem" : "";
        String edit = hasDetail ? "editItem" : "";
        Map<String, Object> sections = new LinkedHashMap<>();
        sections.put(
                "deletedItem",
                section(
                        new Offer()
                                .with("nodeTypes", ordered(dashed(nodeType), nodeType))
                                .deleted(),
                        group("addActions", add, "confirmDeletion"),
                        group("editActions", edit, "rename"),
                        group("activationActions", "activateDeleted", "deactivate"),
                        group("importExportActions", "export"),
                        group("deletedActions", "restorePreviousVersion")));
        sections.put(
                "deletedFolder",
                section(
                        new Offer()
                                .with("nodeTypes", ordered(dashed(FOLDER), FOLDER))
                                .deleted(),
                        group("addActions", add, "addFolder", "confirmDeleteFolder"),
                        group("editActions", "editFolder"),
                        group("activationActions", "activateDeleted", "deactivate"),
                        group("importExportActions", "export", "import"),
                        group("deletedActions", "restorePreviousVersion")));
        sections.put(
                "item",
                section(
                        new Offer().with("nodeTypes", ordered(dashed(nodeType), nodeType)),
                        group("addActions", add, "confirmDeletion"),
                        group("editActions", edit, "rename", "duplicate", "move"),
                        group("activationActions", "activate", "activateRecursive", "deactivate"),
                        group("importExportActions", "export"),
                        group("versionsActions", "showVersions", "restoreVersion")));
        sections.put(
                "folder",
                section(
                        new Offer().with("nodeTypes", ordered(dashed(FOLDER), FOLDER)),
                        group("addActions", add, "addFolder", "confirmDeleteFolder"),
                        group("editActions", "editFolder", "duplicate", "move"),
                        group("activationActions", "activate", "activateRecursive", "deactivate"),
                        group("importExportActions", "export", "import")));
        sections.put(
                "root",
                section(
                        new Offer().with("root", true),
                        group("addActions", add, "addFolder"),
                        group("editActions", "duplicate", "move"),
                        group("importExportActions", "import")));
        bar.put("sections", sections);
        return bar;
    }

    private static Map<String, Object> section(Offer offer, Object... groups) {
        return ordered("groups", List.of(groups), "availability", offer.map());
    }

    private static Map<String, Object> group(String name, String... actions) {
        List<Object> items = new ArrayList<>();
        for (String action : actions) {
            if (!action.isEmpty()) {
                items.add(ordered("name", action));
            }
        }
        return ordered("name", name, "items", items);
    }

    // The detail form

    private Map<String, Object> detail(Map<String, Object> source, Map<String, Object> model, String nodeType) {
        List<Object> fields = new ArrayList<>();
        List<Map<String, Object>> properties = list(model, "properties");
        if (properties.stream().noneMatch(property -> "name".equals(property.get("name")))) {
            fields.add(field(Map.of("name", "name", "required", true), model, Set.of()));
        }
        properties.forEach(property -> fields.add(field(property, model, Set.of())));
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("class", "info.magnolia.ui.contentapp.detail.DetailDescriptor");
        detail.put("itemProvider", ordered("$type", "jcrNodeFromLocationProvider", "nodeType", nodeType));
        detail.put("datasource", datasource(source, nodeType, true));
        detail.put("form", Map.of("properties", fields));
        return detail;
    }

    private Map<String, Object> field(Map<String, Object> property, Map<String, Object> model, Set<String> within) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", property.get("name"));
        field.put("i18n", isTrue(property, "i18n"));
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
                            "class",
                            "info.magnolia.ui.editor.MultiFieldEntryResolution$Definition",
                            "propertyNameDecorator",
                            "info.magnolia.ui.field.AlwaysEmptyPrefixNameDecorator"));
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
        String name = subModel.get("name").toString().toLowerCase(Locale.ROOT);
        if (within.contains(name)) {
            problems.add(place.problem("the sub-model '" + subModel.get("name") + "' contains itself through '"
                    + property.get("name") + "'"));
            return Map.of();
        }
        Set<String> deeper = new java.util.HashSet<>(within);
        deeper.add(name);
        List<Object> fields = new ArrayList<>();
        list(subModel, "properties").forEach(inner -> fields.add(field(inner, model, deeper)));
        return ordered(
                "$type",
                "compositeField",
                "itemProvider",
                ordered(
                        "$type",
                        "jcrChildNodeProvider",
                        "nodeType",
                        text(subModel, "nodeType").orElse("mgnl:contentNode")),
                "properties",
                fields);
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
            case "richtext" -> {
                field.put("$type", "richTextField");
                field.put("type", "java.lang.String");
            }
            case "decimal" -> number(field, "java.math.BigDecimal", "StringToBigDecimalConverter");
            case "double" -> number(field, "java.lang.Double", "StringToDoubleConverter");
            case "long" -> number(field, "java.lang.Long", "StringToLongConverter");
            default -> {
                field.put("$type", "textField");
                field.put("type", "java.lang.String");
            }
        }
        if ("name".equals(property.get("name"))) {
            field.put("validators", List.of(ordered("$type", "nodeNameValidator")));
        }
    }

    private static void number(Map<String, Object> field, String type, String converter) {
        field.put("$type", "textField");
        field.put("type", type);
        field.put("converterClass", "com.vaadin.data.converter." + converter);
    }

    private static Optional<Map<String, Object>> subModel(Map<String, Object> model, String name) {
        return list(model, "subModels").stream()
                .filter(subModel -> name.equalsIgnoreCase(String.valueOf(subModel.get("name"))))
                .findFirst();
    }

    // Values

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

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }

    private Tree tree(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            map.forEach((key, part) -> entries.put(key.toString(), new Tree.Entry(place, tree(part))));
            return new Tree.Branch(place, entries, false);
        }
        if (value instanceof List<?> list) {
            return new Tree.Items(place, list.stream().map(this::tree).toList());
        }
        return new Tree.Leaf(place, value);
    }
}
