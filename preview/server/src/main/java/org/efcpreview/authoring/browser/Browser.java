package org.efcpreview.authoring.browser;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Labels;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.asset.Asset;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.authoring.content.Use;
import org.efcpreview.authoring.page.Templates;
import org.efcpreview.http.Reply;

/**
 * The browsers of content apps: {@code /app/<app>} with the tree or list, and below it {@code item} (one item and all that
 * can be done with it), {@code confirm}, {@code move}, {@code import} and {@code versions}. A form sent to {@code
 * /app/<app>} names an {@code action} and the {@code item}s that it is for.
 */
public record Browser(Lifecycle lifecycle) implements Screen {
    @Override
    public Optional<Reply> answer(Request request) throws RepositoryException {
        Optional<ContentApp> found = request.app().flatMap(ContentApp::of);
        boolean reads = List.of("item", "confirm").contains(request.segment(2));
        if (found.isEmpty() || request.path().size() > 3 || reads && request.sends()) {
            return Optional.empty();
        }
        ContentApp app = found.get();
        Items items = new Items(
                app, request.sessions().session(app.source().workspace()), new Templates(request), request.language());
        AppRequest here = new AppRequest(request, app, Labels.of(app.definition(), request), items, lifecycle);
        Actions actions = new Actions(here);
        Optional<Node> node = items.node(request.asked(request.sends() ? "item" : "path"));
        Refusal.Work work =
                switch (request.segment(2)) {
                    case "" -> request.sends()
                            ? actions::run
                            : () -> show(here, new BrowserLocation(request.parameters()), 200, Map.of());
                    case "item" -> node.isEmpty() ? null : () -> item(here, node.get());
                    case "confirm" -> actions::confirm;
                    case "move" -> actions::move;
                    case "import" -> actions::importing;
                    case "versions" -> node.isEmpty() ? null : () -> new VersionsPage(here).answer(node.get());
                    default -> null;
                };
        return work == null ? Optional.empty() : Optional.of(here.attempt(work, refusal -> refused(here, refusal)));
    }

    private static Reply item(AppRequest here, Node node) throws RepositoryException {
        Map<String, Object> model = here.model(NodeTexts.title(node), here.back());
        model.put("node", node);
        model.put("columns", here.app().list().columns());
        model.put("groups", here.actions(List.of(node)));
        if (Asset.is(node)) {
            model.put("asset", new Asset(node));
        }
        model.put("uses", Use.of(List.of(node), here.request().sessions()));
        return here.request().page(200, "browser/item.ftl", model);
    }

    /** The page that says why something was not done, and offers what would help. */
    private static Reply refused(AppRequest here, Optional<Refusal> refused) throws RepositoryException {
        Refusal refusal = refused.orElseThrow();
        Map<String, Object> trouble = new HashMap<>(Map.of("trouble", refusal.text(here.request())));
        Refusal.Reason reason = refusal.reasons().get(0);
        if (reason.key().equals(AppRequest.PARENT_NOT_PUBLISHED)) {
            Optional<Node> parent = here.items().node(reason.arguments().get(1).toString());
            if (parent.isPresent()) {
                trouble.put("parent", parent.get().getPath());
                here.actions(List.of(parent.get())).stream()
                        .flatMap(List::stream)
                        .filter(action -> action.effect() == Action.Effect.PUBLISH && !action.recursive())
                        .findFirst()
                        .ifPresent(action -> trouble.put("offer", action));
            }
        }
        return show(here, here.back(), refusal.status(), trouble);
    }

    /** The tree or the list, with its action bar; the boxes of what the form or the address names are ticked. */
    private static Reply show(AppRequest here, BrowserLocation asked, int status, Map<String, Object> trouble)
            throws RepositoryException {
        ContentApp app = here.app();
        ContentApp.View view = asked.searching() ? app.list() : app.view(asked.first("view"));
        BrowserLocation location = asked.with("view", view.name());
        Optional<Node> current = here.items().node(location.first("path"));
        String place = current.isPresent() ? current.get().getPath() : "";
        Set<String> open = new LinkedHashSet<>(location.all("open"));
        open.addAll(here.items().ancestry(place));
        Items.Shown shown = view.tree()
                ? here.items().tree(open, location.page())
                : here.items().list(view, location);
        Set<String> selected = new HashSet<>(here.request().all("item"));
        if (location.first("select").equals("all")) {
            shown.items().forEach(item -> selected.add(item.path()));
        }
        Map<String, Object> model = here.model(here.label(), location);
        model.remove("nav");
        model.put("location", location);
        model.put("view", view);
        model.put("open", List.copyOf(open));
        model.put("shown", shown);
        model.put("selected", selected);
        model.put("place", place);
        model.put("placeTitle", current.isPresent() ? NodeTexts.title(current.get()) : "");
        model.put("bar", here.bar(current, shown.items()));
        model.put("missing", here.items().root().isEmpty());
        model.putAll(trouble);
        return here.request().page(status, "browser/browse.ftl", model);
    }
}
