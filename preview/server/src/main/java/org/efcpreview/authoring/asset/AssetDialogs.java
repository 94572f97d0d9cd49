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
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Notice;
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
 *
 * @param name in the texts
 * @param node the asset or the folder
 */
public record AssetDialogs(Request request, String name, Node node) {
    private static final String BROWSER = "/app/assets", REPLACE = "replace";

    private static final Map<String, String> NAMES =
            Map.of("dam-app:upload", "upload", "ui-framework-jcr:addFolder", "folder", "dam-app:replace", REPLACE);

    /** As {@link Screen#answer}. */
    public static Optional<Reply> answer(Request request) throws RepositoryException {
        String name = NAMES.get(request.segment(3));
        if (name == null || !String.join("/", request.path()).equals("app/assets/dialog/" + request.segment(3))) {
            return Optional.empty();
        }
        Optional<Node> node = Paths.find(request.sessions().session(Asset.WORKSPACE), request.parameter("path"));
        boolean fits = node.isPresent() && (name.equals(REPLACE) ? Asset.is(node.get()) : isFolder(node.get()));
        return fits ? Optional.of(new AssetDialogs(request, name, node.get()).answer()) : Optional.empty();
    }

    private Reply answer() throws RepositoryException {
        boolean asset = name.equals(REPLACE);
        String path = asset ? node.getPath() : Paths.within(node, "new");
        if (!node.getSession().hasPermission(path, asset ? Session.ACTION_SET_PROPERTY : Session.ACTION_ADD_NODE)) {
            throw new AccessDeniedException(path);
        }
        if (!request.sends()) {
            return page(200, List.of());
        }
        try {
            return act();
        } catch (Refusal e) {
            return page(e.status(), e.reasons());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root is one, too; what lies in a file is none. */
    private static boolean isFolder(Node node) throws RepositoryException {
        return node.getDepth() == 0 || node.isNodeType("mgnl:folder") && !node.isNodeType("mgnl:deleted");
    }

    private Reply act() throws RepositoryException, IOException, Refusal {
        if (request.again()) {
            throw new Refusal("asset.again");
        }
        if (name.equals("folder")) {
            return addFolder();
        }
        List<Upload> uploads = request.submission().uploads().values().stream()
                .flatMap(List::stream)
                .toList();
        if (uploads.isEmpty()) {
            throw new Refusal("asset.none-chosen");
        }
        Assets assets = new Assets(node.getSession(), request.user().name());
        if (name.equals(REPLACE)) {
            assets.replace(node, uploads.get(0));
            return done(node, "asset.replaced", NodeTexts.title(node));
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
            return done(node, "asset.uploaded", stored.size(), stored.get(0));
        }
        if (!stored.isEmpty()) {
            request.notices().offer(new Notice(request.say("asset.upload.some", String.join(", ", stored)), ""));
        }
        throw new Refusal(refused);
    }

    private Reply addFolder() throws RepositoryException, Refusal {
        String slug = NodeNames.from(request.submission().text("name").strip());
        if (slug.isEmpty()) {
            throw new Refusal("asset.folder.empty");
        }
        if (node.hasNode(slug)) {
            throw new Refusal("asset.folder.taken", slug);
        }
        Node added = node.addNode(slug, "mgnl:folder");
        Stamps.created(added, request.user().name(), Calendar.getInstance());
        added.getSession().save();
        return done(added, "asset.folder.added", slug);
    }

    private Reply done(Node changed, String key, Object... arguments) throws RepositoryException {
        return request.seeOther(Paths.address(BROWSER, "path", changed.getPath()), request.say(key, arguments));
    }

    private Reply page(int status, List<Refusal.Reason> problems) throws RepositoryException {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "nav",
                List.of(request.step(Paths.address(BROWSER, "path", node.getPath()), request.say("asset.title"))));
        model.put("name", name);
        model.put("about", node.getDepth() == 0 ? request.say("asset.title") : NodeTexts.title(node));
        model.put("typed", request.submission().text("name").strip());
        model.put("problems", problems);
        return request.page(status, "asset/dialog.ftl", model);
    }
}
