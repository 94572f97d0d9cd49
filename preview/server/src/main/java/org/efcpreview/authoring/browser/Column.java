package org.efcpreview.authoring.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A column of a view.
 *
 * @param name as the definition names it; that of a property for {@link Kind#PROPERTY} and {@link Kind#DATE}
 * @param key where it stands in its definition, for its label
 * @param sortable whether the list can be sorted by it
 * @param filter how the list can be filtered by it
 * @param broad whether it is to take what room others leave ({@code expandRatio})
 */
record Column(String name, String key, Kind kind, boolean sortable, Filter filter, boolean broad) {

    /** What it shows. */
    enum Kind {
        TITLE,
        STATUS,
        PATH,
        DATE,
        PROPERTY
    }

    /**
     * A filter.
     *
     * @param kind how it is entered
     * @param options what can be chosen, with {@link FilterKind#CHOICE}
     */
    record Filter(FilterKind kind, List<Option> options) {
        static final Filter NONE = new Filter(FilterKind.NONE, List.of());
    }

    /** Ways to enter a filter. */
    enum FilterKind {
        NONE,
        TEXT,
        CHOICE,
        STATUS
    }

    /**
     * Something to choose.
     *
     * @param value what is stored
     * @param key where it stands in its definition, for its label
     */
    record Option(String value, String key) {}

    static Column of(Map<?, ?> map, String path, Consumer<String> refuse) {
        String name = Values.text(map, "name");
        String type = Values.type(map);
        Kind kind =
                switch (type) {
                    case "JcrTitleColumnDefinition" -> Kind.TITLE;
                    case "JcrStatusColumnDefinition" -> Kind.STATUS;
                    case "JcrPathColumnDefinition" -> Kind.PATH;
                    case "DateColumnDefinition" -> Kind.DATE;
                    case "ConfiguredColumnDefinition" -> Kind.PROPERTY;
                    default -> null;
                };
        if (kind == null) {
            refuse.accept("the column " + name + " is a " + type + ", which is not supported here");
            kind = Kind.PROPERTY;
        }
        for (String unsupported : List.of("valueProvider", "renderer", "editor", "descriptionGenerator")) {
            if (map.containsKey(unsupported)) {
                refuse.accept("the column " + name + " has " + unsupported + " " + map.get(unsupported)
                        + ", which is not supported here: it is Java of Magnolia");
            }
        }
        if (Values.flag(map, "editable", false)) {
            refuse.accept("the column " + name + " is editable, which is not supported here");
        }
        return new Column(
                name,
                path + "/" + name,
                kind,
                Values.flag(map, "sortable", true),
                filter(map, kind, name, path, refuse),
                map.get("expandRatio") instanceof Number ratio && ratio.intValue() > 1);
    }

    private static Filter filter(Map<?, ?> map, Kind kind, String name, String path, Consumer<String> refuse) {
        if (!(map.get("filterComponent") instanceof Map<?, ?> field)) {
            return switch (kind) {
                case TITLE, PATH -> new Filter(FilterKind.TEXT, List.of());
                case STATUS -> new Filter(FilterKind.STATUS, List.of());
                default -> Filter.NONE;
            };
        }
        if (kind == Kind.STATUS || kind == Kind.DATE) {
            refuse.accept("the column " + name + " has a filterComponent of its own, which is not supported here");
            return Filter.NONE;
        }
        switch (Values.type(field)) {
            case "TextFieldDefinition" -> {
                return new Filter(FilterKind.TEXT, List.of());
            }
            case "ComboBoxFieldDefinition" -> {
                Map<?, ?> source = Values.map(field, "datasource");
                if (Values.type(source).equals("OptionListDefinition")) {
                    List<Option> options = new ArrayList<>();
                    for (Map<?, ?> option : Values.maps(source, "options")) {
                        options.add(new Option(
                                Values.text(option, "value"),
                                path + "/" + name + "/filterComponent/datasource/options/"
                                        + Values.text(option, "name")));
                    }
                    return new Filter(FilterKind.CHOICE, List.copyOf(options));
                }
                refuse.accept("the filter of the column " + name + " has a datasource " + Values.type(source)
                        + ", which is not supported here");
            }
            default -> refuse.accept("the filter of the column " + name + " is a " + Values.type(field)
                    + ", which is not supported here");
        }
        return Filter.NONE;
    }
}
