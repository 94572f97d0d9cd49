package org.efccommand.archive;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.RepositoryException;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.bag.Bag;
import org.efccommand.content.NodeConsumer;
import org.efccommand.rest.Magnolia;
import org.efccommand.rest.MagnoliaWriter;
import org.efccommand.rest.Sent;

/** Brings the content of a package into a running Magnolia that does not have it, as far as its nodes REST can. */
public final class MagnoliaImport {

    private static final String EVENTS = "/events/";

    private final Bag bag;
    private final MagnoliaWriter writer;

    /** Begins. */
    public MagnoliaImport(Bag bag, Magnolia magnolia, Progress progress) {
        this.bag = bag;
        this.writer = new MagnoliaWriter(magnolia, bag::file, progress);
    }

    /**
     * Sends what is not there.
     *
     * @param sent null to tell what would be sent
     * @return the same writer, which tells what became of it
     */
    public MagnoliaWriter run(Sent sent) throws Failure, IOException {
        Map<String, List<MagnoliaWriter.Nodes>> workspaces = new LinkedHashMap<>();
        for (String workspace : List.of("dam", "efc-events", "website")) {
            if (bag.has(Contents.path("author", workspace))) {
                // Whom events lead to, then the events.
                workspaces.put(workspace, List.of(nodes(workspace, false), nodes(workspace, true)));
            }
        }
        try {
            for (Map.Entry<String, List<MagnoliaWriter.Nodes>> workspace : workspaces.entrySet()) {
                writer.announce(workspace.getKey(), consumer -> each(workspace.getValue(), consumer));
            }
            for (Map.Entry<String, List<MagnoliaWriter.Nodes>> workspace : workspaces.entrySet()) {
                writer.send(workspace.getKey(), consumer -> each(workspace.getValue(), consumer), sent);
            }
            if (sent != null) {
                for (Map.Entry<String, List<MagnoliaWriter.Nodes>> workspace : workspaces.entrySet()) {
                    writer.complete(workspace.getKey(), consumer -> each(workspace.getValue(), consumer), sent);
                }
            }
            return writer;
        } catch (RepositoryException e) {
            throw new Failure(Failure.BROKEN, e.getMessage(), e);
        }
    }

    private static void each(List<MagnoliaWriter.Nodes> both, NodeConsumer consumer)
            throws IOException, RepositoryException, Failure {
        for (MagnoliaWriter.Nodes nodes : both) {
            nodes.each(consumer);
        }
    }

    private MagnoliaWriter.Nodes nodes(String workspace, boolean events) {
        return consumer -> {
            boolean[] own = new boolean[1];
            Contents.read(bag, "author", workspace, node -> {
                if (node.depth() == 1) {
                    // The desk's own, such as its steps, is of no use elsewhere.
                    own[0] = node.type().startsWith("nt:");
                }
                if (!own[0] && node.path().startsWith(EVENTS) == events) {
                    consumer.accept(node);
                }
            });
        };
    }
}
