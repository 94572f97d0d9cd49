package org.efccommand.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efccommand.Failure;
import org.efccommand.archive.Contents;
import org.efccommand.bag.Bag;
import org.efccommand.bag.Folders;
import org.efccommand.content.NodeLines;
import org.efccommand.content.RepositoryReader;
import org.efccommand.content.RepositoryWriter;
import org.efccommand.content.StoredFiles;
import org.efccommand.preview.PreviewHome;
import org.efccommand.rest.Magnolia;
import org.efccommand.rest.MagnoliaReader;

/**
 * The nodes that an import would make in an archive that is elsewhere. They are made in a copy of it that nobody else sees, and taken from there.
 *
 * @param module as {@link PreviewHome#module}
 * @param light as {@link PreviewHome#light}
 */
public record NewNodes(Path module, Path light) {

    private static final String WORKSPACE = "efc-events";

    /** Gives a copy what the archive has. */
    @FunctionalInterface
    public interface Filling {
        /** @param writer into the copy */
        void into(RepositoryWriter writer) throws RepositoryException, IOException, Failure;
    }

    /** What a Magnolia has. */
    public static Filling of(Magnolia magnolia) {
        return writer -> {
            boolean[] own = new boolean[1];
            new MagnoliaReader(magnolia, WORKSPACE, StoredFiles.NOWHERE).read(node -> {
                if (node.depth() == 1) {
                    own[0] = node.type().startsWith("nt:");
                }
                if (!own[0]) {
                    writer.accept(node);
                }
            });
        };
    }

    /**
     * Makes them.
     *
     * @param filling null for an archive that has its folders alone
     * @param folder where the nodes are put, as in a package; null to tell what would become of the events
     */
    public SourceImport.Outcome make(SourceImport source, Filling filling, Path folder) throws Failure, IOException {
        Path place = Files.createTempDirectory("archive");
        try {
            PreviewHome copy = new PreviewHome(place, module, light);
            copy.install();
            return copy.read(sessions -> {
                Session session = sessions.get("author").session(WORKSPACE);
                if (filling == null) {
                    RepositoryWriter.clear(session, 2);
                } else {
                    RepositoryWriter.clear(session, 1);
                    RepositoryWriter writer = new RepositoryWriter(session, null);
                    filling.into(writer);
                    writer.save();
                }
                Set<String> before = new HashSet<>();
                new RepositoryReader(session, StoredFiles.NOWHERE).read(node -> before.add(node.path()));
                SourceImport.Outcome outcome = source.in(session, folder != null);
                if (folder != null) {
                    write(session, before, new Bag(folder).file(Contents.path("author", WORKSPACE)));
                }
                return outcome;
            });
        } finally {
            Folders.delete(place);
        }
    }

    private static void write(Session session, Set<String> before, Path file)
            throws RepositoryException, IOException, Failure {
        Files.createDirectories(file.getParent());
        boolean[] own = new boolean[1];
        try (OutputStream out = Files.newOutputStream(file);
                NodeLines lines = new NodeLines(out)) {
            new RepositoryReader(session, StoredFiles.NOWHERE).read(node -> {
                if (node.depth() == 1) {
                    // The source as the desk keeps it, and its steps.
                    own[0] = node.type().startsWith("nt:");
                }
                if (!own[0] && !before.contains(node.path())) {
                    lines.accept(node);
                }
            });
        }
    }
}
