package org.efcpreview.authoring.browser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.asset.Asset;
import org.efcpreview.authoring.asset.Uses;
import org.efcpreview.authoring.content.ContentNodes;
import org.efcpreview.authoring.content.Copies;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.User;
import org.efcpreview.repository.YamlExport;

/** Does what a form of the browser says: an action and the items that it is for. */
record Actions(AppRequest here) {

    /** @throws Refusal if there is no such action, or it does not fit the items */
    Reply run() throws RepositoryException, Refusal {
        Action action =
                here.app().action(here.request().asked("action")).orElseThrow(() -> new Refusal("browser.noAction"));
        List<Node> nodes = here.nodes();
        String label = here.label(action.settings());
        String obstacle = here.items().root().isEmpty()
                ? Availability.NOTHING_SELECTED
                : here.obstacle(action, nodes).orElse("");
        if (obstacle.equals(Availability.Rule.PUBLISHABLE.name())) {
            for (Node node : nodes) {
                Optional<Node> parent = ContentNodes.unpublishedAncestor(node);
                if (parent.isPresent()) {
                    throw new Refusal(
                            AppRequest.PARENT_NOT_PUBLISHED, label, parent.get().getPath());
                }
            }
        }
        if (!obstacle.isEmpty()) {
            throw new Refusal("browser.unfit", label, here.request().say("browser.unfit." + obstacle));
        }
        if (action.careful()) {
            requireUnused(nodes);
        }
        return run(action, nodes, here.back());
    }

    /** An asset that something refers to stays. */
    private void requireUnused(List<Node> nodes) throws RepositoryException, Refusal {
        for (Node node : ContentNodes.withContentBelow(nodes)) {
            if (Asset.is(node)) {
                Optional<Uses.Use> use =
                        Uses.of(node, here.request().sessions()).stream().findFirst();
                if (use.isPresent()) {
                    throw new Refusal(
                            "asset.delete.used",
                            here.app().source().title(node),
                            use.get().title());
                }
            }
        }
    }

    private Reply run(Action action, List<Node> nodes, BrowserLocation back) throws RepositoryException, Refusal {
        User user = here.request().user();
        Node first = nodes.isEmpty() ? here.root() : nodes.get(0);
        Settings settings = action.settings();
        return switch (action.effect()) {
            case OPEN_DETAIL -> to(here.detail(action, first, back));
            case OPEN_DIALOG -> to(here.screen(
                    "/dialog/" + Paths.encode(settings.text("dialogId")),
                    "path",
                    first.getPath(),
                    "back",
                    back.encoded()));
            case OPEN_PAGE -> Reply.empty(303)
                    .with(
                            "Location",
                            here.request().contextPath()
                                    + (settings.has("parameter")
                                            ? settings.text("parameter").replaceFirst(":[^:]*$", "")
                                            : first.getPath())
                                    + ".html?mgnlPreview=true");
            case VERSIONS -> to(here.screen("/versions", "path", first.getPath()));
            case IMPORT -> to(here.screen("/import", parameters(action, nodes, back)));
            case MOVE -> to(here.screen("/move", parameters(action, nodes, back)));
            case CONFIRM -> to(here.screen("/confirm", parameters(action, nodes, back)));
            case EXPORT -> export(first);
            case DUPLICATE -> {
                String name = here.app().source().nameProperty();
                Copies.duplicate(nodes, name.isEmpty() ? "jcrName" : name, user.name());
                yield here.done(back, "duplicated", nodes.size());
            }
            case DELETE -> {
                here.lifecycle().delete(nodes, user);
                yield here.done(back, "deleted", nodes.size());
            }
            case PUBLISH -> {
                boolean deletion = true;
                for (Node node : nodes) {
                    deletion &= node.isNodeType("mgnl:deleted");
                }
                int published = here.lifecycle().publish(nodes, action.recursive(), action.versioned(), user);
                yield here.done(back, deletion ? "removed" : "published", published);
            }
            case UNPUBLISH -> {
                here.lifecycle().unpublish(nodes, user);
                yield here.done(back, "unpublished", nodes.size());
            }
            case RESTORE_PREVIOUS -> {
                here.lifecycle().restorePrevious(nodes, user);
                yield here.done(back, "restored", nodes.size());
            }
            case UNSUPPORTED -> throw new IllegalStateException("The action " + action.name() + " of "
                    + here.app().name() + " was refused when the server started");
        };
    }

    private Reply to(String screen) {
        return here.request().seeOther(screen);
    }

    /** What a screen about items is opened with. */
    static String[] parameters(Action action, List<Node> nodes, BrowserLocation back) throws RepositoryException {
        List<String> parameters = new ArrayList<>(List.of("action", action.name()));
        for (Node node : nodes) {
            parameters.addAll(List.of("item", node.getPath()));
        }
        parameters.addAll(List.of("back", back.encoded()));
        return parameters.toArray(String[]::new);
    }

    private static Reply export(Node node) throws RepositoryException {
        String name = YamlExport.fileName(node).replaceAll("[^\\w.-]", "_");
        return Reply.of(200, "application/yaml", YamlExport.of(node).getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .with("Cache-Control", "no-store");
    }
}
