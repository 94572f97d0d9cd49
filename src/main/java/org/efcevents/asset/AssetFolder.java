package org.efcevents.asset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.http.Digest;
import org.efcevents.pagetext.WordForms;
import org.efcevents.savedpage.FileKind;

/**
 * A folder in Magnolia's DAM that gets the files of what is imported, with the rights of the editor who imports it. They lie there as Magnolia's
 * own upload puts them ({@code info.magnolia.dam.app.action.upload.bulk.dialog.JcrAsyncUploader}). A file that the folder has already, byte for
 * byte, is not put there again.
 */
public final class AssetFolder {

    /** Where there is a folder for each thing that was imported. */
    public static final String ROOT = "/efc-events-imports";

    private static final String WRITE = Session.ACTION_ADD_NODE + "," + Session.ACTION_SET_PROPERTY;

    private static final String CONTENT = "jcr:content";

    private static final int LONGEST_NAME = 100;

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._()+-]+");

    private final Session session;
    private final String path;
    private final String user;
    private final Calendar now;
    /** The paths of assets and folders that were not there. */
    private final List<String> made = new ArrayList<>();

    /** Of all files that are there, by what they hold; null until it is asked for. */
    private Map<Digest, String> keys;

    /**
     * Makes none: only the first file does.
     *
     * @param session of the workspace {@code dam}, the editor's, with nothing in it that is not saved
     * @param name see {@link #path(String, String)}
     * @param user the name of the editor
     * @param now when all is put there
     */
    public AssetFolder(Session session, String name, String user, Calendar now) {
        this.session = session;
        this.path = ROOT + "/" + name;
        this.user = user;
        this.now = now;
    }

    /**
     * The name of a folder.
     *
     * @param title what people know the thing by that is imported
     * @param id what tells it from others, in letters and digits
     */
    public static String name(String title, String id) {
        String slug = WordForms.key(title).replace(' ', '-');
        return (slug.length() > LONGEST_NAME ? slug.substring(0, LONGEST_NAME) : slug).replaceAll("^-+|-+$", "")
                + (slug.isEmpty() ? "" : "-")
                + id;
    }

    /** Where it is. */
    public String path() {
        return path;
    }

    /** Whether the editor may put files there, and the folder where it must be. */
    public boolean isOpen() throws RepositoryException {
        return (session.nodeExists(ROOT) || session.hasPermission(ROOT, WRITE))
                && (session.nodeExists(path) || session.hasPermission(path, WRITE))
                && session.hasPermission(path + "/file", WRITE)
                && session.hasPermission(path + "/file/" + CONTENT, WRITE);
    }

    /**
     * Puts a file there. Nothing is saved.
     *
     * @param called what it was called, which may be anything
     * @param kind what it is
     * @param title what people call it; empty if that is not known
     * @return the key by which content refers to it
     */
    public String put(byte[] content, String called, FileKind kind, String title) throws RepositoryException {
        Node folder = folder(folder(session.getRootNode(), ROOT), path);
        if (keys == null) {
            keys = keys(folder);
        }
        Digest digest = Digest.of(content);
        if (keys.containsKey(digest)) {
            return keys.get(digest);
        }
        String base = base(called);
        Node asset = folder.addNode(freeName(folder, base, kind.extension()), "mgnl:asset");
        made.add(asset.getPath());
        asset.setProperty("name", base);
        if (!title.isEmpty()) {
            asset.setProperty("title", title);
        }
        Node file = asset.addNode(CONTENT, "mgnl:resource");
        Binary data = session.getValueFactory().createBinary(new ByteArrayInputStream(content));
        file.setProperty("jcr:data", data);
        data.dispose();
        file.setProperty("fileName", base + "." + kind.extension());
        file.setProperty("extension", kind.extension());
        file.setProperty("size", content.length);
        file.setProperty("jcr:mimeType", kind.mediaType());
        if (kind.isPicture()) {
            file.setProperty("width", kind.width());
            file.setProperty("height", kind.height());
        }
        stamp(asset);
        stamp(file);
        keys.put(digest, key(asset));
        return key(asset);
    }

    private static String key(Node asset) throws RepositoryException {
        return "jcr:" + asset.getIdentifier();
    }

    private static Map<Digest, String> keys(Node folder) throws RepositoryException {
        Map<Digest, String> keys = new HashMap<>();
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            Node asset = nodes.nextNode();
            String data = CONTENT + "/jcr:data";
            if (asset.isNodeType("mgnl:asset") && !asset.isNodeType("mgnl:deleted") && asset.hasProperty(data)) {
                try (InputStream content = asset.getProperty(data).getBinary().getStream()) {
                    keys.put(Digest.of(content.readAllBytes()), key(asset));
                } catch (IOException e) {
                    throw new RepositoryException("The file " + asset.getPath() + " cannot be read", e);
                }
            }
        }
        return keys;
    }

    private Node folder(Node parent, String at) throws RepositoryException {
        if (session.nodeExists(at)) {
            return session.getNode(at);
        }
        Node folder = parent.addNode(at.substring(at.lastIndexOf('/') + 1), "mgnl:folder");
        made.add(folder.getPath());
        stamp(folder);
        return folder;
    }

    private void stamp(Node node) throws RepositoryException {
        node.setProperty("mgnl:created", now);
        node.setProperty("mgnl:createdBy", user);
        node.setProperty("mgnl:lastModified", now);
        node.setProperty("mgnl:lastModifiedBy", user);
    }

    /** Without folders, its ending and what file systems and addresses refuse. */
    private static String base(String called) {
        String name = called.substring(called.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        String base = NO_NAME.matcher(name).replaceAll("-").replaceAll("^[ .-]+|[ .-]+$", "");
        if (base.length() > LONGEST_NAME) {
            base = base.substring(0, base.offsetByCodePoints(0, base.codePointCount(0, LONGEST_NAME)));
        }
        return base.isEmpty() ? "file" : base;
    }

    private static String freeName(Node folder, String base, String extension) throws RepositoryException {
        String slug = WordForms.key(base).replace(' ', '-');
        String stem = slug.isEmpty() ? "file" : slug;
        String name = stem + "." + extension;
        for (int number = 2; folder.hasNode(name); number++) {
            name = stem + "-" + number + "." + extension;
        }
        return name;
    }

    /** How many files were put there that were not there. */
    public int count() {
        return (int) made.stream().filter(one -> one.startsWith(path + "/")).count();
    }

    /** Keeps what was put there. */
    public void save() throws RepositoryException {
        session.save();
    }

    /** Removes what was put there, whether it was saved or not; what was there before stays. */
    public void takeOut() throws RepositoryException {
        session.refresh(false);
        // Folders come before what is in them.
        for (int i = made.size() - 1; i >= 0; i--) {
            if (session.nodeExists(made.get(i))) {
                session.getNode(made.get(i)).remove();
            }
        }
        if (session.hasPendingChanges()) {
            session.save();
        }
    }
}
