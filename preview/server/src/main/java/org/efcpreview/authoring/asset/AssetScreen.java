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
import java.util.Set;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.content.ContentNodes;
import org.efcpreview.authoring.content.Lifecycle;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Upload;
import org.efcpreview.repository.Stamps;

/**
 * The assets app: {@code /assets?path=/folder} shows a folder, {@code /assets?q=words} what a search found, and {@code
 * /assets/asset?path=/folder/file} a file. Each page's forms are sent to its own address and say in the field {@code do}
 * what is to be done.
 */
public final class AssetScreen implements Screen {
    /** What can be done with a folder, as its page's forms call it. */
    private static final Set<String> WITH_FOLDERS = Set.of("upload", "add", "delete", "publish", "unpublish");

    /** What can be done with a file. */
    private static final Set<String> WITH_FILES = Set.of("save", "replace", "delete", "publish", "unpublish");

    /** What has something to be typed or chosen once more. */
    private static final Set<String> TYPED = Set.of("upload", "add", "save", "replace");

    /** The texts of an asset that can be edited, as Magnolia's form has them ({@code dialogs/uploadAndEdit.yaml}). */
    private static final List<String> TEXTS = List.of("title", "caption", "description", "copyright");

    private final Views views;
    private final Lifecycle lifecycle;

    /**
     * @param views prints the pages
     * @param lifecycle publishes
     */
    public AssetScreen(Views views, Lifecycle lifecycle) {
        this.views = views;
        this.lifecycle = lifecycle;
    }

    /** The root is one, too; what lies in a file is none. */
    private static boolean isFolder(Node node) throws RepositoryException {
        return node.getDepth() == 0 || node.isNodeType("mgnl:folder");
    }

    @Override
    public Optional<Reply> answer(Request request) throws RepositoryException {
        boolean file = request.path().equals(List.of("assets", "asset"));
        String path = request.parameter("path");
        Optional<Node> found =
                Paths.find(request.sessions().session(Assets.WORKSPACE), path.isEmpty() && !file ? "/" : path);
        String what = request.sends() ? request.submission().text("do") : "";
        if (request.path().size() > (file ? 2 : 1)
                || found.isEmpty()
                || found.get().isNodeType("mgnl:deleted")
                || !(file ? found.get().isNodeType("mgnl:asset") : isFolder(found.get()))
                || !what.isEmpty() && !(file ? WITH_FILES : WITH_FOLDERS).contains(what)) {
            return Optional.empty();
        }
        Node node = found.get();
        int status = 200;
        List<Refusal.Reason> problems = List.of();
        if (!what.isEmpty()) {
            try {
                return Optional.of(act(request, node, what));
            } catch (Refusal e) {
                status = e.status();
                problems = e.at(field(what)).reasons();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.of(
                file ? filePage(request, status, node, problems) : folderPage(request, status, node, problems));
    }

    /** The field at which a page says why something was not done. */
    private static String field(String what) {
        return switch (what) {
            case "upload" -> "files";
            case "add" -> "name";
            case "save" -> "title";
            case "replace" -> "file";
            case "delete" -> "delete";
            default -> "publication";
        };
    }

    private Reply act(Request request, Node node, String what) throws RepositoryException, IOException, Refusal {
        if (request.again() && TYPED.contains(what)) {
            throw new Refusal("asset.again");
        }
        if (node.getDepth() == 0 && !what.equals("upload") && !what.equals("add")) {
            throw new AccessDeniedException(node.getPath());
        }
        return switch (what) {
            case "upload" -> upload(request, node);
            case "add" -> addFolder(request, node);
            case "save" -> save(request, node);
            case "replace" -> {
                Upload upload = uploads(request, "file").get(0);
                must(node, Session.ACTION_SET_PROPERTY);
                assets(request).replace(node, upload);
                yield done(request, node, "asset.replaced", Assets.title(node));
            }
            case "delete" -> delete(request, node);
            default -> publish(request, node, what);
        };
    }

    private static Assets assets(Request request) throws RepositoryException {
        return new Assets(
                request.sessions().session(Assets.WORKSPACE), request.user().name());
    }

    private static boolean may(Node node, String action) throws RepositoryException {
        String path =
                switch (action) {
                    case Session.ACTION_REMOVE -> node.getPath();
                    case Session.ACTION_ADD_NODE -> Paths.within(node, "new");
                    default -> Paths.within(node, "mgnl:lastActivated");
                };
        return node.getSession().hasPermission(path, action);
    }

    private static void must(Node node, String action) throws RepositoryException {
        if (!may(node, action)) {
            throw new AccessDeniedException(node.getPath());
        }
    }

    private static Reply done(Request request, Node node, String key, Object... arguments) throws RepositoryException {
        return request.seeOther(screen(node), request.say(key, arguments));
    }

    private static List<Upload> uploads(Request request, String field) throws Refusal {
        List<Upload> uploads = request.submission().uploads().getOrDefault(field, List.of());
        if (uploads.isEmpty()) {
            throw new Refusal("asset.none-chosen");
        }
        return uploads;
    }

    private static Reply upload(Request request, Node folder) throws RepositoryException, IOException, Refusal {
        List<Upload> uploads = uploads(request, "files");
        must(folder, Session.ACTION_ADD_NODE);
        List<String> stored = new ArrayList<>();
        List<Refusal.Reason> refused = new ArrayList<>();
        for (Upload upload : uploads) {
            try {
                assets(request).store(folder, upload);
                stored.add(Assets.name(upload.fileName()));
            } catch (Refusal e) {
                refused.addAll(e.reasons());
            }
        }
        if (refused.isEmpty()) {
            return done(request, folder, "asset.uploaded", stored.size(), stored.get(0));
        }
        if (!stored.isEmpty()) {
            request.notices().add(request.say("asset.upload.some", String.join(", ", stored)));
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
        must(folder, Session.ACTION_ADD_NODE);
        Node added = folder.addNode(name, "mgnl:folder");
        Stamps.created(added, request.user().name(), Calendar.getInstance());
        added.getSession().save();
        return done(request, added, "asset.folder.added", name);
    }

    private static Reply save(Request request, Node asset) throws RepositoryException, Refusal {
        if (!request.submission().text("_base").equals(base(asset))) {
            throw new Refusal("asset.conflict").with(409);
        }
        must(asset, Session.ACTION_SET_PROPERTY);
        for (Map.Entry<String, String> text : texts(request, asset).entrySet()) {
            if (!text.getValue().isEmpty()) {
                asset.setProperty(text.getKey(), text.getValue());
            } else if (asset.hasProperty(text.getKey())) {
                asset.getProperty(text.getKey()).remove();
            }
        }
        Stamps.modified(asset, request.user().name(), Calendar.getInstance());
        asset.getSession().save();
        return done(request, asset, "asset.saved", Assets.title(asset));
    }

    /** Visitors lose it first: were it gone from here alone, nobody could take it from them any more. */
    private Reply delete(Request request, Node node) throws RepositoryException, Refusal {
        if (!Assets.isAsset(node) && node.hasNodes()) {
            throw new Refusal("asset.delete.full");
        }
        if (Assets.isAsset(node) && !Uses.of(node, request.sessions()).isEmpty()) {
            throw new Refusal("asset.delete.used");
        }
        must(node, Session.ACTION_REMOVE);
        String title = Assets.title(node);
        Node folder = node.getParent();
        if (Stamps.status(node) != Stamps.Status.UNPUBLISHED) {
            lifecycle.unpublish(List.of(node), request.user());
            node.getSession().refresh(false);
        }
        node.remove();
        folder.getSession().save();
        return done(request, folder, "asset.delete.done", title);
    }

    private Reply publish(Request request, Node node, String what) throws RepositoryException, Refusal {
        must(node, Session.ACTION_SET_PROPERTY);
        if (what.equals("unpublish")) {
            lifecycle.unpublish(List.of(node), request.user());
        } else {
            Optional<Node> folder = ContentNodes.unpublishedAncestor(node);
            if (folder.isPresent()) {
                throw new Refusal("asset.publish.parent", folder.get().getName());
            }
            lifecycle.publish(List.of(node), false, false, request.user());
        }
        return done(request, node, "asset." + what + ".done", Assets.title(node));
    }

    /**
     * A folder.
     *
     * @param files how many files are in it, not counting those in its folders
     * @param status how it compares with what visitors see
     */
    public record Folder(String name, String screen, long files, Stamps.Status status) {}

    private static Folder folder(Request request, Node folder) throws RepositoryException {
        int files = assets(request).list(folder.getPath(), request.language()).size();
        return new Folder(folder.getName(), screen(folder), files, Stamps.status(folder));
    }

    private Reply folderPage(Request request, int status, Node folder, List<Refusal.Reason> problems)
            throws RepositoryException {
        String words = request.sends() ? "" : request.parameter("q").strip();
        boolean searching = !words.isEmpty();
        boolean top = folder.getDepth() == 0;
        List<Folder> folders = new ArrayList<>();
        for (Node node : JcrUtils.getChildNodes(folder)) {
            if (!searching && node.isNodeType("mgnl:folder") && !node.isNodeType("mgnl:deleted")) {
                folders.add(folder(request, node));
            }
        }
        folders.sort(Comparator.comparing(Folder::name));
        Map<String, Object> model = model(request, folder, problems);
        model.put("title", searching ? request.say("asset.title") : label(request, folder));
        model.put("words", words);
        model.put("folders", folders);
        model.put(
                "assets",
                searching
                        ? assets(request).search(words, request.language())
                        : assets(request).list(folder.getPath(), request.language()));
        model.put("typed", request.submission().text("name").strip());
        model.put("top", top);
        if (!top) {
            model.put("folder", folder(request, folder));
        }
        model.put("mayAdd", !searching && may(folder, Session.ACTION_ADD_NODE));
        model.put("mayChange", !searching && !top && may(folder, Session.ACTION_SET_PROPERTY));
        return views.page(request, status, "asset/folder.ftl", model);
    }

    private Reply filePage(Request request, int status, Node node, List<Refusal.Reason> problems)
            throws RepositoryException {
        Map<String, Object> model = model(request, node, problems);
        model.put("asset", Assets.of(node));
        model.put("texts", texts(request, node));
        model.put("base_", base(node));
        model.put("mayChange", may(node, Session.ACTION_SET_PROPERTY));
        model.put("mayRemove", may(node, Session.ACTION_REMOVE));
        model.put("uses", Uses.of(node, request.sessions()));
        return views.page(request, status, "asset/asset.ftl", model);
    }

    private static Map<String, Object> model(Request request, Node node, List<Refusal.Reason> problems)
            throws RepositoryException {
        List<Map<String, String>> way = new ArrayList<>();
        for (Node above = node; above.getDepth() > 0; ) {
            above = above.getParent();
            way.add(0, request.step(screen(above), label(request, above)));
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", way);
        model.put("here", request.address(screen(node)));
        model.put("problems", problems);
        model.put("most", FileKind.MOST_BYTES / 1024 / 1024);
        return model;
    }

    private static String label(Request request, Node folder) throws RepositoryException {
        return folder.getDepth() == 0 ? request.say("asset.title") : folder.getName();
    }

    /** The texts of an asset by name: those that its form sent, or else those that are stored. */
    private static Map<String, String> texts(Request request, Node asset) throws RepositoryException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : TEXTS) {
            texts.put(
                    name,
                    request.submission().has(name)
                            ? request.submission()
                                    .text(name)
                                    .replace("\r\n", "\n")
                                    .strip()
                            : NodeTexts.first(asset, name));
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

    /** The address of a folder's or a file's page, below that of the authoring UI. */
    static String screen(Node node) throws RepositoryException {
        if (Assets.isAsset(node)) {
            return Assets.of(node).screen();
        }
        return node.getDepth() == 0 ? "/assets" : "/assets?path=" + Assets.encode(node.getPath());
    }
}
