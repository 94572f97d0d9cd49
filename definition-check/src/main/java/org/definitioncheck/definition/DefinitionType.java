package org.definitioncheck.definition;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The kinds of definition that this project reads; a kind is a folder of a module. */
public enum DefinitionType {
    /** {@code apps/}; known by its name alone, over all modules. */
    APP("apps", "info.magnolia.ui.api.app.AppDescriptor", Identity.NAME, true),
    /** {@code dialogs/}; {@code module:path/name}. */
    DIALOG("dialogs", "info.magnolia.ui.dialog.DialogDefinition", Identity.MODULE_AND_PATH, false),
    /** {@code templates/}; {@code module:path/name}. */
    TEMPLATE("templates", "info.magnolia.rendering.template.TemplateDefinition", Identity.MODULE_AND_PATH, true),
    /** {@code contentTypes/}; known by its name alone. */
    CONTENT_TYPE("contentTypes", "info.magnolia.types.ContentTypeDefinition", Identity.NAME, true),
    /** {@code restEndpoints/}; known by its path without the module. */
    REST_ENDPOINT("restEndpoints", "info.magnolia.rest.EndpointDefinition", Identity.PATH, false),
    /** {@code virtualUriMappings/}; {@code module:path/name}. */
    VIRTUAL_URI_MAPPING(
            "virtualUriMappings", "info.magnolia.virtualuri.VirtualUriMapping", Identity.MODULE_AND_PATH, false),
    /** {@code themes/}; known by its name alone. */
    THEME("themes", "info.magnolia.module.site.theme.Theme", Identity.NAME, true);

    enum Identity {
        NAME,
        PATH,
        MODULE_AND_PATH
    }

    private final String folder;
    private final String base;
    private final Identity identity;
    private final boolean named;

    DefinitionType(String folder, String base, Identity identity, boolean named) {
        this.folder = folder;
        this.base = base;
        this.identity = identity;
        this.named = named;
    }

    /** The folder in a module, such as {@code apps}. */
    public String folder() {
        return folder;
    }

    /** The type whose folder it is. */
    public static Optional<DefinitionType> ofFolder(String folder) {
        return Stream.of(values()).filter(type -> type.folder.equals(folder)).findFirst();
    }

    /** A map with a value for each. */
    static <V> Map<DefinitionType, V> map(Supplier<V> value) {
        Map<DefinitionType, V> map = new EnumMap<>(DefinitionType.class);
        Stream.of(values()).forEach(type -> map.put(type, value.get()));
        return map;
    }

    /** The Magnolia type that every definition of the kind must have. */
    String base() {
        return base;
    }

    /** Whether a {@code name} in the file replaces the file's name (Magnolia: {@code NamedDefinition}). */
    boolean named() {
        return named;
    }

    String id(String module, String path, String name) {
        return switch (identity) {
            case NAME -> name;
            case PATH -> path;
            case MODULE_AND_PATH -> module + ":" + path;
        };
    }
}
