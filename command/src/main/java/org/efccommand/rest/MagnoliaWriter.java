package org.efccommand.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.content.NodeConsumer;
import org.efccommand.content.StoredFiles;
import org.efccommand.content.StoredNode;
import org.efccommand.content.StoredProperty;

/**
 * Sends nodes to a Magnolia that does not have them. The nodes REST gives each an identifier of its own, so that what refers to others is sent with
 * theirs: those that come first are referred to at once, the others in a second round. Nothing that is there is changed, and nothing is
 * published.
 */
public final class MagnoliaWriter {

    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** What Magnolia says of a node itself: when it was made and changed, by whom, whether it is published. */
    private static final Pattern OF_MAGNOLIA = Pattern.compile(
            "mgnl:(?:created|lastModified|lastActivated|activationStatus|deleted).*|jcr:lastModified(?:By)?");

    private final ObjectMapper json = new ObjectMapper();
    private final Magnolia magnolia;
    private final Function<String, Path> files;
    private final Progress progress;
    private final Map<String, String> identifiers = new HashMap<>();
    private final Set<String> referred = new HashSet<>();
    private final List<String> differing = new ArrayList<>();
    private final Map<String, StoredNode> there = new HashMap<>();
    private final Set<String> ofSource = new HashSet<>();
    private int same;
    private int added;

    /**
     * Begins.
     *
     * @param files where the files are that binary values name
     */
    public MagnoliaWriter(Magnolia magnolia, Function<String, Path> files, Progress progress) {
        this.magnolia = magnolia;
        this.files = files;
        this.progress = progress;
    }

    /** Nodes, to be gone through more than once, always in the same order. */
    @FunctionalInterface
    public interface Nodes {
        /** Hands all over. */
        void each(NodeConsumer consumer) throws IOException, RepositoryException, Failure;
    }

    /** How many nodes are there already. */
    public int same() {
        return same;
    }

    /** How many nodes were sent, or would be. */
    public int added() {
        return added;
    }

    /** The nodes that are there and are others: they were left as they are. */
    public List<String> differing() {
        return differing;
    }

    /** Looks what is there of a workspace, and what refers to what. Called for all workspaces before the first is sent. */
    public void announce(String workspace, Nodes nodes) throws IOException, RepositoryException, Failure {
        progress.begin("Looking what " + workspace + " has");
        new MagnoliaReader(magnolia, workspace, StoredFiles.NOWHERE).read(node -> {
            there.put(workspace + node.path(), node);
            progress.step();
        });
        nodes.each(node -> {
            StoredNode known = there.get(workspace + node.path());
            if (!node.identifier().isEmpty()) {
                ofSource.add(node.identifier());
                if (known != null) {
                    identifiers.put(node.identifier(), known.identifier());
                }
            }
            for (StoredProperty property : node.properties()) {
                property.values().forEach(value -> identifiersIn(value).forEach(referred::add));
            }
        });
    }

    private static Stream<String> identifiersIn(String value) {
        return IDENTIFIER.matcher(value).results().map(MatchResult::group);
    }

    /**
     * Sends the nodes of a workspace that are not there.
     *
     * @param sent null to tell what would be sent
     */
    public void send(String workspace, Nodes nodes, Sent sent) throws IOException, RepositoryException, Failure {
        progress.begin((sent == null ? "Comparing " : "Sending ") + workspace);
        nodes.each(node -> {
            StoredNode known = there.get(workspace + node.path());
            if (sent != null && sent.has(workspace, node.path())) {
                sent.identifier(workspace, node.path()).ifPresent(now -> identifiers.put(node.identifier(), now));
            } else if (known != null) {
                compare(workspace, node, known, sent);
            } else {
                added++;
                if (sent != null) {
                    create(workspace, node, sent);
                }
            }
            progress.step();
        });
    }

    private void compare(String workspace, StoredNode node, StoredNode known, Sent sent) throws IOException {
        if (!content(node).equals(content(known))) {
            differing.add(workspace + node.path());
            return;
        }
        same++;
        boolean refers = known.properties().stream()
                .flatMap(property -> property.values().stream())
                .flatMap(MagnoliaWriter::identifiersIn)
                .anyMatch(id -> !mapped(id).equals(id) || ofSource.contains(id) && !identifiers.containsKey(id));
        if (sent != null && refers) {
            // Accepted, and broken off before that was noted.
            sent.add(workspace, node.path(), known.identifier(), false);
        }
    }

    private String content(StoredNode node) {
        StringBuilder content = new StringBuilder(node.type());
        for (StoredProperty property : node.properties()) {
            if (!OF_MAGNOLIA.matcher(property.name()).matches()) {
                content.append('\n').append(property.name()).append(' ').append(property.multiple());
                (property.isBinary() ? property.digests() : property.values())
                        .forEach(value -> content.append('\n').append(mapped(value)));
            }
        }
        return content.toString();
    }

    private void create(String workspace, StoredNode node, Sent sent) throws Failure, IOException {
        ObjectNode sending = json.createObjectNode().put("name", node.name()).put("type", node.type());
        boolean whole = isWhole(node);
        addProperties(sending, node);
        magnolia.create(workspace, node.parent(), sending);
        boolean asked = referred.contains(node.identifier());
        String identifier = "";
        if (asked || !node.name().matches("[\\w-]+|jcr:content")) {
            identifier = magnolia.node(workspace, node.path(), 0)
                    .orElseThrow(() -> new Failure(
                            Failure.REFUSED,
                            "Magnolia has given " + workspace + node.path()
                                    + " another name; rename it where it comes from, and delete it there"))
                    .path("identifier")
                    .asText();
            identifiers.put(node.identifier(), identifier);
        }
        sent.add(workspace, node.path(), identifier, whole);
    }

    /** Whether nothing of it waits for the identifier of a node that is not there yet. */
    private boolean isWhole(StoredNode node) {
        return node.properties().stream()
                .filter(property -> !property.isBinary())
                .flatMap(property -> property.values().stream())
                .flatMap(MagnoliaWriter::identifiersIn)
                .allMatch(id -> identifiers.containsKey(id) || !ofSource.contains(id));
    }

    private void addProperties(ObjectNode sending, StoredNode node) throws IOException {
        ArrayNode properties = sending.putArray("properties");
        for (StoredProperty property : node.properties()) {
            if (OF_MAGNOLIA.matcher(property.name()).matches()) {
                continue;
            }
            ArrayNode values = properties
                    .addObject()
                    .put("name", property.name())
                    .put("type", property.type())
                    .put("multiple", property.multiple())
                    .putArray("values");
            for (String value : property.values()) {
                if (property.isBinary()) {
                    values.add(Base64.getEncoder().encodeToString(Files.readAllBytes(files.apply(value))));
                } else {
                    values.add(mapped(value));
                }
            }
        }
    }

    private String mapped(String value) {
        return IDENTIFIER
                .matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(identifiers.getOrDefault(match.group(), match.group())));
    }

    /** The second round: what waited for the identifiers of others. */
    public void complete(String workspace, Nodes nodes, Sent sent) throws IOException, RepositoryException, Failure {
        nodes.each(node -> {
            if (sent.isWaiting(workspace, node.path())) {
                ObjectNode sending = json.createObjectNode();
                addProperties(sending, node);
                magnolia.update(workspace, node.path(), sending);
                sent.add(workspace, node.path(), identifiers.getOrDefault(node.identifier(), ""), true);
                progress.step();
            }
        });
    }
}
