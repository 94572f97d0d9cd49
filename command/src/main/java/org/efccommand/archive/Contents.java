package org.efccommand.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.bag.Bag;
import org.efccommand.bag.BagWriter;
import org.efccommand.bag.Sha256;
import org.efccommand.content.FilePaths;
import org.efccommand.content.NodeConsumer;
import org.efccommand.content.NodeLines;
import org.efccommand.content.RepositoryReader;
import org.efccommand.content.StoredFiles;
import org.efccommand.preview.PreviewHome;
import org.efccommand.rest.Magnolia;
import org.efccommand.rest.MagnoliaReader;
import org.efcevents.journal.JournalStore;
import org.efcpreview.repository.OpenSessions;

/**
 * The content in a package: {@code content/<instance>/<workspace>.jsonl}. In it are the archive, its journal, the pictures and documents, and the
 * pages that show them; not users and their passwords, nor earlier versions of events.
 */
public final class Contents {

    /** Pictures and documents first, then whom events lead to, then the pages. */
    public static final List<String> WORKSPACES = List.of("dam", "efc-events", JournalStore.WORKSPACE, "website");

    private final BagWriter bag;
    private final Progress progress;
    private final FilePaths paths = new FilePaths();
    private final Map<String, String> media = new HashMap<>();

    /** Begins. */
    Contents(BagWriter bag, Progress progress) {
        this.bag = bag;
        this.progress = progress;
    }

    /** Where the nodes of a workspace are in a package. */
    public static String path(String instance, String workspace) {
        return "content/" + instance + "/" + workspace + ".jsonl";
    }

    /** The workspaces that a package has of an instance. */
    static List<String> workspaces(Bag bag, String instance) {
        return WORKSPACES.stream()
                .filter(workspace -> bag.has(path(instance, workspace)))
                .toList();
    }

    /** Hands over the nodes of a workspace of a package. */
    static void read(Bag bag, String instance, String workspace, NodeConsumer consumer) throws Failure, IOException {
        try {
            NodeLines.read(bag.file(path(instance, workspace)), consumer);
        } catch (RepositoryException e) {
            throw new Failure(Failure.BROKEN, e.getMessage(), e);
        }
    }

    static String digest(String text) throws IOException {
        return Sha256.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The files that are in the package: their paths by their SHA-256. */
    Map<String, String> media() {
        return media;
    }

    /**
     * Takes workspaces of a preview.
     *
     * @param which those that are wanted, as far as they are there
     */
    void take(PreviewHome home, Predicate<String> which) throws Failure, IOException {
        home.read(sessions -> {
            for (Map.Entry<String, OpenSessions> instance : sessions.entrySet()) {
                Session any = instance.getValue().session("default");
                for (String workspace : WORKSPACES) {
                    if (which.test(workspace) && PreviewHome.has(any, workspace)) {
                        Session session = instance.getValue().session(workspace);
                        write(instance.getKey(), workspace, lines -> new RepositoryReader(session, this::keep)
                                .read(lines));
                    }
                }
            }
            return null;
        });
    }

    /** Takes all out of a running Magnolia's author instance. */
    void take(Magnolia magnolia) throws Failure, IOException {
        for (String workspace : WORKSPACES) {
            if (magnolia.node(workspace, "/", 0).isPresent()) {
                write("author", workspace, lines -> new MagnoliaReader(magnolia, workspace, this::keep).read(lines));
            }
        }
    }

    private interface Reading {
        void into(NodeConsumer lines) throws RepositoryException, IOException, Failure;
    }

    private void write(String instance, String workspace, Reading reading) throws Failure, IOException {
        progress.begin("Content of " + workspace + " (" + instance + ")");
        try (NodeLines lines = new NodeLines(bag.add(path(instance, workspace)))) {
            reading.into(node -> {
                lines.accept(node);
                progress.step();
            });
        } catch (RepositoryException e) {
            throw new Failure(Failure.BROKEN, e.getMessage(), e);
        }
    }

    /** The same content is in the package once. */
    private StoredFiles.Kept keep(String wanted, StoredFiles.Content content) throws IOException, RepositoryException {
        String digest = content.digest();
        if (!media.containsKey(digest)) {
            String path = paths.unique(wanted);
            try (InputStream stream = content.open()) {
                bag.add(path, stream);
            }
            media.put(digest, path);
        }
        return new StoredFiles.Kept(media.get(digest), digest);
    }
}
