package org.efcpreview.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.efcpreview.http.Reply;

/**
 * The app launcher: the apps that the user may open, in the groups that decorations of the module {@code admincentral} give
 * its layout, after the group that Magnolia itself has for its own.
 */
public final class Launcher {
    private Launcher() {}

    /**
     * Apps that stand together.
     *
     * @param name the group's name
     * @param label what the user reads
     * @param apps what the user reads for each, by name; one at least
     */
    public record Group(String name, String label, Map<String, String> apps) {}

    /** As {@link Screen#answer}. */
    public static Optional<Reply> answer(Request request) {
        return request.path().isEmpty() && !request.sends()
                ? Optional.of(request.page(200, "launcher.ftl", Map.of("groups", groups(request))))
                : Optional.empty();
    }

    private static List<Group> groups(Request request) {
        Map<String, String> apps = new LinkedHashMap<>();
        for (Definition app : request.definitions().all(DefinitionType.APP)) {
            if (Settings.of(app).object("permissions").opensTo(request.user().roles())) {
                apps.put(app.name(), request.message(app.name() + ".app.label"));
            }
        }
        List<Group> groups = new ArrayList<>();
        groups.add(group("edit", request.say("launcher.group.edit"), List.of("pages-app", "assets"), apps));
        for (Settings group : configured(request.definitions())) {
            String label = request.message("app-launcher." + group.name() + ".label");
            List<String> names =
                    group.objects("apps").stream().map(Settings::name).toList();
            groups.add(group(group.name(), label, names, apps));
        }
        groups.add(new Group("others", request.say("launcher.group.others"), apps));
        groups.removeIf(group -> group.apps().isEmpty());
        return groups;
    }

    /** @param left the apps that no group has yet */
    private static Group group(String name, String label, List<String> names, Map<String, String> left) {
        Map<String, String> apps = new LinkedHashMap<>();
        names.stream().filter(left::containsKey).forEach(app -> apps.put(app, left.remove(app)));
        return new Group(name, label, apps);
    }

    /** The groups of both layouts, the newer one's first; a name that comes again is the same group. */
    private static Collection<Settings> configured(Definitions definitions) {
        Settings config = new Settings("", definitions.moduleConfig("admincentral"));
        Map<String, Settings> groups = new LinkedHashMap<>();
        for (String layout : List.of("layout", "appLauncherLayout")) {
            config.object(layout).objects("groups").forEach(group -> groups.putIfAbsent(group.name(), group));
        }
        return groups.values();
    }
}
