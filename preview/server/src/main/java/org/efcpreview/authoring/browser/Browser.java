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
import org.efcpreview.authoring.Premises;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.Visit;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.http.Reply;

/**
 * The browsers of content apps: {@code /app/<app>} with the tree or list, and below it {@code item} (one item and all that
 * can be done with it), {@code confirm}, {@code move}, {@code import} and {@code versions}. A form sent to {@code
 * /app/<app>} names an {@code action} and the {@code item}s that it is for.
 */
public final class Browser implements Screen {
    private final Premises premises;
    private final Views views;
    private final Lifecycle lifecycle;
    private final KeyGenerator keys = new KeyGenerator(MagnoliaFacts.read());

    public Browser(Premises premises, Views views, Lifecycle lifecycle) {
        this.premises = premises;
        this.views = views;
        this.lifecycle = lifecycle;
    }

    @Override
    public Optional<Reply> answer(Visit visit) throws RepositoryException {
        Optional<ContentApp> found = premises.definitions()
                .get()
                .find(DefinitionType.APP, visit.segment(1))
                .flatMap(ContentApp::of);
        boolean reads = List.of("item", "confirm").contains(visit.segment(2));
        if (found.isEmpty() || visit.path().size() > 3 || reads && visit.sends()) {
            return Optional.empty();
        }
        ContentApp app = found.get();
        if (!Settings.of(app.definition())
                .object("permissions")
                .opensTo(visit.user().roles())) {
            throw new AccessDeniedException("The user " + visit.user().name() + " may not open " + app.name());
        }
        AppVisit here = new AppVisit(
                visit,
                app,
                new Labels(app.definition(), keys, premises.messages().get(), visit.language()),
                UiTexts.in(visit.language()),
                new Items(app, visit.sessions().session(app.source().text("workspace")), visit.language()));
        BrowsePage page = new BrowsePage(here, views);
        Questions questions = new Questions(here, views);
        Optional<Node> node = here.items().node(here.asked(visit.sends() ? "item" : "path"));
        return switch (visit.segment(2)) {
            case "" -> Optional.of(
                    visit.sends()
                            ? here.attempt(new Actions(here, lifecycle)::run, page::show)
                            : page.show(new BrowserLocation(visit.http().parameters()), 200, Optional.empty()));
            case "item" -> node.isEmpty() ? Optional.empty() : Optional.of(item(here, node.get()));
            case "confirm" -> Optional.of(here.attempt(questions::confirm, page::show));
            case "move" -> Optional.of(here.attempt(questions::move, page::show));
            case "import" -> Optional.of(here.attempt(() -> questions.importing(lifecycle), page::show));
            case "versions" -> node.isEmpty()
                    ? Optional.empty()
                    : Optional.of(here.attempt(
                            () -> new VersionsPage(here, views, lifecycle).answer(node.get()), page::show));
            default -> Optional.empty();
        };
    }

    private Reply item(AppVisit here, Node node) throws RepositoryException {
        Map<String, Object> model = here.model(here.app().title(node), here.back());
        model.put("node", node);
        model.put("columns", here.app().list().columns());
        model.put("groups", here.commands(List.of(node)));
        return views.page(here.visit(), 200, "browser/item.ftl", model);
    }
}
