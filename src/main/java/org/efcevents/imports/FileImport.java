package org.efcevents.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.asset.AssetFolder;
import org.efcevents.source.StatedFile;
import org.efcevents.undo.Editing;

/** Gives events the pictures and documents that came with their source. Nothing is saved. */
public final class FileImport {

    /** Gives them none. */
    public static final FileImport NONE = new FileImport(null, null);

    private final SavedFiles files;
    private final AssetFolder folder;

    /**
     * Begins.
     *
     * @param folder where files are put
     */
    public FileImport(SavedFiles files, AssetFolder folder) {
        this.files = files;
        this.folder = folder;
    }

    /** Whether an event gets a file. */
    boolean has(StatedFile file) {
        return files != null && files.state(file) == SavedFiles.State.HERE;
    }

    /**
     * Gives an event files, besides those that it has.
     *
     * @param stated those that its source states
     */
    void write(Editing editing, Node event, List<StatedFile> stated) throws RepositoryException {
        if (files == null) {
            return;
        }
        for (StatedFile.Kind kind : StatedFile.Kind.values()) {
            List<StatedFile> here = stated.stream()
                    .filter(file -> file.kind() == kind && has(file))
                    .toList();
            if (!here.isEmpty()) {
                editing.rewrite(event, list(kind), all -> write(all, here));
            }
        }
    }

    private void write(Node all, List<StatedFile> here) throws RepositoryException {
        Set<String> keys = new HashSet<>();
        for (StatedFile file : here) {
            SavedFiles.Content content = files.content(file).orElseThrow();
            String key = folder.put(content.bytes(), content.path(), content.kind(), file.called());
            if (keys.add(key)) {
                write(all, file.kind(), key, file.called());
            }
        }
    }

    /** The name of the node that has the files of a kind. */
    static String list(StatedFile.Kind kind) {
        return kind == StatedFile.Kind.PICTURE ? "gallery" : "documents";
    }

    private static void write(Node all, StatedFile.Kind kind, String key, String title) throws RepositoryException {
        boolean picture = kind == StatedFile.Kind.PICTURE;
        long number = all.getNodes().getSize();
        while (all.hasNode(list(kind) + number)) {
            number++;
        }
        Node entry = all.addNode(list(kind) + number, "mgnl:contentNode");
        entry.setProperty(picture ? "image" : "asset", key);
        if (!title.isEmpty()) {
            entry.setProperty(picture ? "alt" : "title", title);
        }
    }
}
