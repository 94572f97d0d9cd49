package org.efcpreview.authoring.asset;

import java.io.IOException;
import java.io.InputStream;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.ValueFormatException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.content.Links;
import org.efcpreview.http.Upload;
import org.efcpreview.repository.Stamps;

/**
 * The files in the workspace {@code dam}, as a user may see and change them. They are stored as Magnolia's own upload of
 * several files stores them ({@code info.magnolia.dam.app.action.upload.bulk.dialog.JcrAsyncUploader}).
 */
public final class Assets {
    /** The workspace. */
    public static final String WORKSPACE = "dam";

    private static final String DEFAULT_NAME = "file";
    private static final int LONGEST_NAME = 100;
    private static final String FILE = "jcr:content";

    private final Session dam;
    private final String user;

    /**
     * @param dam the user's session in {@link #WORKSPACE}
     * @param user whose name the changes bear
     */
    public Assets(Session dam, String user) {
        this.dam = dam;
        this.user = user;
    }

    /**
     * A file.
     *
     * @param key what content refers to it by: {@code jcr:} and the identifier
     * @param path its node's
     * @param title what people call it: its title, or else the name of the file
     * @param fileName what it is downloaded as; empty if it has no content
     * @param type such as {@code image/png}; empty if it has no content
     * @param size in bytes
     * @param width in pixels; 0 if it is no image or nobody knows
     * @param height in pixels; 0 if it is no image or nobody knows
     * @param address of its content, below the instance's context path
     * @param status how it compares with what visitors see
     */
    public record Asset(
            String key,
            String path,
            String title,
            String fileName,
            String type,
            long size,
            long width,
            long height,
            String address,
            Stamps.Status status) {
        /** The address of all about it, below that of the authoring UI. */
        public String screen() {
            return Paths.address("/app/assets/item", "path", path);
        }

        /** Its size in thousands of bytes, rounded up. */
        public long kilobytes() {
            return (size + 999) / 1000;
        }

        /** Whether a page can show it. */
        public boolean isImage() {
            return type.startsWith("image/");
        }
    }

    /** Every file, by title in the language's order. */
    public List<Asset> all(Locale language) throws RepositoryException {
        List<Asset> found = new ArrayList<>();
        add(dam.getRootNode(), found);
        found.sort(Comparator.comparing(Asset::title, Collator.getInstance(language))
                .thenComparing(Asset::path));
        return found;
    }

    private static void add(Node folder, List<Asset> found) throws RepositoryException {
        for (Node node : JcrUtils.getChildNodes(folder)) {
            if (isAsset(node)) {
                found.add(of(node));
            } else if (node.isNodeType("mgnl:folder")) {
                add(node, found);
            }
        }
    }

    /** The file that content refers to. */
    public Optional<Asset> find(String key) throws RepositoryException {
        if (!key.startsWith("jcr:")) {
            return Optional.empty();
        }
        try {
            Node node = dam.getNodeByIdentifier(key.substring("jcr:".length()));
            return isAsset(node) ? Optional.of(of(node)) : Optional.empty();
        } catch (RepositoryException e) {
            // None of that identifier, or none that the user may see, or no identifier at all.
            return Optional.empty();
        }
    }

    /**
     * Stores a file and saves the session.
     *
     * @param upload what was sent; its type follows from its content, its name is cleaned and made unique
     * @throws Refusal if it is of a kind that is not taken, damaged or too large; nothing of it has been stored
     * @throws RepositoryException if the user may not write there
     */
    void store(Node folder, Upload upload) throws Refusal, IOException, RepositoryException {
        String sent = name(upload.fileName());
        FileKind kind = FileKind.of(upload, sent);
        String base = base(sent);
        String slug = NodeNames.from(base);
        String plain = slug.isEmpty() ? DEFAULT_NAME : slug;
        String name = plain + "." + kind.extension();
        for (int i = 2; folder.hasNode(name); i++) {
            name = plain + "-" + i + "." + kind.extension();
        }
        Node asset = folder.addNode(name, "mgnl:asset");
        asset.setProperty("name", base);
        write(asset, upload, base, kind);
    }

    /**
     * Gives an asset other content and saves the session. Its key, its place and its texts stay.
     *
     * @throws Refusal as {@link #store}; also if a picture would become a document or the reverse, since pages show it as
     *     what it was
     * @throws RepositoryException if the user may not write it
     */
    void replace(Node asset, Upload upload) throws Refusal, IOException, RepositoryException {
        String sent = name(upload.fileName());
        FileKind kind = FileKind.of(upload, sent);
        Asset old = of(asset);
        if (!old.type().isEmpty() && old.isImage() != kind.isImage()) {
            throw new Refusal(old.isImage() ? "asset.refused.no-image" : "asset.refused.no-document", sent);
        }
        write(asset, upload, base(sent), kind);
    }

    private void write(Node asset, Upload upload, String base, FileKind kind) throws IOException, RepositoryException {
        try (InputStream in = upload.content().open()) {
            Node file = JcrUtils.getOrAddNode(asset, FILE, "mgnl:resource");
            Binary binary = dam.getValueFactory().createBinary(in);
            file.setProperty("jcr:data", binary);
            binary.dispose();
            file.setProperty("fileName", base + "." + kind.extension());
            file.setProperty("extension", kind.extension());
            file.setProperty("size", upload.size());
            file.setProperty("jcr:mimeType", kind.mimeType());
            if (kind.isImage()) {
                file.setProperty("width", kind.width());
                file.setProperty("height", kind.height());
            }
            Calendar now = Calendar.getInstance();
            for (Node written : List.of(file, asset)) {
                if (asset.isNew()) {
                    Stamps.created(written, user, now);
                } else {
                    Stamps.modified(written, user, now);
                }
            }
            dam.save();
        } finally {
            dam.refresh(false);
        }
    }

    /** Whether a node is an asset that is not marked as deleted. */
    public static boolean isAsset(Node node) throws RepositoryException {
        return node.isNodeType("mgnl:asset") && !node.isNodeType("mgnl:deleted");
    }

    /** What there is to say of an asset. */
    public static Asset of(Node node) throws RepositoryException {
        String fileName = NodeTexts.first(node, FILE + "/fileName");
        String key = "jcr:" + node.getIdentifier();
        return new Asset(
                key,
                node.getPath(),
                title(node),
                fileName,
                NodeTexts.first(node, FILE + "/jcr:mimeType"),
                number(node, "size"),
                number(node, "width"),
                number(node, "height"),
                Links.file(key, fileName),
                Stamps.status(node));
    }

    /** What people call a node: its title, or else its name. */
    static String title(Node node) throws RepositoryException {
        String title = NodeTexts.first(node, "title", "name");
        return title.isEmpty() ? node.getName() : title;
    }

    private static long number(Node asset, String name) throws RepositoryException {
        try {
            return JcrUtils.getLongProperty(asset, FILE + "/" + name, 0);
        } catch (ValueFormatException e) {
            return 0;
        }
    }

    /** A name without what is no name: folders, characters that hide or turn text, and such as file systems refuse. */
    static String name(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*;%#&\\[\\]{}`$^']", "-")
                .replaceAll("\\p{Z}+", " ")
                .strip();
    }

    /** The name without its extension; never empty. */
    private static String base(String name) {
        String base = name.replaceFirst("\\.[^.]*$", "").replaceAll("^[. -]+|[. -]+$", "");
        if (base.length() > LONGEST_NAME) {
            base = base.substring(0, base.offsetByCodePoints(0, base.codePointCount(0, LONGEST_NAME)))
                    .strip();
        }
        return base.isEmpty() ? DEFAULT_NAME : base;
    }
}
