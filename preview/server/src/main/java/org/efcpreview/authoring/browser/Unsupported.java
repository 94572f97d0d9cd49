package org.efcpreview.authoring.browser;

import java.util.ArrayList;
import java.util.List;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.problem.Problem;
import org.efcpreview.authoring.Settings;

/** What the browser of an app says that is right in Magnolia and that these screens cannot show. */
public final class Unsupported {
    private final ContentApp app;
    private final List<Problem> problems = new ArrayList<>();

    private Unsupported(ContentApp app) {
        this.app = app;
    }

    /** What the browsers of all apps say of the kind. */
    public static List<Problem> in(Definitions definitions) {
        return definitions.all(DefinitionType.APP).stream()
                .flatMap(definition -> ContentApp.of(definition).stream())
                .flatMap(app -> new Unsupported(app).found().stream())
                .toList();
    }

    private List<Problem> found() {
        known(app.source().settings(), "the datasource", "JcrDatasourceDefinition");
        app.actions().forEach(this::check);
        app.sections().forEach(section -> check(Availability.of(section), "the section " + section.name()));
        for (Settings extension : app.browser().object("workbench").objects("extensionViews")) {
            known(extension, "an extension view", "FullTextSearchExtensionViewDefinition");
        }
        app.views().forEach(this::check);
        if (app.views().isEmpty()) {
            add("workbench.contentViews has no tree and no list");
        }
        return problems;
    }

    private void add(String problem) {
        problems.add(new Problem(app.definition().file(), 0, app.browser().key() + ": " + problem));
    }

    private void known(Settings object, String what, String... types) {
        if (!List.of(types).contains(object.type())) {
            add(what + " is a " + object.type() + ", which is not supported here");
        }
    }

    private void check(Action action) {
        Settings settings = action.settings();
        String where = "the action " + action.name() + ": ";
        if (settings.has("implementationClass")) {
            add(where + "implementationClass " + settings.text("implementationClass") + " is not supported here");
        }
        if (!List.of("", "YAML").contains(settings.text("format"))) {
            add(where + "format " + settings.text("format") + " is not supported here; use YAML");
        }
        if (action.effect() == Action.Effect.UNSUPPORTED) {
            add(where
                    + switch (settings.type()) {
                        case "JcrCommandActionDefinition" -> "the command " + settings.text("catalog") + "/"
                                + settings.text("command")
                                + " is not supported here; publish and unpublish of the catalogs default and versioned are";
                        case "OpenLocationActionDefinition" -> "no location is supported here but a page to view:"
                                + " appName pages-app, subAppId detail, parameter /<path>:view";
                        default -> "an action " + settings.type() + " is not supported here";
                    });
        }
        check(Availability.of(settings), "the action " + action.name());
    }

    private void check(Availability availability, String where) {
        for (Settings rule : availability.settings().objects("rules")) {
            if (Availability.Rule.of(rule).isEmpty() || rule.has("implementationClass")) {
                add(where + ": the rule " + rule.type() + " is not supported here");
            }
        }
    }

    private void check(ContentApp.View view) {
        String where = "the view " + view.name();
        known(view.settings(), where, "TreeViewDefinition", "ListViewDefinition");
        String drop = where + ": the dropConstraint";
        known(view.constraint(), drop, "", "JcrDropConstraintDefinition", "AlwaysTrueDropConstraintDefinition");
        for (Column column : view.columns()) {
            Settings settings = column.settings();
            String it = "the column " + column.name();
            known(settings, where + ": " + it, Column.CLASSES.keySet().toArray(String[]::new));
            for (String java : List.of("valueProvider", "renderer", "editor", "descriptionGenerator", "editable")) {
                if (settings.has(java) && !settings.text(java).equals("false")) {
                    add(where + ": " + it + " has " + java + " " + settings.text(java)
                            + ", which is not supported here: it is Java of Magnolia");
                }
            }
            Settings field = settings.object("filterComponent");
            if (settings.has("filterComponent")) {
                known(field, where + ": the filter of " + it, "TextFieldDefinition", "ComboBoxFieldDefinition");
                known(field.object("datasource"), where + ": the options of " + it, "", "OptionListDefinition");
                if (List.of(Column.Source.STATUS, Column.Source.DATE).contains(column.source())) {
                    add(where + ": " + it + " has a filterComponent of its own, which is not supported here");
                }
            }
        }
    }
}
