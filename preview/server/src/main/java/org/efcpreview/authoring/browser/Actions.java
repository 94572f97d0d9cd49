package org.efcpreview.authoring.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.efcpreview.authoring.Labels;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.content.ContentNodes;
import org.efcpreview.authoring.content.Copies;
import org.efcpreview.authoring.content.FileImport;
import org.efcpreview.authoring.content.Moves;
import org.efcpreview.authoring.content.Moves.Place;
import org.efcpreview.authoring.content.Use;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Upload;
import org.efcpreview.repository.User;
import org.efcpreview.repository.YamlExport;

/**
 * Does what a form of the browser says: an action and the items that it is for; and has the pages that ask something before it
 * is done: whether at all, where to, with which file.
 */
record Actions(AppRequest here) {
    private static final String MOVE = "browser.move.", IMPORT = "browser.import.";

    private Request request() {
        return here.request();
    }

    private String rootLabel() {
        return request().say("browser.root", here.label());
    }

    /** @throws Refusal if there is no such action, or it does not fit the items */
    Reply run() throws RepositoryException, Refusal {
        Action action = here.app().action(request().asked("action")).orElseThrow(() -> new Refusal("browser.noAction"));
        List<Node> nodes = here.nodes();
        String label = here.labels().of(action.settings());
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
            throw new Refusal("browser.unfit", label, request().say("browser.unfit." + obstacle));
        }
        return run(action, nodes, here.back());
    }

    private Reply run(Action action, List<Node> nodes, BrowserLocation back) throws RepositoryException, Refusal {
        User user = request().user();
        Node first = nodes.isEmpty() ? here.root() : nodes.get(0);
        Settings settings = action.settings();
        // Before it is done: some of them may be gone then.
        String names = here.names(nodes);
        return switch (action.effect()) {
            case OPEN_DETAIL -> request().seeOther(here.detail(action, first, back));
            case OPEN_DIALOG -> {
                String dialog = "/dialog/" + Paths.encode(settings.text("dialogId"));
                yield to(dialog, "path", first.getPath(), "back", back.encoded());
            }
            case OPEN_PAGE -> {
                String named = settings.text("parameter").replaceFirst(":[^:]*$", "");
                String page = request().contextPath() + (named.isEmpty() ? first.getPath() : named);
                yield Reply.empty(303).with("Location", page + ".html?mgnlPreview=true");
            }
            case VERSIONS -> to("/versions", "path", first.getPath());
            case IMPORT -> to("/import", parameters(action, nodes, back));
            case MOVE -> to("/move", parameters(action, nodes, back));
            case CONFIRM -> to("/confirm", parameters(action, nodes, back));
            case EXPORT -> export(first);
            case DUPLICATE -> {
                String name = here.app().source().nameProperty();
                List<Node> copies = Copies.duplicate(nodes, name.isEmpty() ? "jcrName" : name, user.name());
                yield here.done(back, "duplicated", copies.get(0), nodes.size(), names);
            }
            case DELETE -> {
                here.lifecycle().delete(nodes, user);
                yield here.done(back, "deleted", first, nodes.size(), names);
            }
            case PUBLISH -> {
                boolean deletion = true;
                for (Node node : nodes) {
                    deletion &= node.isNodeType("mgnl:deleted");
                }
                boolean versioned = settings.text("catalog").equals("versioned");
                int published = here.lifecycle().publish(nodes, action.recursive(), versioned, user);
                yield here.done(back, deletion ? "removed" : "published", deletion ? null : first, published, names);
            }
            case UNPUBLISH -> {
                here.lifecycle().unpublish(nodes, user);
                yield here.done(back, "unpublished", first, nodes.size(), names);
            }
            case RESTORE_PREVIOUS -> {
                here.lifecycle().restorePrevious(nodes, user);
                yield here.done(back, "restored", first, nodes.size(), names);
            }
            case UNSUPPORTED -> throw new IllegalStateException("The action " + action.name() + " of "
                    + here.app().name() + " was refused when the server started");
        };
    }

    private Reply to(String screen, String... parameters) {
        return request().seeOther(here.screen(screen, parameters));
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

    /** Asks whether an action is meant; its button goes on with it. */
    Reply confirm() throws RepositoryException, Refusal {
        List<Node> nodes = here.nodes();
        Action action = here.action(Action.Effect.CONFIRM, nodes);
        Map<String, Object> model = here.model(action, nodes);
        model.put("title", text(action, "confirmationHeader", here.labels().of(action.settings())));
        model.put("message", text(action, "confirmationMessage", ""));
        model.put("proceed", text(action, "proceedLabel", here.labels().of(action.settings())));
        model.put("cancel", text(action, "cancelLabel", request().say("browser.cancel")));
        List<Node> all = ContentNodes.withContentBelow(nodes);
        model.put("below", all.size() - nodes.size());
        model.put("uses", Use.of(all, request().sessions()));
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
        // Magnolia's own dialog offers whatever the app shows, and places beside it; one of a module's own what that
        // says.
        Optional<Definition> dialog = request()
                .definitions()
                .find(DefinitionType.DIALOG, action.settings().text("dialogId"));
        return here.ask(() -> moved(nodes, dialog.isEmpty()), refusal -> whereTo(action, nodes, dialog, refusal));
    }

    private Reply moved(List<Node> nodes, boolean beside) throws RepositoryException, Refusal {
        Optional<Place> place = Place.of(request().asked("place"));
        String path = request().asked("target");
        String root = here.app().source().rootPath();
        Optional<Node> target =
                path.equals(root) ? here.items().root() : here.items().node(path);
        if (place.isEmpty() || target.isEmpty() || !beside && place.get() != Place.INSIDE) {
            throw new Refusal(MOVE + "choose");
        }
        List<Node> ordered = new ArrayList<>(nodes);
        if (place.get() == Place.AFTER) {
            // They keep their order among themselves.
            Collections.reverse(ordered);
        }
        for (Node node : ordered) {
            Moves.check(node, target.get(), place.get(), root);
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
        String names = here.names(nodes);
        return here.done(here.back().with("path", inside), "moved", nodes.get(0), nodes.size(), names, parent);
    }

    /** {@code JcrDropConstraint}, and what node types allow in any case. */
    private boolean fits(Node node, Node parent) throws RepositoryException {
        var constraint = here.app().view(here.back().first("view")).constraint();
        String alike = constraint.text("primaryNodeType");
        boolean constrained = constraint.type().equals("JcrDropConstraintDefinition");
        boolean folderIntoItem =
                node.isNodeType("mgnl:folder") && parent.getDepth() > 0 && !parent.isNodeType("mgnl:folder");
        boolean likeIntoLike = !alike.isEmpty() && node.isNodeType(alike) && parent.isNodeType(alike);
        String type = node.getPrimaryNodeType().getName();
        return parent.getPrimaryNodeType().canAddChildNode(node.getName(), type)
                && !(constrained && (folderIntoItem || likeIntoLike));
    }

    private Reply whereTo(Action action, List<Node> nodes, Optional<Definition> dialog, Optional<Refusal> refusal)
            throws RepositoryException {
        Set<String> moved = new HashSet<>();
        Set<String> open = new HashSet<>(request().all("open"));
        for (Node node : nodes) {
            moved.add(node.getPath());
            open.addAll(here.items().ancestry(node.getPath()));
        }
        Items.Shown shown =
                here.items().tree(open, new BrowserLocation(request().parameters()).page());
        List<String> types = dialog.map(Settings::of)
                .map(it -> it.object("actions/choose/availability").texts("nodeTypes"))
                .orElse(List.of());
        List<Items.Item> targets = new ArrayList<>();
        for (Items.Item item : shown.items()) {
            boolean offered = types.isEmpty()
                    || types.contains(item.node().getPrimaryNodeType().getName());
            if (offered && moved.stream().noneMatch(path -> Paths.isWithin(item.path(), path))) {
                targets.add(item);
            }
        }
        Map<String, Object> model = here.model(action, nodes);
        model.put("self", request().address(here.screen("/move", parameters(action, nodes, here.back()))));
        model.put("root", here.app().source().rootPath());
        model.put("rootLabel", rootLabel());
        model.put("targets", targets);
        model.put("more", shown.pages() > shown.page() ? shown.pages() : 0);
        model.put("target", request().asked("target"));
        model.put("beside", dialog.isEmpty());
        model.put(
                "label",
                dialog.flatMap(it -> Labels.of(it, request()).find("label")).orElse(""));
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
        Upload upload = request().submission().getDocument("file");
        if (upload == null) {
            throw new Refusal(IMPORT + "noFile");
        }
        String name = upload.fileName();
        if (!name.matches("(?i).*\\.yaml")) {
            throw new Refusal(IMPORT + "kind", name);
        }
        FileImport files = new FileImport(here.lifecycle(), request().user());
        try (InputStream in = upload.content().open()) {
            List<String> names =
                    files.run(parent, name, in, request().asked("existing").equals("replace"));
            return here.done(here.back(), "imported", null, names.size(), String.join(", ", names));
        } catch (AccessDeniedException e) {
            throw e;
        } catch (RepositoryException e) {
            // Whatever the repository does not take is in the file.
            throw new Refusal(IMPORT + "broken", name, String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            throw new Refusal(IMPORT + "encoding", name);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the uploaded file " + name, e);
        }
    }

    private Reply whichFile(Action action, List<Node> nodes, Optional<Refusal> refusal) throws RepositoryException {
        Map<String, Object> model = here.model(action, nodes);
        model.put("into", nodes.isEmpty() ? rootLabel() : NodeTexts.title(nodes.get(0)));
        model.put("replace", request().asked("existing").equals("replace"));
        return here.asking("browser/import.ftl", model, refusal);
    }
}
