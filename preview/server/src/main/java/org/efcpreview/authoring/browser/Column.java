package org.efcpreview.authoring.browser;

import java.util.Map;
import org.efcpreview.authoring.Settings;

/** A column of a view. */
public record Column(Settings settings) {
    /** What columns show; each is one of Magnolia's classes. */
    enum Source {
        TITLE,
        STATUS,
        PATH,
        /** The property of the column's name, as a date. */
        DATE,
        /** The template that a node names, as editors call it. */
        TEMPLATE,
        /** The property of the column's name. */
        PROPERTY
    }

    /** How a filter is entered. */
    public enum Filter {
        NONE,
        TEXT,
        CHOICE,
        STATUS
    }

    static final Map<String, Source> CLASSES = Map.of(
            "JcrTitleColumnDefinition", Source.TITLE,
            "JcrStatusColumnDefinition", Source.STATUS,
            "JcrPathColumnDefinition", Source.PATH,
            "DateColumnDefinition", Source.DATE,
            "ConfiguredColumnDefinition", Source.PROPERTY);

    public String name() {
        return settings.name();
    }

    Source source() {
        return name().equals("mgnl:template")
                ? Source.TEMPLATE
                : CLASSES.getOrDefault(settings.type(), Source.PROPERTY);
    }

    public boolean sortable() {
        return settings.flag("sortable", true);
    }

    /** Whether it is to take what room others leave. */
    public boolean broad() {
        return settings.number("expandRatio", 0) > 1;
    }

    public Filter filter() {
        if (settings.has("filterComponent")) {
            return switch (settings.object("filterComponent").type()) {
                case "TextFieldDefinition" -> Filter.TEXT;
                case "ComboBoxFieldDefinition" -> Filter.CHOICE;
                default -> Filter.NONE;
            };
        }
        return switch (source()) {
            case TITLE, PATH -> Filter.TEXT;
            case STATUS -> Filter.STATUS;
            default -> Filter.NONE;
        };
    }
}
