package org.efcpreview.authoring.browser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.KeyGenerator;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.asset.Assets;
import org.efcpreview.authoring.asset.Uses;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.authoring.page.Templates;
import org.efcpreview.http.Reply;

/**
 * The browsers of content apps: {@code /app/<app>} with the tree or list, and below it {@code item} (one item and all that
 * can be done with it), {@code confirm}, {@code move}, {@code import} and {@code versions}. A form sent to {@code
 * /app/<app>} names an {@code action} and the {@code item}s that it is for.
 */
public final class Browser implements Screen {
    private final Services services;
    private final Views views;
    private final Lifecycle lifecycle;
    private final KeyGenerator keys = new KeyGenerator(MagnoliaFacts.read());

    public Browser(Services services, Views views, Lifecycle lifecycle) {
        this.services = services;
        this.views = views;
        this.lifecycle = lifecycle;
    }

    @Override
    public Optional<Reply> answer(Request request) throws RepositoryException {
        Optional<ContentApp> found = services.definitions()
                .get()
                .find(DefinitionType.APP, request.segment(1))
                .flatMap(ContentApp::of);
        boolean reads = List.of("item", "confirm").contains(request.segment(2));
        if (found.isEmpty() || request.path().size() > 3 || reads && request.sends()) {
            return Optional.empty();
        }
        ContentApp app = found.get();
        if (!Settings.of(app.definition())
                .object("permissions")
                .opensTo(request.user().roles())) {
            throw new AccessDeniedException("The user " + request.user().name() + " may not open " + app.name());
        }
        AppRequest here = new AppRequest(
                request,
                app,
                new Labels(app.definition(), keys, services.messages().get(), request.language()),
                new Items(
                        app,
                        request.sessions().session(app.source().text("workspace")),
                        new Templates(
                                services.definitions().get(),
                                services.messages().get(),
                                request.language()),
                        request.language()));
        BrowsePage page = new BrowsePage(here, views);
        Questions questions = new Questions(here, views);
        Optional<Node> node = here.items().node(request.asked(request.sends() ? "item" : "path"));
        Refusal.Work work =
                switch (request.segment(2)) {
                    case "" -> request.sends()
                            ? new Actions(here, lifecycle)::run
                            : () -> page.show(new BrowserLocation(request.http().parameters()), 200, Optional.empty());
                    case "item" -> node.isEmpty() ? null : () -> item(here, node.get());
                    case "confirm" -> questions::confirm;
                    case "move" -> questions::move;
                    case "import" -> () -> questions.importing(lifecycle);
                    case "versions" -> node.isEmpty()
                            ? null
                            : () -> new VersionsPage(here, views, lifecycle).answer(node.get());
                    default -> null;
                };
        return work == null ? Optional.empty() : Optional.of(here.attempt(work, page::show));
    }

    private Reply item(AppRequest here, Node node) throws RepositoryException {
        Map<String, Object> model = here.model(here.app().title(node), here.back());
        model.put("node", node);
        model.put("columns", here.app().list().columns());
        model.put("groups", here.commands(List.of(node)));
        if (Assets.isAsset(node)) {
            model.put("asset", Assets.of(node));
            model.put("uses", Uses.of(node, here.request().sessions()));
        }
        return views.page(here.request(), 200, "browser/item.ftl", model);
    }
}
