package org.efcevents.imports;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.asset.AssetFolder;
import org.efcevents.source.StatedFile;

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
     * Gives a new event its files.
     *
     * @param stated those that its source states
     */
    void write(Node event, Iterable<StatedFile> stated) throws RepositoryException {
        if (files == null) {
            return;
        }
        Set<String> keys = new HashSet<>();
        for (StatedFile file : stated) {
            Optional<SavedFiles.Content> content = files.content(file);
            if (content.isPresent()) {
                // Without words of its own, what stands for a picture is the end of its address.
                String address = file.address().replaceFirst("(?s)[?#].*", "");
                String title = address.endsWith(file.title()) ? "" : file.title();
                String key = folder.put(
                        content.get().bytes(),
                        content.get().path(),
                        content.get().kind(),
                        title);
                if (keys.add(key)) {
                    write(event, file.kind(), key, title);
                }
            }
        }
    }

    private static void write(Node event, StatedFile.Kind kind, String key, String title) throws RepositoryException {
        boolean picture = kind == StatedFile.Kind.PICTURE;
        String list = picture ? "gallery" : "documents";
        Node all = event.hasNode(list) ? event.getNode(list) : event.addNode(list, "mgnl:contentNode");
        Node entry = all.addNode(list + all.getNodes().getSize(), "mgnl:contentNode");
        entry.setProperty(picture ? "image" : "asset", key);
        if (!title.isEmpty()) {
            entry.setProperty(picture ? "alt" : "title", title);
        }
    }
}
