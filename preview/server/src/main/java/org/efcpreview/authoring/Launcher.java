package org.efcpreview.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.efcpreview.http.Reply;

/**
 * The app launcher: the apps that the user may open, in the groups that decorations of the module {@code admincentral} give
 * its layout, after the group that Magnolia itself has for its own.
 */
public final class Launcher implements Screen {
    private static final List<String> MAGNOLIAS = List.of("pages-app", "assets");

    private final Services services;
    private final Views views;

    /**
     * @param services whose definitions say which apps there are
     * @param views prints the page
     */
    public Launcher(Services services, Views views) {
        this.services = services;
        this.views = views;
    }

    /**
     * An app on the launcher.
     *
     * @param address of its screen, relative to the authoring UI
     * @param label what the user reads
     */
    public record Tile(String address, String label) {}

    /**
     * Apps that stand together.
     *
     * @param name the group's name
     * @param label what the user reads
     * @param tiles its apps, one at least
     */
    public record Group(String name, String label, List<Tile> tiles) {}

    @Override
    public Optional<Reply> answer(Request request) throws RepositoryException {
        if (!request.path().isEmpty() || request.sends()) {
            return Optional.empty();
        }
        return Optional.of(views.page(request, 200, "launcher.ftl", Map.of("groups", groups(request))));
    }

    private List<Group> groups(Request request) {
        Map<String, Tile> apps = new LinkedHashMap<>();
        for (Definition app : services.definitions().get().all(DefinitionType.APP)) {
            if (Settings.of(app).object("permissions").opensTo(request.user().roles())) {
                apps.put(app.name(), new Tile("/app/" + app.name(), message(app.name() + ".app.label", request)));
            }
        }
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("edit", request.say("launcher.group.edit"), taken(apps, MAGNOLIAS)));
        for (Settings group : configured()) {
            List<String> names =
                    group.objects("apps").stream().map(Settings::name).toList();
            groups.add(new Group(
                    group.name(), message("app-launcher." + group.name() + ".label", request), taken(apps, names)));
        }
        groups.add(new Group("others", request.say("launcher.group.others"), List.copyOf(apps.values())));
        groups.removeIf(group -> group.tiles().isEmpty());
        return groups;
    }

    private static List<Tile> taken(Map<String, Tile> apps, List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.ofNullable(apps.remove(name)))
                .toList();
    }

    private String message(String key, Request request) {
        return services.messages().get().get(key, request.language());
    }

    /** The groups of both layouts, the newer one's first; a name that comes again is the same group. */
    private Collection<Settings> configured() {
        Settings config = new Settings("", services.definitions().get().moduleConfig("admincentral"));
        Map<String, Settings> groups = new LinkedHashMap<>();
        for (String layout : List.of("layout", "appLauncherLayout")) {
            config.object(layout).objects("groups").forEach(group -> groups.putIfAbsent(group.name(), group));
        }
        return groups.values();
    }
}
