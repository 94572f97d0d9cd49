package org.efcevents.undo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * Changes of nodes in the archive that are saved together, with what is needed to take them back together, or not at all. Nothing here
 * saves them.
 *
 * <p>What is changed says so of itself, as Magnolia lets it ({@code info.magnolia.jcr.wrapper.MgnlPropertySettingContentDecorator}), so
 * that editors see that it has to be published.
 */
public final class Editing {

    private static final String DELETED = "mgnl:deleted";

    private final Session session;
    private final String user;
    private final Calendar now;
    private final Map<Change.Place, Change.OfProperty> properties = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Node> changed = new LinkedHashMap<>();
    private final Map<String, Node> made = new LinkedHashMap<>();

    /**
     * Begins.
     *
     * @param session of the editor's, with nothing in it that is not saved
     * @param user the name of the editor
     * @param now the same for all that is changed together
     */
    public Editing(Session session, String user, Calendar now) {
        this.session = session;
        this.user = user;
        this.now = now;
    }

    /** The editor's. */
    public Session session() {
        return session;
    }

    /** When all is changed. */
    public Calendar now() {
        return (Calendar) now.clone();
    }

    /** The event, speaker or work package that a node is, or is a part of. */
    public static Node contentAbove(Node node) throws RepositoryException {
        Node content = node;
        while (!content.isNodeType("mgnl:content")
                && content.getDepth() > 1
                && !content.getParent().isNodeType("mgnl:folder")) {
            content = content.getParent();
        }
        return content;
    }

    /**
     * Gives a node a property, or takes it away.
     *
     * @param value null to take it away
     */
    public void set(Node node, String property, Stored value) throws RepositoryException {
        Optional<Stored> before = Stored.of(node, property);
        Optional<Stored> after = Optional.ofNullable(value);
        if (made.containsKey(contentAbove(node).getIdentifier())) {
            Change.write(node, property, after);
        } else if (!before.equals(after)) {
            put(node, property, before, after);
            addChanged(node);
        }
    }

    private void put(Node node, String property, Optional<Stored> before, Optional<Stored> after)
            throws RepositoryException {
        Change.Place place = new Change.Place(
                node.getIdentifier(), property, contentAbove(node).getIdentifier());
        Change.OfProperty earlier = properties.get(place);
        properties.put(place, new Change.OfProperty(place, earlier == null ? before : earlier.before(), after));
        Change.write(node, property, after);
    }

    /**
     * Adds a copy of a node with all that is below it, which gets identifiers of its own.
     *
     * @param name of the copy; the parent has nothing of that name
     */
    public void addCopy(Node original, Node parent, String name) throws RepositoryException {
        Node copy = new NodeCopy((owner, part) -> true).make(original, parent, name);
        changes.add(new Change.Added(copy.getIdentifier(), contentAbove(parent).getIdentifier(), NodeContent.of(copy)));
        addChanged(parent);
    }

    /**
     * Marks a node as deleted, as Magnolia does before its deletion is published ({@code
     * info.magnolia.commands.impl.MarkNodeAsDeletedCommand}), but leaves in it what it has.
     */
    public void delete(Node node) throws RepositoryException {
        changes.add(new Change.Deleted(node.getIdentifier(), node.getPath(), exported(node), next(node)));
        addChanged(node);
        if (node.canAddMixin(DELETED)) {
            node.addMixin(DELETED);
        }
        node.setProperty(DELETED, now);
        node.setProperty("mgnl:deletedBy", user);
    }

    private static String exported(Node node) throws RepositoryException {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        try {
            node.getSession().exportSystemView(node.getPath(), xml, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return xml.toString(StandardCharsets.UTF_8);
    }

    private static String next(Node node) throws RepositoryException {
        for (NodeIterator siblings = node.getParent().getNodes(); siblings.hasNext(); ) {
            if (siblings.nextNode().isSame(node)) {
                return siblings.hasNext() ? siblings.nextNode().getName() : null;
            }
        }
        return null;
    }

    /**
     * What gives a part of an event, a speaker or a work package its content.
     */
    public interface Writing {

        /** Gives the part its content, whatever it has. */
        void write(Node part) throws RepositoryException;
    }

    /**
     * Gives a part of an event, a speaker or a work package another content, or takes it away if that is none.
     *
     * @param name of the part, which is below the content itself and may not be there
     */
    public void rewrite(Node content, String name, Writing writing) throws RepositoryException {
        boolean there = content.hasNode(name);
        Node part = there ? content.getNode(name) : content.addNode(name, "mgnl:contentNode");
        boolean isMade = made.containsKey(content.getIdentifier());
        String before = there && !isMade ? exported(part) : "";
        String next = there ? next(part) : null;
        String earlier = there ? NodeContent.of(part) : "";
        writing.write(part);
        String after = part.hasNodes() ? NodeContent.of(part) : "";
        if (after.isEmpty()) {
            part.remove();
        }
        if (!isMade && !earlier.equals(after)) {
            changes.add(new Change.Rewritten(content.getIdentifier(), name, before, after, next));
            addChanged(content);
        }
    }

    /** Notes that an event, a speaker or a work package is made, which is to say so of itself and of all its parts. */
    public void addMade(Node content) throws RepositoryException {
        made.put(content.getIdentifier(), content);
    }

    private void stampAsMade(Node node) throws RepositoryException {
        node.setProperty("mgnl:created", now);
        node.setProperty("mgnl:createdBy", user);
        stampAsModified(node);
        for (NodeIterator parts = node.getNodes(); parts.hasNext(); ) {
            stampAsMade(parts.nextNode());
        }
    }

    private void stampAsModified(Node node) throws RepositoryException {
        node.setProperty("mgnl:lastModified", now);
        node.setProperty("mgnl:lastModifiedBy", user);
    }

    /** Whether nothing has been changed. */
    public boolean isEmpty() {
        return changed.isEmpty() && made.isEmpty();
    }

    /** See {@link StepStore#takeBack}. */
    public List<Obstacle> takeBack(Step step) throws RepositoryException {
        return new StepStore(session).takeBack(step.id(), user, now);
    }

    private void addChanged(Node node) throws RepositoryException {
        Node content = contentAbove(node);
        changed.putIfAbsent(content.getIdentifier(), content);
    }

    /**
     * Keeps what is needed to take all of it back, which is saved with it.
     *
     * @param kind see {@link Step#kind}
     * @param words see {@link Step#words}
     * @param left see {@link Step#left}
     */
    public Step keep(String kind, List<String> words, Collection<String> left) throws RepositoryException {
        List<Change> all = new ArrayList<>();
        List<Step.Changed> contents = new ArrayList<>();
        properties.values().stream().map(Change.OfProperty::compact).forEach(all::add);
        for (Change change : changes) {
            // What was added may have been changed since.
            all.add(change instanceof Change.Added added ? added.present(session) : change);
        }
        for (Node content : changed.values()) {
            all.add(stamp(content));
            contents.add(new Step.Changed(content.getIdentifier(), content.getPath()));
        }
        for (Node content : made.values()) {
            stampAsMade(content);
            all.add(new Change.Made(content.getIdentifier(), Change.Stamp.of(content)));
            contents.add(new Step.Changed(content.getIdentifier(), content.getPath()));
        }
        Step step = new Step("", kind, words, now.toInstant(), user, contents, List.copyOf(left), null);
        return new StepStore(session).add(step, now, all);
    }

    private Change stamp(Node content) throws RepositoryException {
        Change.Stamp before = Change.Stamp.of(content);
        stampAsModified(content);
        return new Change.Stamped(content.getIdentifier(), before, Change.Stamp.of(content));
    }
}
