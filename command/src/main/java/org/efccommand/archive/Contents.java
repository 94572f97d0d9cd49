package org.efccommand.archive;

import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.efccommand.Progress;
import org.efccommand.bag.Bag;
import org.efccommand.bag.BagWriter;
import org.efccommand.content.FilePaths;
import org.efccommand.content.NodeLines;
import org.efccommand.content.Nodes;
import org.efccommand.content.StoredNode;
import org.efccommand.content.StoredProperty;
import org.efccommand.content.Workspace;
import org.efccommand.rest.Magnolia;
import org.efccommand.rest.MagnoliaReader;
import org.efcevents.journal.JournalStore;

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
    public static List<String> workspaces(Bag bag, String instance) {
        return WORKSPACES.stream()
                .filter(workspace -> bag.has(path(instance, workspace)))
                .toList();
    }

    /** The nodes of a workspace of a package. */
    public static Nodes of(Bag bag, String instance, String workspace) {
        return NodeLines.of(bag.file(path(instance, workspace)));
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
    void take(PreviewHome home, Predicate<String> which) throws Exception {
        home.read(sessions -> {
            for (String instance : PreviewHome.INSTANCES) {
                Set<String> there =
                        Set.of(sessions.of(instance, "default").getWorkspace().getAccessibleWorkspaceNames());
                for (String workspace : WORKSPACES) {
                    if (which.test(workspace) && there.contains(workspace)) {
                        write(instance, workspace, new Workspace(sessions.of(instance, workspace)));
                    }
                }
            }
            return null;
        });
    }

    /** Takes all out of a running Magnolia's author instance. */
    void take(Magnolia magnolia) throws Exception {
        for (String workspace : WORKSPACES) {
            if (magnolia.node(workspace, "/", 0).isPresent()) {
                write("author", workspace, new MagnoliaReader(magnolia, workspace));
            }
        }
    }

    private void write(String instance, String workspace, Nodes nodes) throws Exception {
        progress.begin("Content of " + workspace + " (" + instance + ")");
        try (SequenceWriter lines = NodeLines.to(bag.add(path(instance, workspace)))) {
            nodes.each(node -> {
                lines.write(node.with(property -> property.isBinary() ? kept(workspace, node, property) : property));
                progress.step();
            });
        }
    }

    /** The same content is in the package once. */
    private StoredProperty kept(String workspace, StoredNode node, StoredProperty property) throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < property.values().size(); i++) {
            String digest = property.marks().get(i);
            if (!media.containsKey(digest)) {
                String path = paths.of(workspace, node, property.name());
                bag.add(path, Base64.getDecoder().decode(property.values().get(i)));
                media.put(digest, path);
            }
            files.add(media.get(digest));
        }
        return new StoredProperty(property.name(), property.type(), property.multiple(), files, property.marks());
    }
}
