package org.efcpreview.authoring.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Labels;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.UnpublishedParentException;

/**
 * A request to an app: what all its screens work with.
 *
 * @param labels the texts of the app's definition
 * @param items the app's content
 * @param lifecycle what happens to that
 */
public record AppRequest(Request request, ContentApp app, Labels labels, Items items, Lifecycle lifecycle) {
    /** The key of the text that says that something else has to be published first; its second argument is the path of that. */
    static final String PARENT_NOT_PUBLISHED = "browser.parentNotPublished";

    /** The address of a screen of the app, relative to the authoring UI, with parameters as {@link Paths#address} has them. */
    String screen(String name, String... parameters) {
        return Paths.address("/app/" + app.name() + name, parameters);
    }

    public String at(BrowserLocation location) {
        return request.address(screen("") + location);
    }

    String label() {
        return labels.find("label").orElse(app.name());
    }

    /** The actions of the action bar's section for some nodes, in groups. */
    private List<List<Action>> offered(List<Node> nodes) throws RepositoryException {
        for (Settings section : app.sections()) {
            if (obstacle(Availability.of(section), nodes).isEmpty()) {
                return app.groups(section);
            }
        }
        return List.of();
    }

    /**
     * What can be done with nodes, in the groups of the action bar; nothing where the root of the app is missing.
     *
     * @param nodes none for the root of the app
     */
    List<List<Action>> actions(List<Node> nodes) throws RepositoryException {
        List<List<Action>> groups = new ArrayList<>();
        for (List<Action> offered : items.root().isEmpty() ? List.<List<Action>>of() : offered(nodes)) {
            List<Action> group = new ArrayList<>();
            for (Action action : offered) {
                if (obstacle(action, nodes).isEmpty()) {
                    group.add(action);
                }
            }
            groups.add(group);
        }
        groups.removeIf(List::isEmpty);
        return groups;
    }

    private Optional<String> obstacle(Availability availability, List<Node> nodes) throws RepositoryException {
        return availability.obstacle(nodes, root(), request.user().roles());
    }

    /**
     * Why an action cannot be used: only those of the action bar's section for the nodes can be, and the default action, as far as
     * each is available itself.
     *
     * @param nodes none for the root of the app, which has to be there
     * @return as {@link Availability#obstacle}; empty if it can
     */
    Optional<String> obstacle(Action action, List<Node> nodes) throws RepositoryException {
        Optional<String> own = obstacle(Availability.of(action.settings()), nodes);
        if (own.isPresent()) {
            return own;
        }
        // What a confirmation leads to is reached through it.
        boolean reached =
                !nodes.isEmpty() && app.defaultAction().filter(action::equals).isPresent()
                        || offered(nodes).stream()
                                .flatMap(List::stream)
                                .anyMatch(offered -> offered.equals(action)
                                        || offered.successAction().equals(action.name()));
        return reached
                ? Optional.empty()
                : Optional.of(nodes.isEmpty() ? Availability.NOTHING_SELECTED : Availability.OTHER_TYPE);
    }

    Node root() throws RepositoryException {
        return items.root()
                .orElseThrow(() -> new AccessDeniedException(app.source().rootPath()));
    }

    /** What the browser showed, or shows again afterwards. */
    BrowserLocation back() {
        return BrowserLocation.of(request.asked(request.sends() ? "query" : "back"));
    }

    /**
     * The items that the form or the address names: those that are ticked, or else the one that is open.
     *
     * @throws Refusal if one is gone
     */
    List<Node> nodes() throws RepositoryException, Refusal {
        Set<String> paths = new LinkedHashSet<>(request.all("item"));
        if (paths.isEmpty()) {
            paths.add(request.asked("current"));
        }
        paths.remove("");
        List<Node> nodes = new ArrayList<>();
        for (String path : paths) {
            nodes.add(items.node(path).orElseThrow(() -> new Refusal("browser.gone", path).with(409)));
        }
        return nodes;
    }

    /** What an action does not fit any more, or never did. */
    static Refusal noFit() {
        return new Refusal("browser.noFit").with(409);
    }

    /**
     * The action that led to a screen.
     *
     * @param nodes what it is for
     * @throws Refusal if it has another effect, or does not fit the nodes
     */
    Action action(Action.Effect effect, List<Node> nodes) throws RepositoryException, Refusal {
        Optional<Action> action = app.action(request.asked("action")).filter(found -> found.effect() == effect);
        if (action.isEmpty() || obstacle(action.get(), nodes).isPresent()) {
            throw noFit();
        }
        return action.get();
    }

    /** The address of the form of an item, or of a new one in it. */
    String detail(Action action, Node node, BrowserLocation back) throws RepositoryException {
        Settings settings = action.settings();
        boolean adds = settings.text("viewType").equals("add");
        return Paths.address(
                "/app/" + (settings.has("appName") ? settings.text("appName") : app.name()) + "/detail",
                adds ? "parent" : "path",
                node.getPath(),
                "add",
                adds ? action.name() : "",
                "new",
                adds ? UUID.randomUUID().toString() : "",
                "back",
                back.encoded());
    }

    /** Where the title of an item leads: to its form, into a folder, or to all that can be done with it. */
    public String link(Items.Item item, ContentApp.View view, BrowserLocation location) throws RepositoryException {
        BrowserLocation back = location.with("path", item.path());
        Optional<Action> usual = app.defaultAction().filter(action -> action.effect() == Action.Effect.OPEN_DETAIL);
        if (usual.isPresent() && obstacle(usual.get(), List.of(item.node())).isEmpty()) {
            return request.address(detail(usual.get(), item.node(), back));
        }
        return item.node().isNodeType("mgnl:folder") ? at(location.at(item.path(), app)) : more(item, back);
    }

    /** The address of all that can be done with an item. */
    public String more(Items.Item item, BrowserLocation location) {
        return request.address(screen("/item", "path", item.path(), "back", location.encoded()));
    }

    /**
     * The action bar: what can be done with what is open, and what else with several of the items that are shown. Which of it fits
     * those that are ticked, the server says.
     */
    List<List<Action>> bar(Optional<Node> open, List<Items.Item> shown) throws RepositoryException {
        List<List<Action>> groups = new ArrayList<>(actions(open.stream().toList()));
        Set<Action> others = new LinkedHashSet<>();
        for (Items.Item item : shown) {
            actions(List.of(item.node())).forEach(others::addAll);
        }
        others.removeIf(action -> !action.settings().object("availability").flag("multiple", false));
        groups.forEach(others::removeAll);
        groups.add(List.copyOf(others));
        groups.removeIf(List::isEmpty);
        return groups;
    }

    /** What every page beside the browser has. */
    Map<String, Object> model(String title, BrowserLocation back) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("here", this);
        model.put("title", title);
        model.put("address", request.address(screen("")));
        model.put("query", back.encoded());
        model.put("nav", List.of(request.step(screen("") + back, label())));
        return model;
    }

    /** What every page about an action has. */
    Map<String, Object> model(Action action, List<Node> nodes) {
        Map<String, Object> model = model(labels.of(action.settings()), back());
        model.put("action", action.name());
        model.put("items", nodes);
        return model;
    }

    /** Shows a page that asks something, and says what was wrong with the answer. */
    Reply asking(String template, Map<String, Object> model, Optional<Refusal> refusal) {
        model.put("problem", refusal.map(found -> found.text(request)).orElse(""));
        return request.page(refusal.map(Refusal::status).orElse(200), template, model);
    }

    /** What the user calls some nodes: the first five, and how many there are besides. */
    String names(List<Node> nodes) throws RepositoryException {
        List<String> names = new ArrayList<>();
        for (Node node : nodes) {
            names.add(NodeTexts.title(node));
        }
        String others = names.size() > 5 ? request.say("browser.others", names.size() - 5) : "";
        return String.join(", ", names.subList(0, Math.min(names.size(), 5))) + others;
    }

    /**
     * Leads to the browser, which says first what was done, and leads to what it was done with.
     *
     * @param about the first of it; null for what is gone
     */
    Reply done(BrowserLocation location, String what, Node about, Object... arguments) throws RepositoryException {
        String[] link = about == null ? new String[0] : new String[] {screen("/item", "path", about.getPath())};
        return request.seeOther(
                screen("") + location.with("select"), request.say("browser.done." + what, arguments), link);
    }

    /** A page that is shown, or shown again where something was not done. */
    interface Page {
        Reply show(Optional<Refusal> refusal) throws RepositoryException;
    }

    /** Does something; if it cannot be done, nothing of it stays, and the user is told why. */
    Reply attempt(Refusal.Work work, Page otherwise) throws RepositoryException {
        Refusal refusal;
        try {
            return work.run();
        } catch (Refusal e) {
            refusal = e;
        } catch (UnpublishedParentException e) {
            refusal = new Refusal(PARENT_NOT_PUBLISHED, request.say("browser.publishing"), e.parent());
        } catch (AccessDeniedException e) {
            refusal = new Refusal("browser.denied").with(403);
        }
        items.session().refresh(false);
        return otherwise.show(Optional.of(refusal));
    }

    /** Asks something, or does what was answered; if that is refused, it asks again. */
    Reply ask(Refusal.Work answer, Page question) throws RepositoryException {
        return request.sends() ? attempt(answer, question) : question.show(Optional.empty());
    }
}
