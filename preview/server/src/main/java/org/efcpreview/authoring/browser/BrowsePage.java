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
import org.efcpreview.authoring.Refusal;
import org.efcpreview.http.Reply;

/** The tree or the list of an app, with its action bar. */
public record BrowsePage(AppRequest here) {
    /** The page that says why something was not done, and offers what would help. */
    Reply show(Optional<Refusal> refused) throws RepositoryException {
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
        return show(here.back(), refusal.status(), trouble);
    }

    /** The page; the boxes of what the form or the address names are ticked. */
    Reply show(BrowserLocation asked, int status, Map<String, Object> trouble) throws RepositoryException {
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
        model.put("screen", this);
        model.put("location", location);
        model.put("view", view);
        model.put("open", List.copyOf(open));
        model.put("items", shown.items());
        model.put("total", shown.total());
        model.put("selected", selected);
        model.put("pages", shown.pages());
        model.put("page", shown.page());
        model.put("place", place);
        model.put("placeTitle", current.isPresent() ? app.source().title(current.get()) : "");
        model.put("bar", here.actions(current.stream().toList()));
        model.put("missing", here.items().root().isEmpty());
        model.putAll(trouble);
        return here.request().page(status, "browser/browse.ftl", model);
    }

    /** Where the title of an item leads: to its form, into a folder, or to all that can be done with it. */
    public String link(Items.Item item, ContentApp.View view, BrowserLocation location) throws RepositoryException {
        BrowserLocation back = view.tree() ? location.with("path", item.path()) : location;
        Optional<Action> usual =
                here.app().defaultAction().filter(action -> action.effect() == Action.Effect.OPEN_DETAIL);
        if (usual.isPresent()
                && here.obstacle(usual.get(), List.of(item.node())).isEmpty()) {
            return here.request().address(here.detail(usual.get(), item.node(), back));
        }
        return item.node().isNodeType("mgnl:folder") ? here.at(location.at(item.path(), here.app())) : more(item, back);
    }

    /** The address of all that can be done with an item. */
    public String more(Items.Item item, BrowserLocation location) {
        return here.request().address(here.screen("/item", "path", item.path(), "back", location.encoded()));
    }

    /** What some selection of several items has; the server says which of it fits the items that are ticked. */
    public List<Action> several() {
        return here.app().sections().stream()
                .filter(section -> section.availability().forNodes())
                .flatMap(section -> section.actions().stream())
                .distinct()
                .flatMap(name -> here.app().action(name).stream())
                .filter(action -> action.availability().forNodes()
                        && action.availability().forSeveral())
                .filter(action -> action.effect() != Action.Effect.OPEN_PAGE)
                .toList();
    }
}
