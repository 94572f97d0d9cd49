package org.efcpreview.authoring.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.content.ContentNodes;
import org.efcpreview.authoring.content.FileImport;
import org.efcpreview.authoring.content.Moves;
import org.efcpreview.authoring.content.Moves.Place;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Upload;

/** The pages that ask something before an action is done: whether at all, where to, with which file. */
record Questions(AppRequest here) {
    private static final String MOVE = "browser.move.", IMPORT = "browser.import.";

    private Request request() {
        return here.request();
    }

    /** Asks whether an action is meant; its button goes on with it. */
    Reply confirm() throws RepositoryException, Refusal {
        List<Node> nodes = here.nodes();
        Action action = here.action(Action.Effect.CONFIRM, nodes);
        Map<String, Object> model = here.model(action, nodes);
        model.put("title", text(action, "confirmationHeader", here.label(action.settings())));
        model.put("message", text(action, "confirmationMessage", ""));
        model.put("proceed", text(action, "proceedLabel", here.label(action.settings())));
        model.put("cancel", text(action, "cancelLabel", request().say("browser.cancel")));
        model.put("below", ContentNodes.withContentBelow(nodes).size() - nodes.size());
        model.put("action", action.successAction());
        return request().page(200, "browser/confirm.ftl", model);
    }

    private String text(Action action, String property, String otherwise) {
        return here.labels().find(action.settings().at(property)).orElse(otherwise);
    }

    /** Asks where items are to be moved to, and moves them. */
    Reply move() throws RepositoryException, Refusal {
        List<Node> nodes = here.nodes();
        Action action = here.action(Action.Effect.MOVE, nodes);
        if (nodes.isEmpty()) {
            throw AppRequest.noFit();
        }
        return here.ask(() -> moved(nodes), refusal -> whereTo(action, nodes, refusal));
    }

    private Reply moved(List<Node> nodes) throws RepositoryException, Refusal {
        Optional<Place> place = Place.of(request().asked("place"));
        String path = request().asked("target");
        Optional<Node> target = path.equals(here.app().source().rootPath())
                ? here.items().root()
                : here.items().node(path);
        if (place.isEmpty() || target.isEmpty()) {
            throw new Refusal(MOVE + "choose");
        }
        List<Node> ordered = new ArrayList<>(nodes);
        if (place.get() == Place.AFTER) {
            // They keep their order among themselves.
            Collections.reverse(ordered);
        }
        for (Node node : ordered) {
            Moves.check(node, target.get(), place.get(), here.app().source().rootPath());
            Node parent = place.get().parent(target.get());
            if (!node.getParent().isSame(parent) && !fits(node, parent)) {
                throw new Refusal(MOVE + "notInside", node.getName(), parent.getName());
            }
            Moves.move(node, target.get(), place.get(), request().user().name());
        }
        here.items().session().save();
        // What was moved may lie elsewhere now: back to where it went.
        String parent = place.get().parent(target.get()).getPath();
        String inside = here.app().source().holds(parent) ? parent : "";
        return here.done(here.back().with("path", inside), "moved", nodes.size());
    }

    /** {@code JcrDropConstraint}, and what node types allow in any case. */
    private boolean fits(Node node, Node parent) throws RepositoryException {
        var constraint = here.app().view(here.back().first("view")).constraint();
        String alike = constraint.text("primaryNodeType");
        boolean constrained = constraint.type().equals("JcrDropConstraintDefinition");
        boolean folderIntoItem =
                node.isNodeType("mgnl:folder") && parent.getDepth() > 0 && !parent.isNodeType("mgnl:folder");
        boolean likeIntoLike = !alike.isEmpty() && node.isNodeType(alike) && parent.isNodeType(alike);
        return parent.getPrimaryNodeType()
                        .canAddChildNode(
                                node.getName(), node.getPrimaryNodeType().getName())
                && !(constrained && (folderIntoItem || likeIntoLike));
    }

    private Reply whereTo(Action action, List<Node> nodes, Optional<Refusal> refusal) throws RepositoryException {
        Set<String> moved = new HashSet<>();
        Set<String> open = new HashSet<>(request().all("open"));
        for (Node node : nodes) {
            moved.add(node.getPath());
            open.addAll(here.items().ancestry(node.getPath()));
        }
        Items.Shown shown =
                here.items().tree(open, new BrowserLocation(request().parameters()).page());
        List<Items.Item> targets = shown.items().stream()
                .filter(item -> moved.stream().noneMatch(path -> Paths.isWithin(item.path(), path)))
                .toList();
        Map<String, Object> model = here.model(action, nodes);
        model.put("self", request().address(here.screen("/move", Actions.parameters(action, nodes, here.back()))));
        model.put("root", here.app().source().rootPath());
        model.put("rootLabel", here.rootLabel());
        model.put("targets", targets);
        model.put("more", shown.pages() > shown.page() ? shown.pages() : 0);
        model.put("target", request().asked("target"));
        return here.asking("browser/move.ftl", model, refusal);
    }

    /** Asks for a file, and imports it. */
    Reply importing() throws RepositoryException, Refusal {
        List<Node> nodes = here.nodes();
        Action action = here.action(Action.Effect.IMPORT, nodes);
        Node parent = nodes.isEmpty() ? here.root() : nodes.get(0);
        return here.ask(() -> imported(parent), refusal -> whichFile(action, nodes, refusal));
    }

    private Reply imported(Node parent) throws RepositoryException, Refusal {
        List<Upload> uploads = request().submission().uploads().getOrDefault("file", List.of());
        if (uploads.isEmpty()) {
            throw new Refusal(IMPORT + "noFile");
        }
        Upload upload = uploads.get(0);
        String name = upload.fileName();
        if (!name.matches("(?i).*\\.(yaml|xml)")) {
            throw new Refusal(IMPORT + "kind", name);
        }
        FileImport files = new FileImport(here.lifecycle(), request().user());
        try (InputStream in = upload.content().open()) {
            List<String> names =
                    files.run(parent, name, in, request().asked("existing").equals("replace"));
            return here.done(here.back(), "imported", names.size(), String.join(", ", names));
        } catch (AccessDeniedException e) {
            throw e;
        } catch (RepositoryException e) {
            // Whatever the repository does not take is in the file.
            throw new Refusal(IMPORT + "broken", name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the uploaded file " + name, e);
        }
    }

    private Reply whichFile(Action action, List<Node> nodes, Optional<Refusal> refusal) throws RepositoryException {
        Map<String, Object> model = here.model(action, nodes);
        model.put(
                "into", nodes.isEmpty() ? here.rootLabel() : here.app().source().title(nodes.get(0)));
        model.put("replace", request().asked("existing").equals("replace"));
        return here.asking("browser/import.ftl", model, refusal);
    }
}
