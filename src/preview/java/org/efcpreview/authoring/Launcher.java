package org.efcpreview.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.RepositoryException;
import org.efcpreview.definition.Definition;
import org.efcpreview.definition.DefinitionType;
import org.efcpreview.http.Reply;

/** The app launcher: the apps that the user may open. */
final class Launcher implements Screen {
    private final Premises premises;
    private final Views views;

    Launcher(Premises premises, Views views) {
        this.premises = premises;
        this.views = views;
    }

    /**
     * An app on the launcher.
     *
     * @param name the app's name, as in its address
     * @param label what the user reads
     */
    public record Tile(String name, String label) {}

    @Override
    public Optional<Reply> answer(Visit visit) throws RepositoryException {
        List<Tile> tiles = new ArrayList<>();
        for (Definition app : premises.definitions().get().all(DefinitionType.APP)) {
            if (isFor(app, visit.user().roles())) {
                tiles.add(new Tile(
                        app.name(), premises.messages().get().get(app.name() + ".app.label", visit.language())));
            }
        }
        return Optional.of(views.page(visit, 200, "launcher.ftl", Map.of("tiles", tiles)));
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
