package org.efcevents.undo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import javax.jcr.ImportUUIDBehavior;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.http.Digest;
import org.efcevents.undo.Obstacle.Why;

/** Something that was changed of a node, and how it is taken back. */
sealed interface Change {

    /** What stands in the way of taking it back; empty if nothing does. */
    Optional<Obstacle> obstacle(Session session) throws RepositoryException;

    /**
     * Takes it back. Nothing is saved.
     *
     * @param user the name of the editor, and
     * @param now the moment, which what is not as it was says of its last change
     */
    void takeBack(Session session, String user, Calendar now) throws RepositoryException;

    /**
     * Where a property is.
     *
     * @param owner the identifier of the event, speaker or work package that the node is, or is a part of
     */
    record Place(String node, String property, String owner) {}

    /** A property was given another value, or a value, or none. */
    record OfProperty(Place place, Optional<Stored> before, Optional<Stored> after) implements Change {

        /** Shorter than that, a text is kept whole. */
        private static final int SHORT = 200;

        /** The same, or what is enough of it. */
        Change compact() {
            return before.filter(Stored::isText).isPresent()
                            && after.filter(Stored::isText).isPresent()
                            && before.get().values().get(0).length() > SHORT
                    ? OfText.of(
                            place,
                            before.get().values().get(0),
                            after.get().values().get(0))
                    : this;
        }

        @Override
        public Optional<Obstacle> obstacle(Session session) throws RepositoryException {
            Optional<Node> node = byId(session, place.node());
            if (node.isEmpty()) {
                return Optional.of(new Obstacle(place.owner(), Why.GONE));
            }
            return Stored.of(node.get(), place.property()).equals(after)
                    ? Optional.empty()
                    : Optional.of(new Obstacle(place.owner(), Why.EDITED));
        }

        @Override
        public void takeBack(Session session, String user, Calendar now) throws RepositoryException {
            write(session.getNodeByIdentifier(place.node()), place.property(), before);
        }
    }

    /**
     * A part of a long text was given another wording.
     *
     * @param from where the part begins
     * @param rest how much there is after the part
     * @param before the part as it was
     * @param after tells the whole text, as it was made, from others
     */
    record OfText(Place place, int from, int rest, String before, String after) implements Change {

        static OfText of(Place place, String before, String after) {
            int least = Math.min(before.length(), after.length());
            int from = 0;
            while (from < least && before.charAt(from) == after.charAt(from)) {
                from++;
            }
            // A character of two halves is kept whole: no half of it can be stored.
            from -= from > 0 && Character.isHighSurrogate(before.charAt(from - 1)) ? 1 : 0;
            int rest = 0;
            while (rest < least - from
                    && before.charAt(before.length() - 1 - rest) == after.charAt(after.length() - 1 - rest)) {
                rest++;
            }
            rest -= rest > 0 && Character.isLowSurrogate(before.charAt(before.length() - rest)) ? 1 : 0;
            return new OfText(place, from, rest, before.substring(from, before.length() - rest), digest(after));
        }

        private static String digest(String text) {
            return Digest.of(text).text();
        }

        @Override
        public Optional<Obstacle> obstacle(Session session) throws RepositoryException {
            Optional<Node> node = byId(session, place.node());
            if (node.isEmpty()) {
                return Optional.of(new Obstacle(place.owner(), Why.GONE));
            }
            Optional<Stored> present = Stored.of(node.get(), place.property()).filter(Stored::isText);
            return present.filter(text -> digest(text.values().get(0)).equals(after))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(new Obstacle(place.owner(), Why.EDITED));
        }

        @Override
        public void takeBack(Session session, String user, Calendar now) throws RepositoryException {
            Node node = session.getNodeByIdentifier(place.node());
            String present = node.getProperty(place.property()).getString();
            node.setProperty(
                    place.property(), present.substring(0, from) + before + present.substring(present.length() - rest));
        }
    }

    /**
     * A node was added.
     *
     * @param owner the identifier of the event, speaker or work package that it is a part of
     * @param content what it has: {@link NodeContent#of}
     */
    record Added(String node, String owner, String content) implements Change {

        /** The same as it is now. */
        Change present(Session session) throws RepositoryException {
            return new Added(node, owner, NodeContent.of(session.getNodeByIdentifier(node)));
        }

        @Override
        public Optional<Obstacle> obstacle(Session session) throws RepositoryException {
            Optional<Node> there = byId(session, node);
            if (there.isEmpty()) {
                return Optional.of(new Obstacle(owner, Why.GONE));
            }
            return NodeContent.of(there.get()).equals(content)
                    ? Optional.empty()
                    : Optional.of(new Obstacle(owner, Why.EDITED));
        }

        @Override
        public void takeBack(Session session, String user, Calendar now) throws RepositoryException {
            session.getNodeByIdentifier(node).remove();
        }
    }

    /**
     * A part of an event, a speaker or a work package was given another content.
     *
     * @param name of the part, below the content itself
     * @param before the part as it was, in JCR's system view; empty if there was none
     * @param after {@link NodeContent#of} the part as it was made; empty if it was taken away
     * @param next the name of the part that came after it; null if it was the last one, or not there
     */
    record Rewritten(String owner, String name, String before, String after, String next) implements Change {

        @Override
        public Optional<Obstacle> obstacle(Session session) throws RepositoryException {
            Optional<Node> there = byId(session, owner);
            if (there.isEmpty()) {
                return Optional.of(new Obstacle(owner, Why.GONE));
            }
            String present =
                    there.get().hasNode(name) ? NodeContent.of(there.get().getNode(name)) : "";
            return present.equals(after) ? Optional.empty() : Optional.of(new Obstacle(owner, Why.EDITED));
        }

        @Override
        public void takeBack(Session session, String user, Calendar now) throws RepositoryException {
            Node content = session.getNodeByIdentifier(owner);
            if (content.hasNode(name)) {
                content.getNode(name).remove();
            }
            if (!before.isEmpty()) {
                add(before, content);
                orderBefore(content, name, next);
            }
        }
    }

    /**
     * An event, a speaker or a work package was made.
     *
     * @param stamp what Magnolia says of one that nobody has changed or moved since
     */
    record Made(String node, Stamp stamp) implements Change {

        /** What somebody has deleted already is as it was before. */
        @Override
        public Optional<Obstacle> obstacle(Session session) throws RepositoryException {
            Optional<Node> there = byId(session, node);
            boolean asMade = there.isEmpty()
                    || Stamp.of(there.get()).isOfSameChange(stamp)
                            && !isPublished(there.get())
                            && !there.get().isNodeType("mgnl:deleted");
            return asMade ? Optional.empty() : Optional.of(new Obstacle(node, Why.EDITED));
        }

        @Override
        public void takeBack(Session session, String user, Calendar now) throws RepositoryException {
            Optional<Node> there = byId(session, node);
            if (there.isPresent()) {
                there.get().remove();
            }
        }
    }

    /**
     * A node was marked as deleted, which may have been published since, so that it is gone.
     *
     * @param path where it was
     * @param xml the node with all below it, in JCR's system view
     * @param next the name of the node that came next; null if it was the last one
     */
    record Deleted(String node, String path, String xml, String next) implements Change {

        private String parent() {
            return path.substring(0, Math.max(1, path.lastIndexOf('/')));
        }

        @Override
        public Optional<Obstacle> obstacle(Session session) throws RepositoryException {
            Optional<Node> there = byId(session, node);
            if (there.isPresent()) {
                return there.get().isNodeType("mgnl:deleted")
                        ? Optional.empty()
                        : Optional.of(new Obstacle(node, Why.EDITED));
            }
            if (!session.nodeExists(parent())) {
                return Optional.of(new Obstacle(parent(), Why.GONE));
            }
            return session.nodeExists(path)
                    ? Optional.of(new Obstacle(session.getNode(path).getIdentifier(), Why.IN_ITS_PLACE))
                    : Optional.empty();
        }

        @Override
        public void takeBack(Session session, String user, Calendar now) throws RepositoryException {
            Optional<Node> there = byId(session, node);
            if (there.isPresent()) {
                write(there.get(), "mgnl:deleted", Optional.empty());
                write(there.get(), "mgnl:deletedBy", Optional.empty());
                there.get().removeMixin("mgnl:deleted");
            } else {
                bringBack(session, now);
            }
        }

        private void bringBack(Session session, Calendar now) throws RepositoryException {
            add(xml, session.getNode(parent()));
            Node back = session.getNode(path);
            back.setProperty("mgnl:activationStatus", "false");
            back.setProperty("mgnl:lastModified", now);
            orderBefore(back.getParent(), back.getName(), next);
        }
    }

    /** Of an event, a speaker or a work package it was said when it had been changed, and by whom. */
    record Stamped(String node, Stamp before, Stamp after) implements Change {

        @Override
        public Optional<Obstacle> obstacle(Session session) {
            return Optional.empty();
        }

        @Override
        public void takeBack(Session session, String user, Calendar now) throws RepositoryException {
            Node content = session.getNodeByIdentifier(node);
            if (Stamp.of(content).equals(after)) {
                write(content, "mgnl:lastModified", before.modified());
                write(content, "mgnl:lastModifiedBy", before.by());
            } else {
                // Since then it was published, or something else of it was changed.
                content.setProperty("mgnl:lastModified", now);
                content.setProperty("mgnl:lastModifiedBy", user);
            }
        }
    }

    /** What Magnolia says of when a node was changed and published. */
    record Stamp(Optional<Stored> modified, Optional<Stored> by, Optional<Stored> published) {

        /** Whether nobody has changed it since; it may have been published, and withdrawn. */
        boolean isOfSameChange(Stamp other) {
            return modified.equals(other.modified) && by.equals(other.by);
        }

        static Stamp of(Node node) throws RepositoryException {
            return new Stamp(
                    Stored.of(node, "mgnl:lastModified"),
                    Stored.of(node, "mgnl:lastModifiedBy"),
                    Stored.of(node, "mgnl:lastActivated"));
        }
    }

    /** Adds what was exported in JCR's system view. */
    private static void add(String xml, Node parent) throws RepositoryException {
        try {
            parent.getSession()
                    .importXML(
                            parent.getPath(),
                            new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                            ImportUUIDBehavior.IMPORT_UUID_COLLISION_THROW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void orderBefore(Node parent, String name, String next) throws RepositoryException {
        if (next != null && parent.hasNode(next) && parent.getPrimaryNodeType().hasOrderableChildNodes()) {
            parent.orderBefore(name, next);
        }
    }

    /** Whether a public instance has it ({@code info.magnolia.jcr.util.NodeTypes.Activatable#isActivated}). */
    private static boolean isPublished(Node node) throws RepositoryException {
        Optional<Stored> status = Stored.of(node, "mgnl:activationStatus");
        return status.filter(
                        value -> !List.of("0", "false").contains(value.values().get(0)))
                .isPresent();
    }

    /** The node with this identifier; empty if there is none for this session. */
    static Optional<Node> byId(Session session, String id) throws RepositoryException {
        try {
            return Optional.of(session.getNodeByIdentifier(id));
        } catch (ItemNotFoundException gone) {
            return Optional.empty();
        }
    }

    static void write(Node node, String property, Optional<Stored> value) throws RepositoryException {
        if (value.isPresent()) {
            value.get().write(node, property);
        } else if (node.hasProperty(property)) {
            node.getProperty(property).remove();
        }
    }
}
