package org.efcpreview.authoring.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Upload;
import org.efcpreview.repository.Publication;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.User;

/**
 * The assets app: {@code /assets?path=/folder} shows a folder, {@code /assets?q=words} what a search found, and {@code
 * /assets/asset?path=/folder/file} a file. Each page's forms are sent to its own address and say in the field {@code do}
 * what is to be done.
 */
public final class AssetScreen implements Screen {
    private static final int LONGEST_TEXT = 5000;

    /** The texts of an asset that can be edited, as Magnolia's form has them ({@code dialogs/uploadAndEdit.yaml}). */
    private static final List<String> TEXTS = List.of("title", "caption", "description", "copyright");

    private final Views views;
    private final Publication publication;

    /** @param services whose publication carries assets to the public instance */
    public AssetScreen(Services services, Views views) {
        this.views = views;
        this.publication = services.publication();
    }

    /**
     * A folder.
     *
     * @param path its node's
     * @param name its node's
     * @param files how many files are in it, not counting those in its folders
     * @param status how it compares with what visitors see
     */
    public record Folder(String path, String name, long files, Stamps.Status status) {
        /** The address of its page, below that of the authoring UI. */
        public String screen() {
            return folderScreen(path);
        }
    }

    /** A text of an asset, as its form shows it. */
    public record Text(String name, String value, boolean wrong) {}

    /** Something that is wrong with what was sent: a message and the identifier of the field it is about. */
    public record Problem(String message, String field) {}

    @Override
    public Optional<Reply> answer(Request request) throws RepositoryException {
        Session dam = request.sessions().session(Assets.WORKSPACE);
        AssetContext context = new AssetContext(
                request,
                UiTexts.in(request.language()),
                dam,
                new Assets(dam, request.user().name()));
        String path = request.parameter("path");
        String what = request.sends() ? request.submission().text("do") : "";
        try {
            if (request.path().size() == 1) {
                return folder(context, path.isEmpty() ? "/" : path, what);
            }
            return request.path().size() == 2 && request.segment(1).equals("asset")
                    ? asset(context, path, what)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record AssetContext(Request request, UiTexts ui, Session dam, Assets assets) {
        boolean may(Node node, String action) throws RepositoryException {
            String path = node.getPath();
            return switch (action) {
                case Session.ACTION_REMOVE -> dam.hasPermission(path, action);
                case Session.ACTION_ADD_NODE -> dam.hasPermission((path.equals("/") ? "" : path) + "/new", action);
                default -> dam.hasPermission(path + "/mgnl:lastActivated", action);
            };
        }

        void must(Node node, String action) throws RepositoryException {
            if (!may(node, action)) {
                throw new AccessDeniedException(node.getPath());
            }
        }

        List<Problem> again(String field) {
            return request.again() ? List.of(new Problem(ui.get("asset.again"), field)) : List.of();
        }
    }

    private Optional<Reply> folder(AssetContext context, String path, String what)
            throws RepositoryException, IOException {
        Optional<Node> found = node(context, path);
        if (found.isEmpty()
                || found.get().isNodeType("mgnl:asset")
                || found.get().isNodeType("mgnl:deleted")) {
            return Optional.empty();
        }
        Node folder = found.get();
        return Optional.of(
                switch (what) {
                    case "" -> folderPage(context, 200, folder, "", List.of());
                    case "upload" -> upload(context, folder);
                    case "add" -> addFolder(context, folder);
                    case "delete" -> deleteFolder(context, folder);
                    case "publish", "unpublish" -> {
                        Optional<String> refused = publish(context, folder, what, folder.getName());
                        yield refused.isPresent()
                                ? folderPage(
                                        context, 422, folder, "", List.of(new Problem(refused.get(), "publication")))
                                : context.request().seeOther(folderScreen(path));
                    }
                    default -> views.problem(context.request(), 404, "not-found");
                });
    }

    private Reply upload(AssetContext context, Node folder) throws RepositoryException, IOException {
        List<Upload> uploads = context.request().submission().uploads().getOrDefault("files", List.of());
        if (uploads.isEmpty()) {
            List<Problem> again = context.again("files");
            return folderPage(
                    context,
                    422,
                    folder,
                    "",
                    again.isEmpty() ? List.of(new Problem(context.ui().get("asset.none-chosen"), "files")) : again);
        }
        context.must(folder, Session.ACTION_ADD_NODE);
        List<String> stored = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        for (Upload upload : uploads) {
            try {
                context.assets().store(folder.getPath(), upload);
                stored.add(Assets.name(upload.fileName()));
            } catch (RefusedFile e) {
                refused.add(new Problem(e.message(context.ui()), "files"));
            }
        }
        if (refused.isEmpty()) {
            return context.request()
                    .seeOther(
                            folderScreen(folder.getPath()),
                            context.ui().get("asset.uploaded", stored.size(), stored.get(0)));
        }
        if (!stored.isEmpty()) {
            context.request().notices().add(context.ui().get("asset.upload.some", String.join(", ", stored)));
        }
        return folderPage(context, 422, folder, "", refused);
    }

    private Reply addFolder(AssetContext context, Node folder) throws RepositoryException {
        String typed = context.request().submission().text("name").strip();
        List<Problem> again = context.again("name");
        String name = NodeNames.from(typed);
        if (!again.isEmpty()) {
            return folderPage(context, 422, folder, typed, again);
        } else if (name.isEmpty()) {
            return folderPage(
                    context,
                    422,
                    folder,
                    typed,
                    List.of(new Problem(context.ui().get("asset.folder.empty"), "name")));
        } else if (folder.hasNode(name)) {
            return folderPage(
                    context,
                    422,
                    folder,
                    typed,
                    List.of(new Problem(context.ui().get("asset.folder.taken", name), "name")));
        }
        context.must(folder, Session.ACTION_ADD_NODE);
        Node added = folder.addNode(name, "mgnl:folder");
        Stamps.created(added, context.request().user().name(), Calendar.getInstance());
        context.dam().save();
        return context.request()
                .seeOther(folderScreen(added.getPath()), context.ui().get("asset.folder.added", name));
    }

    private Reply deleteFolder(AssetContext context, Node folder) throws RepositoryException {
        if (folder.getDepth() == 0) {
            throw new AccessDeniedException(folder.getPath());
        }
        if (folder.hasNodes()) {
            return folderPage(
                    context, 422, folder, "", List.of(new Problem(context.ui().get("asset.delete.full"), "delete")));
        }
        String name = folder.getName();
        String parent = folder.getParent().getPath();
        remove(context, folder);
        return context.request().seeOther(folderScreen(parent), context.ui().get("asset.delete.done", name));
    }

    private Reply folderPage(AssetContext context, int status, Node folder, String typed, List<Problem> problems)
            throws RepositoryException {
        Request request = context.request();
        String words = request.sends() ? "" : request.parameter("q").strip();
        boolean searching = !words.isEmpty();
        List<Folder> folders = new ArrayList<>();
        for (NodeIterator nodes = folder.getNodes(); !searching && nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType("mgnl:folder") && !node.isNodeType("mgnl:deleted")) {
                folders.add(of(node, context));
            }
        }
        folders.sort(Comparator.comparing(Folder::name));
        boolean top = folder.getDepth() == 0;
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "title",
                searching ? context.ui().get("asset.title") : top ? context.ui().get("asset.title") : folder.getName());
        model.put("nav", way(context, folder));
        model.put("words", words);
        model.put("folders", folders);
        model.put(
                "assets",
                searching
                        ? context.assets().search(words, request.language())
                        : context.assets().list(folder.getPath(), request.language()));
        model.put("here", request.address(folderScreen(folder.getPath())));
        model.put("typed", typed);
        model.put("problems", problems);
        model.put("top", top);
        if (!top) {
            model.put("folder", of(folder, context));
        }
        boolean writable = !searching && context.may(folder, Session.ACTION_ADD_NODE);
        model.put("mayAdd", writable);
        model.put("mayChange", !searching && !top && context.may(folder, Session.ACTION_SET_PROPERTY));
        model.put("most", FileKind.MOST_BYTES / 1024 / 1024);
        return views.page(request, status, "asset/folder.ftl", model);
    }

    private Folder of(Node folder, AssetContext context) throws RepositoryException {
        return new Folder(
                folder.getPath(),
                folder.getName(),
                context.assets()
                        .list(folder.getPath(), context.request().language())
                        .size(),
                Stamps.status(folder));
    }

    private Optional<Reply> asset(AssetContext context, String path, String what)
            throws RepositoryException, IOException {
        Optional<Node> found = node(context, path);
        if (found.isEmpty() || !Assets.isAsset(found.get())) {
            return Optional.empty();
        }
        Node asset = found.get();
        return Optional.of(
                switch (what) {
                    case "" -> assetPage(context, 200, asset, stored(asset), List.of());
                    case "save" -> save(context, asset);
                    case "replace" -> replace(context, asset);
                    case "delete" -> deleteAsset(context, asset);
                    case "publish", "unpublish" -> {
                        Optional<String> refused =
                                publish(context, asset, what, Assets.of(asset).title());
                        yield refused.isPresent()
                                ? assetPage(
                                        context,
                                        422,
                                        asset,
                                        stored(asset),
                                        List.of(new Problem(refused.get(), "publication")))
                                : context.request().seeOther(assetScreen(path));
                    }
                    default -> views.problem(context.request(), 404, "not-found");
                });
    }

    private Reply save(AssetContext context, Node asset) throws RepositoryException {
        List<Text> typed = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(context.again("title"));
        for (String name : TEXTS) {
            String text = context.request()
                    .submission()
                    .text(name)
                    .replace("\r\n", "\n")
                    .strip();
            boolean wrong = text.length() > LONGEST_TEXT;
            if (wrong) {
                problems.add(new Problem(
                        context.ui().get("asset.text.long", context.ui().get("asset.text." + name), LONGEST_TEXT),
                        name));
            }
            typed.add(new Text(name, text, wrong));
        }
        if (!problems.isEmpty()) {
            return assetPage(context, 422, asset, typed, problems);
        }
        if (!context.request().submission().text("_base").equals(base(asset))) {
            return assetPage(
                    context, 409, asset, typed, List.of(new Problem(context.ui().get("asset.conflict"), "title")));
        }
        context.must(asset, Session.ACTION_SET_PROPERTY);
        for (Text text : typed) {
            if (!text.value().isEmpty()) {
                asset.setProperty(text.name(), text.value());
            } else if (asset.hasProperty(text.name())) {
                asset.getProperty(text.name()).remove();
            }
        }
        Stamps.modified(asset, context.request().user().name(), Calendar.getInstance());
        context.dam().save();
        return context.request()
                .seeOther(
                        assetScreen(asset.getPath()),
                        context.ui().get("asset.saved", Assets.of(asset).title()));
    }

    private Reply replace(AssetContext context, Node asset) throws RepositoryException, IOException {
        List<Upload> uploads = context.request().submission().uploads().getOrDefault("file", List.of());
        if (uploads.isEmpty()) {
            List<Problem> again = context.again("file");
            return assetPage(
                    context,
                    422,
                    asset,
                    stored(asset),
                    again.isEmpty() ? List.of(new Problem(context.ui().get("asset.none-chosen"), "file")) : again);
        }
        context.must(asset, Session.ACTION_SET_PROPERTY);
        try {
            context.assets().replace(asset.getPath(), uploads.get(0));
        } catch (RefusedFile e) {
            return assetPage(context, 422, asset, stored(asset), List.of(new Problem(e.message(context.ui()), "file")));
        }
        return context.request()
                .seeOther(
                        assetScreen(asset.getPath()),
                        context.ui().get("asset.replaced", Assets.of(asset).title()));
    }

    private Reply deleteAsset(AssetContext context, Node asset) throws RepositoryException {
        List<Uses.Use> uses = Uses.of(asset, context.request().sessions());
        if (!uses.isEmpty()) {
            return assetPage(
                    context,
                    422,
                    asset,
                    stored(asset),
                    List.of(new Problem(context.ui().get("asset.delete.used"), "delete")));
        }
        String title = Assets.of(asset).title();
        String parent = asset.getParent().getPath();
        remove(context, asset);
        return context.request().seeOther(folderScreen(parent), context.ui().get("asset.delete.done", title));
    }

    /** Visitors lose it first: were it gone from here alone, nobody could take it from them any more. */
    private void remove(AssetContext context, Node node) throws RepositoryException {
        context.must(node, Session.ACTION_REMOVE);
        if (Stamps.status(node) != Stamps.Status.UNPUBLISHED) {
            publication.unpublish(
                    Assets.WORKSPACE, node.getPath(), context.request().user());
            context.dam().refresh(false);
        }
        node.remove();
        context.dam().save();
    }

    private Reply assetPage(AssetContext context, int status, Node node, List<Text> texts, List<Problem> problems)
            throws RepositoryException {
        Map<String, Object> model = new LinkedHashMap<>();
        Assets.Asset asset = Assets.of(node);
        model.put("asset", asset);
        model.put("nav", way(context, node));
        model.put("texts", texts);
        model.put("problems", problems);
        model.put("base_", base(node));
        model.put("here", context.request().address(assetScreen(node.getPath())));
        model.put("mayChange", context.may(node, Session.ACTION_SET_PROPERTY));
        model.put("mayRemove", context.may(node, Session.ACTION_REMOVE));
        model.put("uses", Uses.of(node, context.request().sessions()));
        model.put("most", FileKind.MOST_BYTES / 1024 / 1024);
        return views.page(context.request(), status, "asset/asset.ftl", model);
    }

    /** Publishes, or takes back; the reason if it cannot be done. */
    private Optional<String> publish(AssetContext context, Node node, String what, String title)
            throws RepositoryException {
        context.must(node, Session.ACTION_SET_PROPERTY);
        User user = context.request().user();
        if (what.equals("unpublish")) {
            publication.unpublish(Assets.WORKSPACE, node.getPath(), user);
            context.request().notices().add(context.ui().get("asset.unpublish.done", title));
            return Optional.empty();
        }
        for (Node parent = node.getParent(); parent.getDepth() > 0; parent = parent.getParent()) {
            if (Stamps.status(parent) == Stamps.Status.UNPUBLISHED) {
                return Optional.of(context.ui().get("asset.publish.parent", parent.getName()));
            }
        }
        publication.publish(Assets.WORKSPACE, node.getPath(), false, user);
        context.request().notices().add(context.ui().get("asset.publish.done", title));
        return Optional.empty();
    }

    private static List<Text> stored(Node asset) throws RepositoryException {
        List<Text> texts = new ArrayList<>();
        for (String name : TEXTS) {
            texts.add(new Text(name, Assets.text(asset, name), false));
        }
        return texts;
    }

    /** What a form is based on: another value later says that somebody else has saved since. */
    private static String base(Node asset) throws RepositoryException {
        return asset.hasProperty("mgnl:lastModified")
                ? String.valueOf(
                        asset.getProperty("mgnl:lastModified").getDate().getTimeInMillis())
                : "";
    }

    private static Optional<Node> node(AssetContext context, String path) {
        try {
            return path.startsWith("/") && context.dam().nodeExists(path)
                    ? Optional.of(context.dam().getNode(path))
                    : Optional.empty();
        } catch (RepositoryException | IllegalArgumentException e) {
            // No path at all; Jackrabbit has the latter for one that leads above the root.
            return Optional.empty();
        }
    }

    private static List<Map<String, String>> way(AssetContext context, Node node) throws RepositoryException {
        List<Map<String, String>> way = new ArrayList<>();
        for (Node above = node; above.getDepth() > 0; ) {
            above = above.getParent();
            String label = above.getDepth() == 0 ? context.ui().get("asset.title") : above.getName();
            way.add(0, Map.of("href", context.request().address(folderScreen(above.getPath())), "label", label));
        }
        return way;
    }

    private static String folderScreen(String path) {
        return path.equals("/") ? "/assets" : "/assets?path=" + Assets.encode(path);
    }

    /** The address of an asset's page, below that of the authoring UI. */
    static String assetScreen(String path) {
        return "/assets/asset?path=" + Assets.encode(path);
    }
}
