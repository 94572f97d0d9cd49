package org.efcpreview.authoring.browser;

import java.util.List;
import java.util.Map;
import org.efcpreview.authoring.Settings;

/** An action of a browser. */
public record Action(Settings settings) {
    /** What actions do; each is one of Magnolia's classes, commands or dialogs. */
    enum Effect {
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
        /** Nothing here; the server does not start with it. */
        UNSUPPORTED
    }

    private static final Map<String, Effect> CLASSES = Map.of(
            "OpenDetailSubappActionDefinition", Effect.OPEN_DETAIL,
            "OpenDialogActionDefinition", Effect.OPEN_DIALOG,
            "JcrExportActionDefinition", Effect.EXPORT,
            "DuplicateNodeActionDefinition", Effect.DUPLICATE,
            "MoveActionDefinition", Effect.MOVE,
            "ConfirmationActionDefinition", Effect.CONFIRM,
            "DeleteNodesConfirmationActionDefinition", Effect.CONFIRM,
            "MarkAsDeletedCommandActionDefinition", Effect.DELETE,
            "RestorePreviousJcrVersionActionDefinition", Effect.RESTORE_PREVIOUS);

    private static final Map<String, Effect> DIALOGS = Map.of(
            "ui-framework-jcr:versions", Effect.VERSIONS,
            "ui-framework-jcr:restoreVersion", Effect.VERSIONS,
            "ui-framework-jcr:import", Effect.IMPORT,
            "ui-framework-jcr:move", Effect.MOVE);

    private static final Map<String, Effect> COMMANDS = Map.of(
            "publish", Effect.PUBLISH,
            "activate", Effect.PUBLISH,
            "unpublish", Effect.UNPUBLISH,
            "deactivate", Effect.UNPUBLISH);

    public String name() {
        return settings.name();
    }

    Effect effect() {
        Effect effect = CLASSES.getOrDefault(settings.type(), Effect.UNSUPPORTED);
        if (effect == Effect.OPEN_DIALOG) {
            return DIALOGS.getOrDefault(settings.text("dialogId"), effect);
        }
        if (effect == Effect.OPEN_DETAIL && settings.text("viewType").equals("view")) {
            return Effect.OPEN_PAGE;
        }
        if (settings.type().equals("JcrCommandActionDefinition")
                && List.of("", "default", "versioned").contains(settings.text("catalog"))) {
            return COMMANDS.getOrDefault(settings.text("command"), effect);
        }
        boolean page = settings.type().equals("OpenLocationActionDefinition")
                && settings.text("appName").equals("pages-app")
                && settings.text("subAppId").equals("detail")
                && settings.text("parameter").matches("/.*:view");
        return page ? Effect.OPEN_PAGE : effect;
    }

    /** Whether it takes something away, so that it is to be pressed with care. */
    public boolean careful() {
        return effect() == Effect.CONFIRM || effect() == Effect.DELETE;
    }

    /** Whether the content below is published too. */
    boolean recursive() {
        return settings.object("params").flag("recursive", false);
    }

    /** The action that a confirmation goes on with; empty for other actions. */
    String successAction() {
        return settings.text("successActionName");
    }
}
