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
import org.efcpreview.authoring.Premises;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.Visit;
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

    /** @param premises whose publication carries assets to the public instance */
    public AssetScreen(Premises premises, Views views) {
        this.views = views;
        this.publication = premises.publication();
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
    public Optional<Reply> answer(Visit visit) throws RepositoryException {
        Session dam = visit.sessions().session(Assets.WORKSPACE);
        Request request = new Request(
                visit,
                UiTexts.in(visit.language()),
                dam,
                new Assets(dam, visit.user().name()));
        String path = visit.parameter("path");
        String what = visit.sends() ? visit.submission().text("do") : "";
        try {
            if (visit.path().size() == 1) {
                return folder(request, path.isEmpty() ? "/" : path, what);
            }
            return visit.path().size() == 2 && visit.segment(1).equals("asset")
                    ? asset(request, path, what)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Request(Visit visit, UiTexts ui, Session dam, Assets assets) {
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
            return visit.again() ? List.of(new Problem(ui.get("asset.again"), field)) : List.of();
        }
    }

    private Optional<Reply> folder(Request request, String path, String what) throws RepositoryException, IOException {
        Optional<Node> found = node(request, path);
        if (found.isEmpty()
                || found.get().isNodeType("mgnl:asset")
                || found.get().isNodeType("mgnl:deleted")) {
            return Optional.empty();
        }
        Node folder = found.get();
        return Optional.of(
                switch (what) {
                    case "" -> folderPage(request, 200, folder, "", List.of());
                    case "upload" -> upload(request, folder);
                    case "add" -> addFolder(request, folder);
                    case "delete" -> deleteFolder(request, folder);
                    case "publish", "unpublish" -> {
                        Optional<String> refused = publish(request, folder, what, folder.getName());
                        yield refused.isPresent()
                                ? folderPage(
                                        request, 422, folder, "", List.of(new Problem(refused.get(), "publication")))
                                : request.visit().seeOther(folderScreen(path));
                    }
                    default -> views.problem(request.visit(), 404, "not-found");
                });
    }

    private Reply upload(Request request, Node folder) throws RepositoryException, IOException {
        List<Upload> uploads = request.visit().submission().uploads().getOrDefault("files", List.of());
        if (uploads.isEmpty()) {
            List<Problem> again = request.again("files");
            return folderPage(
                    request,
                    422,
                    folder,
                    "",
                    again.isEmpty() ? List.of(new Problem(request.ui().get("asset.none-chosen"), "files")) : again);
        }
        request.must(folder, Session.ACTION_ADD_NODE);
        List<String> stored = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        for (Upload upload : uploads) {
            try {
                request.assets().store(folder.getPath(), upload);
                stored.add(Assets.name(upload.fileName()));
            } catch (RefusedFile e) {
                refused.add(new Problem(e.message(request.ui()), "files"));
            }
        }
        if (refused.isEmpty()) {
            return request.visit()
                    .seeOther(
                            folderScreen(folder.getPath()),
                            request.ui().get("asset.uploaded", stored.size(), stored.get(0)));
        }
        if (!stored.isEmpty()) {
            request.visit().notices().add(request.ui().get("asset.upload.some", String.join(", ", stored)));
        }
        return folderPage(request, 422, folder, "", refused);
    }

    private Reply addFolder(Request request, Node folder) throws RepositoryException {
        String typed = request.visit().submission().text("name").strip();
        List<Problem> again = request.again("name");
        String name = NodeNames.from(typed);
        if (!again.isEmpty()) {
            return folderPage(request, 422, folder, typed, again);
        } else if (name.isEmpty()) {
            return folderPage(
                    request,
                    422,
                    folder,
                    typed,
                    List.of(new Problem(request.ui().get("asset.folder.empty"), "name")));
        } else if (folder.hasNode(name)) {
            return folderPage(
                    request,
                    422,
                    folder,
                    typed,
                    List.of(new Problem(request.ui().get("asset.folder.taken", name), "name")));
        }
        request.must(folder, Session.ACTION_ADD_NODE);
        Node added = folder.addNode(name, "mgnl:folder");
        Stamps.created(added, request.visit().user().name(), Calendar.getInstance());
        request.dam().save();
        return request.visit()
                .seeOther(folderScreen(added.getPath()), request.ui().get("asset.folder.added", name));
    }

    private Reply deleteFolder(Request request, Node folder) throws RepositoryException {
        if (folder.getDepth() == 0) {
            throw new AccessDeniedException(folder.getPath());
        }
        if (folder.hasNodes()) {
            return folderPage(
                    request, 422, folder, "", List.of(new Problem(request.ui().get("asset.delete.full"), "delete")));
        }
        String name = folder.getName();
        String parent = folder.getParent().getPath();
        remove(request, folder);
        return request.visit().seeOther(folderScreen(parent), request.ui().get("asset.delete.done", name));
    }

    private Reply folderPage(Request request, int status, Node folder, String typed, List<Problem> problems)
            throws RepositoryException {
        Visit visit = request.visit();
        String words = visit.sends() ? "" : visit.parameter("q").strip();
        boolean searching = !words.isEmpty();
        List<Folder> folders = new ArrayList<>();
        for (NodeIterator nodes = folder.getNodes(); !searching && nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType("mgnl:folder") && !node.isNodeType("mgnl:deleted")) {
                folders.add(of(node, request));
            }
        }
        folders.sort(Comparator.comparing(Folder::name));
        boolean top = folder.getDepth() == 0;
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "title",
                searching ? request.ui().get("asset.title") : top ? request.ui().get("asset.title") : folder.getName());
        model.put("nav", way(request, folder));
        model.put("words", words);
        model.put("folders", folders);
        model.put(
                "assets",
                searching
                        ? request.assets().search(words, visit.language())
                        : request.assets().list(folder.getPath(), visit.language()));
        model.put("here", visit.address(folderScreen(folder.getPath())));
        model.put("typed", typed);
        model.put("problems", problems);
        model.put("top", top);
        if (!top) {
            model.put("folder", of(folder, request));
        }
        boolean writable = !searching && request.may(folder, Session.ACTION_ADD_NODE);
        model.put("mayAdd", writable);
        model.put("mayChange", !searching && !top && request.may(folder, Session.ACTION_SET_PROPERTY));
        model.put("most", FileKind.MOST_BYTES / 1024 / 1024);
        return views.page(visit, status, "asset/folder.ftl", model);
    }

    private Folder of(Node folder, Request request) throws RepositoryException {
        return new Folder(
                folder.getPath(),
                folder.getName(),
                request.assets()
                        .list(folder.getPath(), request.visit().language())
                        .size(),
                Stamps.status(folder));
    }

    private Optional<Reply> asset(Request request, String path, String what) throws RepositoryException, IOException {
        Optional<Node> found = node(request, path);
        if (found.isEmpty() || !Assets.isAsset(found.get())) {
            return Optional.empty();
        }
        Node asset = found.get();
        return Optional.of(
                switch (what) {
                    case "" -> assetPage(request, 200, asset, stored(asset), List.of());
                    case "save" -> save(request, asset);
                    case "replace" -> replace(request, asset);
                    case "delete" -> deleteAsset(request, asset);
                    case "publish", "unpublish" -> {
                        Optional<String> refused =
                                publish(request, asset, what, Assets.of(asset).title());
                        yield refused.isPresent()
                                ? assetPage(
                                        request,
                                        422,
                                        asset,
                                        stored(asset),
                                        List.of(new Problem(refused.get(), "publication")))
                                : request.visit().seeOther(assetScreen(path));
                    }
                    default -> views.problem(request.visit(), 404, "not-found");
                });
    }

    private Reply save(Request request, Node asset) throws RepositoryException {
        List<Text> typed = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(request.again("title"));
        for (String name : TEXTS) {
            String text = request.visit()
                    .submission()
                    .text(name)
                    .replace("\r\n", "\n")
                    .strip();
            boolean wrong = text.length() > LONGEST_TEXT;
            if (wrong) {
                problems.add(new Problem(
                        request.ui().get("asset.text.long", request.ui().get("asset.text." + name), LONGEST_TEXT),
                        name));
            }
            typed.add(new Text(name, text, wrong));
        }
        if (!problems.isEmpty()) {
            return assetPage(request, 422, asset, typed, problems);
        }
        if (!request.visit().submission().text("_base").equals(base(asset))) {
            return assetPage(
                    request, 409, asset, typed, List.of(new Problem(request.ui().get("asset.conflict"), "title")));
        }
        request.must(asset, Session.ACTION_SET_PROPERTY);
        for (Text text : typed) {
            if (!text.value().isEmpty()) {
                asset.setProperty(text.name(), text.value());
            } else if (asset.hasProperty(text.name())) {
                asset.getProperty(text.name()).remove();
            }
        }
        Stamps.modified(asset, request.visit().user().name(), Calendar.getInstance());
        request.dam().save();
        return request.visit()
                .seeOther(
                        assetScreen(asset.getPath()),
                        request.ui().get("asset.saved", Assets.of(asset).title()));
    }

    private Reply replace(Request request, Node asset) throws RepositoryException, IOException {
        List<Upload> uploads = request.visit().submission().uploads().getOrDefault("file", List.of());
        if (uploads.isEmpty()) {
            List<Problem> again = request.again("file");
            return assetPage(
                    request,
                    422,
                    asset,
                    stored(asset),
                    again.isEmpty() ? List.of(new Problem(request.ui().get("asset.none-chosen"), "file")) : again);
        }
        request.must(asset, Session.ACTION_SET_PROPERTY);
        try {
            request.assets().replace(asset.getPath(), uploads.get(0));
        } catch (RefusedFile e) {
            return assetPage(request, 422, asset, stored(asset), List.of(new Problem(e.message(request.ui()), "file")));
        }
        return request.visit()
                .seeOther(
                        assetScreen(asset.getPath()),
                        request.ui().get("asset.replaced", Assets.of(asset).title()));
    }

    private Reply deleteAsset(Request request, Node asset) throws RepositoryException {
        List<Uses.Use> uses = Uses.of(asset, request.visit().sessions());
        if (!uses.isEmpty()) {
            return assetPage(
                    request,
                    422,
                    asset,
                    stored(asset),
                    List.of(new Problem(request.ui().get("asset.delete.used"), "delete")));
        }
        String title = Assets.of(asset).title();
        String parent = asset.getParent().getPath();
        remove(request, asset);
        return request.visit().seeOther(folderScreen(parent), request.ui().get("asset.delete.done", title));
    }

    /** Visitors lose it first: were it gone from here alone, nobody could take it from them any more. */
    private void remove(Request request, Node node) throws RepositoryException {
        request.must(node, Session.ACTION_REMOVE);
        if (Stamps.status(node) != Stamps.Status.UNPUBLISHED) {
            publication.unpublish(
                    Assets.WORKSPACE, node.getPath(), request.visit().user());
            request.dam().refresh(false);
        }
        node.remove();
        request.dam().save();
    }

    private Reply assetPage(Request request, int status, Node node, List<Text> texts, List<Problem> problems)
            throws RepositoryException {
        Map<String, Object> model = new LinkedHashMap<>();
        Assets.Asset asset = Assets.of(node);
        model.put("asset", asset);
        model.put("nav", way(request, node));
        model.put("texts", texts);
        model.put("problems", problems);
        model.put("base_", base(node));
        model.put("here", request.visit().address(assetScreen(node.getPath())));
        model.put("mayChange", request.may(node, Session.ACTION_SET_PROPERTY));
        model.put("mayRemove", request.may(node, Session.ACTION_REMOVE));
        model.put("uses", Uses.of(node, request.visit().sessions()));
        model.put("most", FileKind.MOST_BYTES / 1024 / 1024);
        return views.page(request.visit(), status, "asset/asset.ftl", model);
    }

    /** Publishes, or takes back; the reason if it cannot be done. */
    private Optional<String> publish(Request request, Node node, String what, String title) throws RepositoryException {
        request.must(node, Session.ACTION_SET_PROPERTY);
        User user = request.visit().user();
        if (what.equals("unpublish")) {
            publication.unpublish(Assets.WORKSPACE, node.getPath(), user);
            request.visit().notices().add(request.ui().get("asset.unpublish.done", title));
            return Optional.empty();
        }
        for (Node parent = node.getParent(); parent.getDepth() > 0; parent = parent.getParent()) {
            if (Stamps.status(parent) == Stamps.Status.UNPUBLISHED) {
                return Optional.of(request.ui().get("asset.publish.parent", parent.getName()));
            }
        }
        publication.publish(Assets.WORKSPACE, node.getPath(), false, user);
        request.visit().notices().add(request.ui().get("asset.publish.done", title));
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

    private static Optional<Node> node(Request request, String path) {
        try {
            return path.startsWith("/") && request.dam().nodeExists(path)
                    ? Optional.of(request.dam().getNode(path))
                    : Optional.empty();
        } catch (RepositoryException | IllegalArgumentException e) {
            // No path at all; Jackrabbit has the latter for one that leads above the root.
            return Optional.empty();
        }
    }

    private static List<Map<String, String>> way(Request request, Node node) throws RepositoryException {
        List<Map<String, String>> way = new ArrayList<>();
        for (Node above = node; above.getDepth() > 0; ) {
            above = above.getParent();
            String label = above.getDepth() == 0 ? request.ui().get("asset.title") : above.getName();
            way.add(0, Map.of("href", request.visit().address(folderScreen(above.getPath())), "label", label));
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
