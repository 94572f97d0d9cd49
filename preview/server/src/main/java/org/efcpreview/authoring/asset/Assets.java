package org.efcpreview.authoring.asset;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcevents.savedpage.FileKind;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.http.Upload;
import org.efcpreview.repository.Stamps;

/**
 * Stores files in the asset app, as Magnolia's own upload of several files does ({@code
 * info.magnolia.dam.app.action.upload.bulk.dialog.JcrAsyncUploader}).
 *
 * @param dam the user's session in {@link Asset#WORKSPACE}
 * @param user whose name the changes bear
 */
record Assets(Session dam, String user) {
    private static final String DEFAULT_NAME = "file";
    private static final int LONGEST_NAME = 100;

    /**
     * Stores a file and saves the session.
     *
     * @param upload what was sent; its type follows from its content, its name is cleaned and made unique
     * @throws Refusal if it is of a kind that is not taken, damaged or too large; nothing of it has been stored
     * @throws RepositoryException if the user may not write there
     */
    void store(Node folder, Upload upload) throws Refusal, IOException, RepositoryException {
        String sent = name(upload.fileName());
        FileKind kind = TakenFile.kind(upload, sent);
        Optional<Node> same = same(folder, upload);
        if (same.isPresent()) {
            throw new Refusal("asset.refused.there", sent, same.get().getPath());
        }
        String base = base(sent);
        String plain = StringUtils.defaultIfEmpty(NodeNames.from(base), DEFAULT_NAME);
        String name = plain + "." + kind.extension();
        for (int i = 2; folder.hasNode(name); i++) {
            name = plain + "-" + i + "." + kind.extension();
        }
        Node asset = folder.addNode(name, "mgnl:asset");
        asset.setProperty("name", base);
        write(asset, upload, base, kind);
    }

    /** The asset of a folder that has the content already. */
    private static Optional<Node> same(Node folder, Upload upload) throws IOException, RepositoryException {
        for (Node asset : JcrUtils.getChildNodes(folder)) {
            if (Asset.is(asset) && JcrUtils.getLongProperty(asset, Asset.FILE + "/size", -1) == upload.size()) {
                try (InputStream sent = upload.content().open();
                        InputStream stored = JcrUtils.readFile(asset.getNode(Asset.FILE))) {
                    if (IOUtils.contentEquals(sent, stored)) {
                        return Optional.of(asset);
                    }
                }
            }
        }
        return Optional.empty();
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
        FileKind kind = TakenFile.kind(upload, sent);
        Asset old = new Asset(asset);
        if (!old.type().isEmpty() && old.isImage() != kind.isPicture()) {
            throw new Refusal(old.isImage() ? "asset.refused.no-image" : "asset.refused.no-document", sent);
        }
        write(asset, upload, base(sent), kind);
    }

    private void write(Node asset, Upload upload, String base, FileKind kind) throws IOException, RepositoryException {
        try (InputStream in = upload.content().open()) {
            Node file = JcrUtils.getOrAddNode(asset, Asset.FILE, "mgnl:resource");
            Binary binary = dam.getValueFactory().createBinary(in);
            file.setProperty("jcr:data", binary);
            binary.dispose();
            file.setProperty("fileName", base + "." + kind.extension());
            file.setProperty("extension", kind.extension());
            file.setProperty("size", upload.size());
            file.setProperty("jcr:mimeType", kind.mediaType());
            if (kind.isPicture()) {
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
