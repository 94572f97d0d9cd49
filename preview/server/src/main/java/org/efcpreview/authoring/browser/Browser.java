package org.efcpreview.authoring.browser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Labels;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.asset.Asset;
import org.efcpreview.authoring.asset.Uses;
import org.efcpreview.authoring.content.Lifecycle;
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
        BrowsePage page = new BrowsePage(here);
        Questions questions = new Questions(here);
        Optional<Node> node = items.node(request.asked(request.sends() ? "item" : "path"));
        Refusal.Work work =
                switch (request.segment(2)) {
                    case "" -> request.sends()
                            ? new Actions(here)::run
                            : () -> page.show(new BrowserLocation(request.parameters()), 200, Map.of());
                    case "item" -> node.isEmpty() ? null : () -> item(here, node.get());
                    case "confirm" -> questions::confirm;
                    case "move" -> questions::move;
                    case "import" -> questions::importing;
                    case "versions" -> node.isEmpty() ? null : () -> new VersionsPage(here).answer(node.get());
                    default -> null;
                };
        return work == null ? Optional.empty() : Optional.of(here.attempt(work, page::show));
    }

    private static Reply item(AppRequest here, Node node) throws RepositoryException {
        Map<String, Object> model = here.model(here.app().source().title(node), here.back());
        model.put("node", node);
        model.put("columns", here.app().list().columns());
        model.put("groups", here.actions(List.of(node)));
        if (Asset.is(node)) {
            model.put("asset", new Asset(node));
            model.put("uses", Uses.of(node, here.request().sessions()));
        }
        return here.request().page(200, "browser/item.ftl", model);
    }
}
