package org.efcevents.undo;

import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * Where steps are kept: in the archive's own workspace, so that they are saved with what they change or not at all, beside its folders.
 * Nothing there is published, not even with all that is in a folder ({@code info.magnolia.publishing.command.PublicationCommand}), so that
 * no public instance has any; and no app, no delivery endpoint and no page lists it.
 *
 * <p>Each step is one node without any below it.
 */
public final class StepStore {

    private static final String NAME = "deskSteps";

    private static final String ROOT = "/" + NAME;

    private static final String NODE_TYPE = "nt:unstructured";

    private static final Pattern ID = Pattern.compile("step[0-9]{1,18}");

    /** The oldest are forgotten. */
    private static final int MOST = 50;

    private static final String TAKEN_BACK = "takenBack";

    private final Session session;

    /** @param session of an editor's */
    public StepStore(Session session) {
        this.session = session;
    }

    /** The steps of a kind that can be taken back, the last first. */
    public List<Step> latest(String kind) throws RepositoryException {
        List<Step> steps = new ArrayList<>();
        if (session.nodeExists(ROOT)) {
            for (NodeIterator nodes = session.getNode(ROOT).getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (node.getProperty("kind").getString().equals(kind) && ChangeNotation.isIn(node)) {
                    steps.add(0, step(node));
                }
            }
        }
        return List.copyOf(steps);
    }

    /** The step with this identifier; empty if there is none any more. */
    public Optional<Step> step(String id) throws RepositoryException {
        Optional<Node> node = node(id);
        return node.isPresent() ? Optional.of(step(node.get())) : Optional.empty();
    }

    /** The identifiers of the events, speakers and work packages that a step has made; empty if it was taken back. */
    public Set<String> made(Step step) throws RepositoryException {
        Optional<Node> node = node(step.id());
        return node.isEmpty() || !ChangeNotation.isIn(node.get())
                ? Set.of()
                : ChangeNotation.read(node.get()).stream()
                        .filter(Change.Made.class::isInstance)
                        .map(change -> ((Change.Made) change).node())
                        .collect(Collectors.toSet());
    }

    private Optional<Node> node(String id) throws RepositoryException {
        return ID.matcher(id).matches() && session.nodeExists(ROOT + "/" + id)
                ? Optional.of(session.getNode(ROOT + "/" + id))
                : Optional.empty();
    }

    private static Step step(Node node) throws RepositoryException {
        List<String> ids = Stored.of(node.getProperty("changed")).values();
        List<String> paths = Stored.of(node.getProperty("paths")).values();
        return new Step(
                node.getName(),
                node.getProperty("kind").getString(),
                Stored.of(node.getProperty("words")).values(),
                node.getProperty("when").getDate().toInstant(),
                node.getProperty("by").getString(),
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new Step.Changed(ids.get(i), paths.get(i)))
                        .toList(),
                Stored.of(node.getProperty("left")).values(),
                node.hasProperty(TAKEN_BACK)
                        ? node.getProperty(TAKEN_BACK).getDate().toInstant()
                        : null);
    }

    /** Adds a step. Nothing is saved. */
    Step add(Step step, Calendar when, List<Change> changes) throws RepositoryException {
        Node root = session.nodeExists(ROOT)
                ? session.getNode(ROOT)
                : session.getRootNode().addNode(NAME, NODE_TYPE);
        forgetOldest(root);
        long number = when.getTimeInMillis();
        while (root.hasNode("step" + number)) {
            number++;
        }
        Node node = root.addNode("step" + number, NODE_TYPE);
        node.setProperty("kind", step.kind());
        node.setProperty("words", step.words().toArray(String[]::new));
        node.setProperty("when", when);
        node.setProperty("by", step.by());
        node.setProperty(
                "changed", step.changed().stream().map(Step.Changed::id).toArray(String[]::new));
        node.setProperty(
                "paths", step.changed().stream().map(Step.Changed::path).toArray(String[]::new));
        node.setProperty("left", step.left().toArray(String[]::new));
        ChangeNotation.write(changes, node);
        return step(node);
    }

    private static void forgetOldest(Node root) throws RepositoryException {
        NodeIterator nodes = root.getNodes();
        for (long left = nodes.getSize(); left >= MOST && nodes.hasNext(); left--) {
            nodes.nextNode().remove();
        }
    }

    /**
     * Takes a step back, which can be done once: everything is as it was, or, if there is an obstacle, as it is. Nothing is saved.
     *
     * @param user the name of the editor
     * @return what stands in the way; empty if it was taken back
     * @throws ItemNotFoundException if there is no such step, or it was taken back
     */
    public List<Obstacle> takeBack(String id, String user, Calendar now) throws RepositoryException {
        Node node = node(id).orElseThrow(() -> new ItemNotFoundException("There is no step " + id));
        if (!ChangeNotation.isIn(node)) {
            throw new ItemNotFoundException("The step " + id + " was taken back, or an earlier version has kept it");
        }
        List<Change> changes = ChangeNotation.read(node);
        List<Obstacle> obstacles = new ArrayList<>();
        for (Change change : changes) {
            change.obstacle(session).filter(other -> !obstacles.contains(other)).ifPresent(obstacles::add);
        }
        if (obstacles.isEmpty()) {
            for (Change change : changes) {
                change.takeBack(session, user, now);
            }
            ChangeNotation.forget(node);
            node.setProperty(TAKEN_BACK, now);
        }
        return List.copyOf(obstacles);
    }
}
