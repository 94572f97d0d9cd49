package org.efccommand.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.apache.commons.lang3.function.FailableConsumer;
import org.efccommand.Failure;
import org.efccommand.content.Nodes;
import org.efccommand.content.StoredNode;

/** The nodes of a workspace, over the nodes REST. */
public record MagnoliaReader(Magnolia magnolia, String workspace) implements Nodes {

    /** What the repository sets itself, and what stands elsewhere in {@link StoredNode}. */
    private static final Set<String> LEFT_OUT = Set.of(
            "jcr:primaryType",
            "jcr:mixinTypes",
            "jcr:uuid",
            "jcr:created",
            "jcr:createdBy",
            "jcr:isCheckedOut",
            "jcr:baseVersion",
            "jcr:predecessors",
            "jcr:versionHistory");

    /** Below these, content lies in content: asked for level by level, so that no answer is a whole archive. */
    private static final Set<String> FOLDERS = Set.of("mgnl:folder", "mgnl:page");

    /** Deeper than any content of its own. */
    private static final int ALL = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void each(FailableConsumer<StoredNode, Exception> consumer) throws Exception {
        JsonNode root = magnolia.node(workspace, "/", 1)
                .orElseThrow(() -> new Failure(Failure.REFUSED, "There is no workspace " + workspace));
        for (JsonNode child : root.path("nodes")) {
            if (!child.path("type").asText().startsWith("rep:")) {
                read(child, consumer);
            }
        }
    }

    /** @param shown a node as its parent shows it, without those below it */
    private void read(JsonNode shown, FailableConsumer<StoredNode, Exception> consumer) throws Exception {
        String path = shown.path("path").asText();
        boolean folder = FOLDERS.contains(shown.path("type").asText());
        JsonNode whole = magnolia.node(workspace, path, folder ? 1 : ALL)
                .orElseThrow(() -> new Failure(Failure.BROKEN, path + " has gone while it was read: try again"));
        if (folder) {
            consumer.accept(stored(whole));
            for (JsonNode child : whole.path("nodes")) {
                read(child, consumer);
            }
        } else {
            all(whole, consumer);
        }
    }

    private void all(JsonNode node, FailableConsumer<StoredNode, Exception> consumer) throws Exception {
        consumer.accept(stored(node));
        for (JsonNode child : node.path("nodes")) {
            all(child, consumer);
        }
    }

    private static StoredNode stored(JsonNode node) throws JsonProcessingException {
        StoredNode shown = JSON.treeToValue(node, StoredNode.class);
        return new StoredNode(
                shown.path(),
                shown.type(),
                shown.values("jcr:uuid").isEmpty() ? "" : shown.identifier(),
                shown.values("jcr:mixinTypes"),
                shown.properties().stream()
                        .filter(property -> !LEFT_OUT.contains(property.name()))
                        .toList());
    }
}
