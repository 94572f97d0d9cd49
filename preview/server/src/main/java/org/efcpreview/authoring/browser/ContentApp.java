package org.efcpreview.authoring.browser;

import java.util.List;
import java.util.Optional;
import org.definitioncheck.definition.Definition;
import org.efcpreview.authoring.Datasource;
import org.efcpreview.authoring.Settings;

/**
 * A content app with a browser.
 *
 * @param definition of the app
 * @param browser the sub-app in it that is a browser ({@code BrowserDescriptor})
 */
public record ContentApp(Definition definition, Settings browser) {
    /** A way to look at the content: a tree, in which folders are opened in place, or a list. */
    public record View(Settings settings) {
        public String name() {
            return settings.name();
        }

        public boolean tree() {
            return settings.type().equals("TreeViewDefinition");
        }

        public List<Column> columns() {
            return settings.objects("columns").stream().map(Column::new).toList();
        }

        /** What constrains moves ({@code JcrDropConstraintDefinition}); one that says nothing does not. */
        Settings constraint() {
            return settings.object("dropConstraint");
        }
    }

    /** The app of a definition; empty if it has no browser. */
    static Optional<ContentApp> of(Definition definition) {
        return Settings.of(definition).objects("subApps").stream()
                .filter(subApp -> subApp.type().equals("BrowserDescriptor"))
                .findFirst()
                .map(browser -> new ContentApp(definition, browser));
    }

    public String name() {
        return definition.name();
    }

    public Datasource source() {
        return Datasource.of(definition, browser);
    }

    /** At least one, in their order. */
    public List<View> views() {
        return browser.object("workbench").objects("contentViews").stream()
                .map(View::new)
                .toList();
    }

    /** The view of that name; the first for any other. */
    View view(String name) {
        return views().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElse(views().get(0));
    }

    /** The first tree. */
    Optional<View> tree() {
        return views().stream().filter(View::tree).findFirst();
    }

    /** The first list, or else the first view: what a search is shown in. */
    View list() {
        return views().stream().filter(view -> !view.tree()).findFirst().orElse(views().get(0));
    }

    List<Action> actions() {
        return browser.object("actions").values().keySet().stream()
                .flatMap(name -> action(name.toString()).stream())
                .toList();
    }

    Optional<Action> action(String name) {
        Settings actions = browser.object("actions");
        return actions.has(name) ? Optional.of(new Action(actions.object(name))) : Optional.empty();
    }

    /** Of the action bar; the first that fits the selection counts. */
    List<Settings> sections() {
        return browser.object("actionbar").objects("sections");
    }

    /** The actions of a section, in groups. */
    List<List<Action>> groups(Settings section) {
        return section.objects("groups").stream()
                .map(group -> group.objects("items").stream()
                        .flatMap(item -> action(item.name()).stream())
                        .toList())
                .toList();
    }

    /** What a click on an item's title does, if it can be done with it. */
    Optional<Action> defaultAction() {
        return action(browser.object("actionbar").text("defaultAction"));
    }
}
