package org.efccommand.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.bag.Bag;
import org.efccommand.content.Nodes;
import org.efccommand.content.StoredNode;
import org.efccommand.content.StoredProperty;
import org.efccommand.rest.Magnolia;
import org.efccommand.rest.MagnoliaReader;

/**
 * Brings the content of a package into a running Magnolia that does not have it, as far as its nodes REST can. That gives each node an identifier of
 * its own, so that what refers to others is sent with theirs: those that come first are referred to at once, the others in a second round. Nothing
 * that is there is changed, and nothing is published. How far it has come is told by what is there: it is run again to go on.
 */
public final class MagnoliaImport {

    private static final String EVENTS = "/events/";

    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** What Magnolia says of a node itself: when it was made and changed, by whom, whether it is published. */
    private static final Pattern OF_MAGNOLIA = Pattern.compile(
            "mgnl:(?:created|lastModified|lastActivated|activationStatus|deleted).*|jcr:lastModified(?:By)?");

    private final Bag bag;
    private final Magnolia magnolia;
    private final Progress progress;

    /** By workspaces and paths. */
    private final Map<String, StoredNode> there = new HashMap<>();

    /** Those of the package, and those that their nodes have in Magnolia, as far as they are there and known. */
    private final Set<String> ofPackage = new HashSet<>();

    private final Map<String, String> identifiers = new HashMap<>();
    private final Set<String> referred = new HashSet<>();
    private final Map<String, List<StoredNode>> waiting = new LinkedHashMap<>();
    private final List<String> differing = new ArrayList<>();
    private int same;
    private int added;

    /** Begins. */
    public MagnoliaImport(Bag bag, Magnolia magnolia, Progress progress) {
        this.bag = bag;
        this.magnolia = magnolia;
        this.progress = progress;
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

    /**
     * Sends what is not there.
     *
     * @param write whether it is sent, or only told
     */
    public void run(boolean write) throws Exception {
        Map<String, Nodes> workspaces = new LinkedHashMap<>();
        for (String workspace : List.of("dam", "efc-events", "website")) {
            if (bag.has(Contents.path("author", workspace))) {
                Nodes nodes = Contents.of(bag, "author", workspace).ofArchive();
                workspaces.put(workspace, consumer -> {
                    // Whom events lead to, then the events.
                    nodes.filtered(node -> !node.path().startsWith(EVENTS)).each(consumer);
                    nodes.filtered(node -> node.path().startsWith(EVENTS)).each(consumer);
                });
            }
        }
        for (Map.Entry<String, Nodes> workspace : workspaces.entrySet()) {
            look(workspace.getKey(), workspace.getValue());
        }
        for (Map.Entry<String, Nodes> workspace : workspaces.entrySet()) {
            progress.begin((write ? "Sending " : "Comparing ") + workspace.getKey());
            workspace.getValue().counted(progress::step).each(node -> send(workspace.getKey(), node, write));
        }
        if (write) {
            for (Map.Entry<String, List<StoredNode>> workspace : waiting.entrySet()) {
                for (StoredNode node : workspace.getValue()) {
                    magnolia.update(workspace.getKey(), node.path(), Map.of("properties", properties(node)));
                    progress.step();
                }
            }
        }
    }

    /** Looks what is there of a workspace, and what refers to what. */
    private void look(String workspace, Nodes nodes) throws Exception {
        progress.begin("Looking what " + workspace + " has");
        new MagnoliaReader(magnolia, workspace)
                .counted(progress::step)
                .each(node -> there.put(workspace + node.path(), node.withoutFiles()));
        nodes.each(node -> {
            StoredNode known = there.get(workspace + node.path());
            if (!node.identifier().isEmpty()) {
                ofPackage.add(node.identifier());
                if (known != null) {
                    identifiers.put(node.identifier(), known.identifier());
                }
            }
            identifiersIn(node).forEach(referred::add);
        });
    }

    private void send(String workspace, StoredNode node, boolean write) throws Exception {
        StoredNode known = there.get(workspace + node.path());
        if (known == null) {
            added++;
            if (write) {
                create(workspace, node);
            }
        } else if (content(node).equals(content(known))) {
            same++;
            // It may have been accepted, and broken off before the second round.
            waitIfOpen(workspace, node, known);
        } else {
            differing.add(workspace + node.path());
        }
    }

    private void create(String workspace, StoredNode node) throws Exception {
        List<StoredProperty> properties = properties(node);
        magnolia.create(
                workspace, node.parent(), Map.of("name", node.name(), "type", node.type(), "properties", properties));
        waitIfOpen(workspace, node, new StoredNode(node.path(), node.type(), node.identifier(), List.of(), properties));
        if (referred.contains(node.identifier()) || !node.name().matches("[\\w-]+|jcr:content")) {
            String identifier = magnolia.node(workspace, node.path(), 0)
                    .orElseThrow(() -> new Failure(
                            Failure.REFUSED,
                            "Magnolia has given " + workspace + node.path()
                                    + " another name; rename it where it comes from, and delete it there"))
                    .path("identifier")
                    .asText();
            identifiers.put(node.identifier(), identifier);
        }
    }

    /** @param now the node as it is there */
    private void waitIfOpen(String workspace, StoredNode node, StoredNode now) {
        if (identifiersIn(now).anyMatch(id -> ofPackage.contains(id) && !id.equals(identifiers.get(id)))) {
            waiting.computeIfAbsent(workspace, first -> new ArrayList<>()).add(node);
        }
    }

    private static Stream<String> identifiersIn(StoredNode node) {
        return node.properties().stream()
                .filter(property -> !property.isBinary())
                .flatMap(property -> property.values().stream())
                .flatMap(value -> IDENTIFIER.matcher(value).results())
                .map(MatchResult::group);
    }

    private String mapped(String value) {
        return IDENTIFIER
                .matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(identifiers.getOrDefault(match.group(), match.group())));
    }

    /** What tells a node from another of its path. */
    private String content(StoredNode node) {
        StringBuilder content = new StringBuilder(node.type());
        ofEditors(node).forEach(property -> {
            content.append('\n').append(property.name()).append(' ').append(property.multiple());
            property.marks().forEach(value -> content.append('\n').append(mapped(value)));
        });
        return content.toString();
    }

    private static Stream<StoredProperty> ofEditors(StoredNode node) {
        return node.properties().stream()
                .filter(property -> !OF_MAGNOLIA.matcher(property.name()).matches());
    }

    /** Those that are sent. */
    private List<StoredProperty> properties(StoredNode node) throws IOException {
        return ofEditors(node.with(property -> {
                    List<String> values = new ArrayList<>();
                    for (String value : property.values()) {
                        values.add(property.sha256().isEmpty() ? mapped(value) : file(value));
                    }
                    return new StoredProperty(property.name(), property.type(), property.multiple(), values);
                }))
                .toList();
    }

    private String file(String path) throws IOException {
        try (InputStream content = bag.open(path)) {
            return Base64.getEncoder().encodeToString(content.readAllBytes());
        }
    }
}
