package org.efcpreview.authoring.browser;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.http.Reply;

/** The tree or the list of an app, with its action bar. */
public record BrowsePage(AppRequest here) {
    private static final int PAGE = 50;

    /**
     * Why something was not done.
     *
     * @param offer what would help
     * @param offeredFor the item that the offer is for
     */
    public record Trouble(String text, Optional<AppRequest.Command> offer, String offeredFor) {}

    /** The page that says why something was not done. */
    Reply show(Refusal refusal) throws RepositoryException {
        Refusal.Reason reason = refusal.reasons().get(0);
        Trouble trouble = new Trouble(refusal.text(here.request()), Optional.empty(), "");
        if (reason.key().equals(AppRequest.PARENT_NOT_PUBLISHED)) {
            String parent = reason.arguments().get(1).toString();
            Optional<Node> node = here.items().node(parent);
            trouble = new Trouble(trouble.text(), node.isPresent() ? publishing(node.get()) : Optional.empty(), parent);
        }
        return show(here.back(), refusal.status(), Optional.of(trouble));
    }

    private Optional<AppRequest.Command> publishing(Node node) throws RepositoryException {
        String label = here.request().say("browser.publishFirst", node.getPath());
        return here.selection(List.of(node)).usable().stream()
                .flatMap(List::stream)
                .filter(action -> action.effect() == Action.Effect.PUBLISH && !action.recursive())
                .findFirst()
                .map(action -> new AppRequest.Command(action.name(), label, "", false));
    }

    /** The page; the boxes of what the form or the address names are ticked. */
    Reply show(BrowserLocation asked, int status, Optional<Trouble> trouble) throws RepositoryException {
        ContentApp app = here.app();
        ContentApp.View view = asked.searching() ? app.list() : app.view(asked.first("view"));
        BrowserLocation location = asked.with("view", view.name());
        Optional<Node> current = here.items().node(location.first("path"));
        String place = current.isPresent() ? current.get().getPath() : "";
        Set<String> open = new LinkedHashSet<>(location.all("open"));
        open.addAll(here.items().ancestry(place));
        List<Items.Item> items =
                view.tree() ? here.items().tree(open) : here.items().list(view, location);
        int pages = view.tree() ? 1 : Math.max(1, (items.size() + PAGE - 1) / PAGE);
        int page = Math.min(location.page(), pages);
        List<Items.Item> shown =
                view.tree() ? items : items.subList((page - 1) * PAGE, Math.min(items.size(), page * PAGE));
        Set<String> selected = new HashSet<>(here.request().all("item"));
        if (location.first("select").equals("all")) {
            shown.forEach(item -> selected.add(item.path()));
        }
        Map<String, Object> model = here.model(here.label(), location);
        model.remove("nav");
        model.put("screen", this);
        model.put("location", location);
        model.put("view", view);
        model.put("open", List.copyOf(open));
        model.put("items", shown);
        model.put("total", items.size());
        model.put("selected", selected);
        model.put("pages", pages);
        model.put("page", page);
        model.put("place", place);
        model.put("placeTitle", current.isPresent() ? app.source().title(current.get()) : "");
        model.put("bar", here.commands(current.stream().toList()));
        model.put("missing", here.items().root().isEmpty());
        trouble.ifPresent(found -> model.put("trouble", found));
        return here.request().page(status, "browser/browse.ftl", model);
    }

    /** Where the title of an item leads: to its form, into a folder, or to all that can be done with it. */
    public String link(Items.Item item, ContentApp.View view, BrowserLocation location) throws RepositoryException {
        BrowserLocation back = view.tree() ? location.with("path", item.path()) : location;
        Optional<Action> usual =
                here.app().defaultAction().filter(action -> action.effect() == Action.Effect.OPEN_DETAIL);
        if (usual.isPresent()
                && here.selection(List.of(item.node())).obstacle(usual.get()).isEmpty()) {
            return here.request().address(here.detail(usual.get(), item.node(), back));
        }
        return item.node().isNodeType("mgnl:folder") ? here.at(location.at(item.path(), here.app())) : more(item, back);
    }

    /** The address of all that can be done with an item. */
    public String more(Items.Item item, BrowserLocation location) {
        return here.request().address(here.screen("/item", "path", item.path(), "back", location.encoded()));
    }

    /** What some selection of several items has; the server says which of it fits the items that are ticked. */
    public List<AppRequest.Command> several() {
        return here.app().sections().stream()
                .filter(section -> section.availability().forNodes())
                .flatMap(section -> section.actions().stream())
                .distinct()
                .flatMap(name -> here.app().action(name).stream())
                .filter(action -> action.availability().forNodes()
                        && action.availability().forSeveral())
                .filter(action -> action.effect() != Action.Effect.OPEN_PAGE)
                .map(here::command)
                .toList();
    }
}
