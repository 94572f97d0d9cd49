package org.efcpreview.authoring.browser;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An action of a browser.
 *
 * @param name as the definition names it
 * @param key where it stands in its definition, for its texts
 * @param kind what it does
 * @param availability when it is there
 * @param values all that the definition says
 */
record Action(String name, String key, Kind kind, Availability availability, Map<?, ?> values) {

    /** What actions do; each is one of Magnolia's classes. */
    enum Kind {
        /** Opens the form of an item, or of a new one. */
        OPEN_DETAIL,
        /** Opens a dialog's form. */
        OPEN_DIALOG,
        /** Lists versions. */
        VERSIONS,
        IMPORT,
        EXPORT,
        /** Shows a page as the author instance renders it. */
        OPEN_PAGE,
        DUPLICATE,
        MOVE,
        /** Asks, and goes on with another action. */
        CONFIRM,
        DELETE,
        PUBLISH,
        UNPUBLISH,
        RESTORE_PREVIOUS,
        UNSUPPORTED
    }

    private static final Set<String> PUBLISHING = Set.of("publish", "activate");
    private static final Set<String> UNPUBLISHING = Set.of("unpublish", "deactivate");

    static Action of(Map<?, ?> map, String path, Consumer<String> refuse) {
        String name = Values.text(map, "name");
        Consumer<String> refuseHere = what -> refuse.accept("the action " + name + ": " + what);
        if (map.containsKey("implementationClass")) {
            refuseHere.accept("implementationClass " + map.get("implementationClass") + " is not supported here");
        }
        return new Action(name, path + "/" + name, kind(map, refuseHere), Availability.of(map, refuseHere), map);
    }

    private static Kind kind(Map<?, ?> map, Consumer<String> refuse) {
        switch (Values.type(map)) {
            case "OpenDetailSubappActionDefinition" -> {
                return Kind.OPEN_DETAIL;
            }
            case "OpenDialogActionDefinition" -> {
                return switch (Values.text(map, "dialogId")) {
                    case "ui-framework-jcr:versions", "ui-framework-jcr:restoreVersion" -> Kind.VERSIONS;
                    case "ui-framework-jcr:import" -> Kind.IMPORT;
                    case "ui-framework-jcr:move" -> Kind.MOVE;
                    default -> Kind.OPEN_DIALOG;
                };
            }
            case "DuplicateNodeActionDefinition" -> {
                return Kind.DUPLICATE;
            }
            case "MoveActionDefinition" -> {
                return Kind.MOVE;
            }
            case "ConfirmationActionDefinition", "DeleteNodesConfirmationActionDefinition" -> {
                return Kind.CONFIRM;
            }
            case "MarkAsDeletedCommandActionDefinition" -> {
                return Kind.DELETE;
            }
            case "RestorePreviousJcrVersionActionDefinition" -> {
                return Kind.RESTORE_PREVIOUS;
            }
            case "JcrExportActionDefinition" -> {
                String format = Values.text(map, "format");
                if (!format.isEmpty() && !format.equals("YAML")) {
                    refuse.accept("format " + format + " is not supported here; use YAML");
                }
                return Kind.EXPORT;
            }
            case "OpenLocationActionDefinition" -> {
                if (Values.text(map, "appName").equals("pages-app")
                        && Values.text(map, "subAppId").equals("detail")
                        && Values.text(map, "parameter").matches("/.*:view")) {
                    return Kind.OPEN_PAGE;
                }
                refuse.accept("no location is supported here but a page to view: appName pages-app, subAppId detail,"
                        + " parameter /<path>:view");
            }
            case "JcrCommandActionDefinition" -> {
                String command = Values.text(map, "command");
                String catalog = Values.text(map, "catalog");
                boolean known = catalog.isEmpty() || catalog.equals("default") || catalog.equals("versioned");
                if (known && PUBLISHING.contains(command)) {
                    return Kind.PUBLISH;
                }
                if (known && UNPUBLISHING.contains(command)) {
                    return Kind.UNPUBLISH;
                }
                refuse.accept("the command " + catalog + "/" + command
                        + " is not supported here; publish and unpublish of the catalogs default and versioned are");
            }
            default -> refuse.accept("an action " + Values.type(map) + " is not supported here");
        }
        return Kind.UNSUPPORTED;
    }

    /** Whether a version is made of what is published. */
    boolean versioned() {
        return Values.text(values, "catalog").equals("versioned");
    }

    /** Whether the content below is published too. */
    boolean recursive() {
        return Values.flag(Values.map(values, "params"), "recursive", false);
    }

    /** The action that a confirmation goes on with; empty for other actions. */
    String successAction() {
        return Values.text(values, "successActionName");
    }
}
