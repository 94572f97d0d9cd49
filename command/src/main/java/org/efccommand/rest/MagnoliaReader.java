package org.efccommand.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.jcr.RepositoryException;
import org.efccommand.Failure;
import org.efccommand.content.FilePaths;
import org.efccommand.content.NodeConsumer;
import org.efccommand.content.StoredFiles;
import org.efccommand.content.StoredNode;
import org.efccommand.content.StoredProperty;

/** Reads the nodes of a workspace over the nodes REST. */
public final class MagnoliaReader {

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

    private final Magnolia magnolia;
    private final String workspace;
    private final StoredFiles files;

    /** See {@link org.efccommand.content.RepositoryReader}. */
    public MagnoliaReader(Magnolia magnolia, String workspace, StoredFiles files) {
        this.magnolia = magnolia;
        this.workspace = workspace;
        this.files = files;
    }

    /** Hands all nodes over that are not the repository's own. */
    public void read(NodeConsumer consumer) throws Failure, IOException, RepositoryException {
        JsonNode root = magnolia.node(workspace, "/", 1)
                .orElseThrow(() -> new Failure(Failure.REFUSED, "There is no workspace " + workspace));
        for (JsonNode child : root.path("nodes")) {
            if (!child.path("type").asText().startsWith("rep:")) {
                read(child, consumer);
            }
        }
    }

    /** @param shown a node as its parent shows it, without those below it */
    private void read(JsonNode shown, NodeConsumer consumer) throws Failure, IOException, RepositoryException {
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

    private void all(JsonNode node, NodeConsumer consumer) throws Failure, IOException, RepositoryException {
        consumer.accept(stored(node));
        for (JsonNode child : node.path("nodes")) {
            all(child, consumer);
        }
    }

    private StoredNode stored(JsonNode node) throws IOException, RepositoryException {
        List<StoredProperty> properties = new ArrayList<>();
        List<String> mixins = new ArrayList<>();
        boolean referenceable = false;
        for (JsonNode property : node.path("properties")) {
            String name = property.path("name").asText();
            referenceable |= name.equals("jcr:uuid");
            if (name.equals("jcr:mixinTypes")) {
                property.path("values").forEach(value -> mixins.add(value.asText()));
            } else if (!LEFT_OUT.contains(name)) {
                properties.add(stored(node, property));
            }
        }
        properties.sort(Comparator.comparing(StoredProperty::name));
        mixins.sort(Comparator.naturalOrder());
        return new StoredNode(
                node.path("path").asText(),
                node.path("type").asText(),
                referenceable ? node.path("identifier").asText() : "",
                mixins,
                properties);
    }

    private StoredProperty stored(JsonNode node, JsonNode property) throws IOException, RepositoryException {
        String name = property.path("name").asText();
        String type = property.path("type").asText();
        List<String> values = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (JsonNode value : property.path("values")) {
            if (type.equals(StoredProperty.BINARY)) {
                String wanted = FilePaths.wanted(workspace, node.path("path").asText(), name, fileName(node));
                byte[] content = Base64.getDecoder().decode(value.asText());
                StoredFiles.Kept kept = files.keep(wanted, () -> new ByteArrayInputStream(content));
                values.add(kept.path());
                digests.add(kept.digest());
            } else {
                values.add(value.asText());
            }
        }
        return new StoredProperty(name, type, property.path("multiple").asBoolean(), values, digests);
    }

    private static String fileName(JsonNode node) {
        String extension = "";
        for (JsonNode property : node.path("properties")) {
            String value = property.path("values").path(0).asText();
            if (property.path("name").asText().equals("fileName")) {
                return value;
            }
            if (property.path("name").asText().equals("extension")) {
                extension = "." + value;
            }
        }
        return extension;
    }
}
