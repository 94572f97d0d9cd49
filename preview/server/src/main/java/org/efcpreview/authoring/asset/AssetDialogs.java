package org.efcpreview.authoring.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Upload;
import org.efcpreview.repository.Stamps;

/**
 * What the assets app has beside its browser and its form: the dialogs that take files into a folder, another file for an asset,
 * and the name of a new folder. They are {@code /app/assets/dialog/<id>?path=} with the path of the folder or the asset.
 */
public final class AssetDialogs {
    private static final String BROWSER = "/app/assets";

    private AssetDialogs() {}

    /** A dialog: its name in the texts, the field that its form has, and whether it is about an asset and not about a folder. */
    private record Dialog(String name, String field, boolean asset) {}

    private static Dialog dialog(Request request) {
        return switch (String.join("/", request.path())) {
            case "app/assets/dialog/dam-app:upload" -> new Dialog("upload", "files", false);
            case "app/assets/dialog/ui-framework-jcr:addFolder" -> new Dialog("folder", "name", false);
            case "app/assets/dialog/dam-app:replace" -> new Dialog("replace", "file", true);
            default -> null;
        };
    }

    /** As {@link Screen#answer}. */
    public static Optional<Reply> answer(Request request) throws RepositoryException {
        Dialog dialog = dialog(request);
        Optional<Node> found = dialog == null
                ? Optional.empty()
                : Paths.find(request.sessions().session(Asset.WORKSPACE), request.parameter("path"));
        if (found.isEmpty() || !(dialog.asset() ? Asset.is(found.get()) : isFolder(found.get()))) {
            return Optional.empty();
        }
        Node node = found.get();
        String path = dialog.asset() ? node.getPath() : Paths.within(node, "new");
        if (!node.getSession()
                .hasPermission(path, dialog.asset() ? Session.ACTION_SET_PROPERTY : Session.ACTION_ADD_NODE)) {
            throw new AccessDeniedException(path);
        }
        if (!request.sends()) {
            return Optional.of(page(request, 200, dialog, node, List.of()));
        }
        try {
            return Optional.of(act(request, dialog, node));
        } catch (Refusal e) {
            return Optional.of(
                    page(request, e.status(), dialog, node, e.at(dialog.field()).reasons()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root is one, too; what lies in a file is none. */
    private static boolean isFolder(Node node) throws RepositoryException {
        return node.getDepth() == 0 || node.isNodeType("mgnl:folder") && !node.isNodeType("mgnl:deleted");
    }

    private static Reply act(Request request, Dialog dialog, Node node)
            throws RepositoryException, IOException, Refusal {
        if (request.again()) {
            throw new Refusal("asset.again");
        }
        if (dialog.name().equals("folder")) {
            return addFolder(request, node);
        }
        List<Upload> uploads = request.submission().uploads().getOrDefault(dialog.field(), List.of());
        if (uploads.isEmpty()) {
            throw new Refusal("asset.none-chosen");
        }
        Assets assets = new Assets(node.getSession(), request.user().name());
        if (dialog.asset()) {
            assets.replace(node, uploads.get(0));
            return done(request, node, "asset.replaced", Asset.title(node));
        }
        List<String> stored = new ArrayList<>();
        List<Refusal.Reason> refused = new ArrayList<>();
        for (Upload upload : uploads) {
            try {
                assets.store(node, upload);
                stored.add(Assets.name(upload.fileName()));
            } catch (Refusal e) {
                refused.addAll(e.reasons());
            }
        }
        if (refused.isEmpty()) {
            return done(request, node, "asset.uploaded", stored.size(), stored.get(0));
        }
        if (!stored.isEmpty()) {
            request.notices().offer(request.say("asset.upload.some", String.join(", ", stored)));
        }
        throw new Refusal(refused);
    }

    private static Reply addFolder(Request request, Node folder) throws RepositoryException, Refusal {
        String name = NodeNames.from(request.submission().text("name").strip());
        if (name.isEmpty()) {
            throw new Refusal("asset.folder.empty");
        }
        if (folder.hasNode(name)) {
            throw new Refusal("asset.folder.taken", name);
        }
        Node added = folder.addNode(name, "mgnl:folder");
        Stamps.created(added, request.user().name(), Calendar.getInstance());
        added.getSession().save();
        return done(request, added, "asset.folder.added", name);
    }

    private static Reply done(Request request, Node node, String key, Object... arguments) throws RepositoryException {
        return request.seeOther(browser(node), request.say(key, arguments));
    }

    /** Where the browser shows a node. */
    private static String browser(Node node) throws RepositoryException {
        return node.getDepth() == 0 ? BROWSER : Paths.address(BROWSER, "path", node.getPath());
    }

    private static Reply page(Request request, int status, Dialog dialog, Node node, List<Refusal.Reason> problems)
            throws RepositoryException {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", List.of(request.step(browser(node), request.say("asset.title"))));
        model.put("name", dialog.name());
        model.put("field", dialog.field());
        model.put("about", node.getDepth() == 0 ? request.say("asset.title") : Asset.title(node));
        model.put("back", request.address(browser(node)));
        model.put("typed", request.submission().text("name").strip());
        model.put("problems", problems);
        return request.page(status, "asset/dialog.ftl", model);
    }
}
