package org.efcpreview.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.RepositoryException;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.efcpreview.http.Reply;

/**
 * The app launcher: the apps that the user may open, in the groups that decorations of the module {@code admincentral} give
 * its layout, after a group for the apps that are here without a definition.
 */
public final class Launcher implements Screen {
    /** The segments of screens that are apps, with the texts of their names. */
    private static final Map<String, String> BUILT_IN = new LinkedHashMap<>();

    static {
        BUILT_IN.put("pages", "launcher.pages");
        BUILT_IN.put("assets", "launcher.assets");
    }

    private final Services services;
    private final Views views;
    private final Set<String> screens;

    /** @param screens the first segments of the screens that there are */
    public Launcher(Services services, Views views, Set<String> screens) {
        this.services = services;
        this.views = views;
        this.screens = screens;
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
        UiTexts texts = UiTexts.in(request.language());
        Map<String, Tile> apps = new LinkedHashMap<>();
        for (Definition app : services.definitions().get().all(DefinitionType.APP)) {
            if (isFor(app, request.user().roles())) {
                apps.put(
                        app.name(),
                        new Tile(
                                "/app/" + app.name(),
                                services.messages().get().get(app.name() + ".app.label", request.language())));
            }
        }
        List<Group> groups = new ArrayList<>();
        add(
                groups,
                "edit",
                texts.get("launcher.group.edit"),
                BUILT_IN.entrySet().stream()
                        .filter(app -> screens.contains(app.getKey()))
                        .map(app -> new Tile("/" + app.getKey(), texts.get(app.getValue())))
                        .toList());
        for (Map<?, ?> group : configured()) {
            String name = String.valueOf(group.get("name"));
            List<Tile> tiles = new ArrayList<>();
            for (Map<?, ?> app : maps(group.get("apps"))) {
                Tile tile = apps.remove(String.valueOf(app.get("name")));
                if (tile != null) {
                    tiles.add(tile);
                }
            }
            add(
                    groups,
                    name,
                    services.messages().get().get("app-launcher." + name + ".label", request.language()),
                    tiles);
        }
        add(groups, "others", texts.get("launcher.group.others"), List.copyOf(apps.values()));
        return groups;
    }

    private static void add(List<Group> groups, String name, String label, List<Tile> tiles) {
        if (!tiles.isEmpty()) {
            groups.add(new Group(name, label, tiles));
        }
    }

    /** The groups of both layouts, the newer one's first; a name that comes again is the same group. */
    private List<Map<?, ?>> configured() {
        Map<String, Object> config = services.definitions().get().moduleConfig("admincentral");
        List<Map<?, ?>> groups = new ArrayList<>();
        Set<Object> names = new LinkedHashSet<>();
        for (String layout : List.of("layout", "appLauncherLayout")) {
            Object found = config.get(layout) instanceof Map<?, ?> map ? map.get("groups") : null;
            for (Map<?, ?> group : maps(found)) {
                if (names.add(group.get("name"))) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    private static List<Map<?, ?>> maps(Object value) {
        Collection<?> items =
                value instanceof Map<?, ?> map ? map.values() : value instanceof Collection<?> list ? list : List.of();
        List<Map<?, ?>> maps = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> map) {
                maps.add(map);
            }
        }
        return maps;
    }

    /** {@code permissions.roles}: no role named means everyone ({@code ConfiguredAccessDefinition}). */
    private static boolean isFor(Definition app, Collection<String> roles) {
        Object named = app.map("permissions").get("roles");
        Collection<?> wanted =
                named instanceof Map<?, ?> map ? map.values() : named instanceof Collection<?> list ? list : List.of();
        return wanted.isEmpty()
                || roles.contains("superuser")
                || wanted.stream().anyMatch(roles::contains);
    }
}
