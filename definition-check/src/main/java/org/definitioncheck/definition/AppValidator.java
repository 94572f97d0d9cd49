package org.definitioncheck.definition;

import static org.definitioncheck.problem.Problems.known;
import static org.definitioncheck.problem.Severity.SILENT;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.definitioncheck.problem.Problems;

/** Whether the actions, dialogs, apps and sub-apps that an app or the app launcher names are there. */
final class AppValidator {

    private static final String ACTION_BAR = "info.magnolia.ui.actionbar.definition.ActionbarDefinition";
    private static final String OPEN_DIALOG = "info.magnolia.ui.dialog.actions.OpenDialogActionDefinition";
    private static final String OPEN_DETAIL = "info.magnolia.ui.contentapp.action.OpenDetailSubappActionDefinition";
    private static final String CONFIRMATION = "info.magnolia.ui.contentapp.action.ConfirmationActionDefinition";
    private static final String CONTENT_TYPE_APP = "info.magnolia.ui.contenttype.ContentTypeAppDescriptor";

    private final MagnoliaFacts facts;
    private final References references;
    private final Map<String, BeanNode> apps;
    private final Problems problems;

    AppValidator(MagnoliaFacts facts, References references, Map<String, BeanNode> apps, Problems problems) {
        this.facts = facts;
        this.references = references;
        this.apps = apps;
        this.problems = problems;
    }

    /** @param around what the part is in, innermost first */
    void bean(BeanNode bean, Deque<BeanNode> around) {
        String type = bean.type();
        if (facts.isA(type, OPEN_DIALOG)) {
            references.definition(bean, "dialogId", DefinitionType.DIALOG, "dialog", SILENT);
            references.required(bean, "dialogId", SILENT);
        }
        if (facts.isA(type, OPEN_DETAIL)) {
            openDetail(bean);
        }
        if (facts.isA(type, CONFIRMATION)) {
            references.action(bean, "successActionName", actions(around));
            references.action(bean, "cancelActionName", actions(around));
        }
        if (facts.isA(type, ACTION_BAR)) {
            actionBar(bean, around);
        }
    }

    /** The actions of the sub-app or dialog around; a form has two without naming them. */
    private static Set<String> actions(Deque<BeanNode> around) {
        for (BeanNode outer : around) {
            if (outer.type() != null && outer.at("actions") != null) {
                Set<String> actions = new TreeSet<>(outer.at("actions").parts().keySet());
                if (outer.at("form") != null) {
                    actions.addAll(Set.of("commit", "cancel"));
                }
                return actions;
            }
        }
        return Set.of();
    }

    private void actionBar(BeanNode bar, Deque<BeanNode> around) {
        Set<String> actions = actions(around);
        BeanNode app = around.peekLast();
        // Magnolia's app for a content type without a model names a default action that it then does not make.
        boolean generatedWithoutDetail =
                app != null && facts.isA(app.type(), CONTENT_TYPE_APP) && app.at("subApps", "detail") == null;
        if (!generatedWithoutDetail) {
            references.action(bar, "defaultAction", actions);
        }
        bar.all("sections").forEach(section -> section.all("groups")
                .forEach(group -> group.all("items").forEach(item -> references.action(item, "name", actions))));
    }

    private void openDetail(BeanNode action) {
        references.required(action, "appName", SILENT);
        references.definition(action, "appName", DefinitionType.APP, "app", SILENT);
        BeanNode app = apps.get(action.text("appName"));
        String subApp = action.text("subAppName");
        if (app != null && subApp != null && app.at("subApps", subApp) == null) {
            Set<String> subApps = app.at("subApps") == null
                    ? Set.of()
                    : app.at("subApps").parts().keySet();
            problems.add(
                    action.locationOf("subAppName"),
                    SILENT,
                    "app " + action.text("appName") + " has no sub-app '" + subApp + "'" + known(subApps));
        }
    }

    /**
     * The groups of the app launcher name apps; Magnolia shows nothing for one that is not there.
     *
     * @param config what decorations add to the configuration of {@code admincentral}; null if nothing
     */
    void launcher(BeanNode config) {
        if (config == null) {
            return;
        }
        for (String layout : List.of("appLauncherLayout", "layout")) {
            for (BeanNode group : config.all(layout, "groups")) {
                if (group.at("apps") == null) {
                    continue;
                }
                group.at("apps").parts().forEach((key, app) -> {
                    if (!references.exists(DefinitionType.APP, app.name(key))) {
                        problems.add(
                                app.location(),
                                SILENT,
                                "the app launcher names the app '" + app.name(key) + "', which does not exist"
                                        + known(references.ids(DefinitionType.APP)));
                    }
                });
            }
        }
    }
}
