package org.efcpreview.authoring.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.AccessDeniedException;
import javax.jcr.ImportUUIDBehavior;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.nodetype.NodeType;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.efcpreview.repository.Bootstrap;
import org.efcpreview.repository.Publication;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Versions;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * What actions do to content. Everything is written through the user's own session and saved once, when all of it has
 * succeeded; whoever calls drops what was not saved if something fails.
 */
public final class Changes {
    private static final Set<String> STATE = Set.of(
            "mgnl:activationStatus",
            "mgnl:lastActivated",
            "mgnl:lastActivatedBy",
            "mgnl:lastActivatedVersion",
            "mgnl:lastActivatedVersionCreated");
    /** {@code DuplicateNodeAction}: a name's number at its end. */
    private static final Pattern NUMBERED = Pattern.compile("(?<name>.*[^0-9])?(?<number>[0-9]+)$");

    private final Publication publication;
    private final Versions versions;

    Changes(Publication publication, Versions versions) {
        this.publication = publication;
        this.versions = versions;
    }

    /** Where something is moved to. */
    enum Place {
        BEFORE,
        AFTER,
        INSIDE
    }

    /** Something that is not done, with the key of the UI's text that says why. */
    public static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final String key;
        private final transient List<Object> arguments;

        Refusal(String key, Object... arguments) {
            super(key);
            this.key = key;
            this.arguments = List.of(arguments);
        }

        /** The key of a text that says why. */
        public String key() {
            return key;
        }

        /** What is put into that text. */
        public List<Object> arguments() {
            return arguments;
        }
    }

    /** Copies each node with everything below it to a place after itself ({@code DuplicateNodeAction}). */
    List<Node> duplicate(ContentApp app, List<Node> nodes, User user) throws RepositoryException {
        return duplicate(app.nodeNameProperty().isEmpty() ? "jcrName" : app.nodeNameProperty(), nodes, user);
    }

    /**
     * Copies each node with everything below it to a place after itself ({@code DuplicateNodeAction}).
     *
     * @param nameProperty a property that holds the node's name as it was typed, where there is one
     * @return the copies
     * @throws RepositoryException if the user may not, or the repository fails
     */
    public List<Node> duplicate(String nameProperty, List<Node> nodes, User user) throws RepositoryException {
        List<Node> copies = new ArrayList<>();
        Calendar now = Calendar.getInstance();
        for (Node node : nodes) {
            Node parent = node.getParent();
            String next = nameAfter(node);
            Node copy = parent.addNode(
                    freeName(parent, node.getName()), node.getPrimaryNodeType().getName());
            copy(node, copy, user, now);
            updateName(copy, nameProperty);
            if (parent.getPrimaryNodeType().hasOrderableChildNodes()) {
                parent.orderBefore(copy.getName(), next);
            }
            copies.add(copy);
        }
        if (!nodes.isEmpty()) {
            nodes.get(0).getSession().save();
        }
        return copies;
    }

    /** {@code NodeNameHelper.getUniqueName}: the number at the end counts up, a name without one begins with 0. */
    private static String freeName(Node parent, String name) throws RepositoryException {
        String free = name;
        while (parent.hasNode(free) || parent.hasProperty(free)) {
            Matcher numbered = NUMBERED.matcher(free);
            if (numbered.matches() && numbered.group("name") != null) {
                String number = numbered.group("number");
                free = numbered.group("name") + new java.math.BigInteger(number).add(java.math.BigInteger.ONE);
            } else {
                free = free + "0";
            }
        }
        return free;
    }

    private static void copy(Node from, Node to, User user, Calendar now) throws RepositoryException {
        for (NodeType mixin : from.getMixinNodeTypes()) {
            if (!mixin.getName().equals("mgnl:hasVersion")) {
                to.addMixin(mixin.getName());
            }
        }
        for (PropertyIterator properties = from.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            String name = property.getName();
            if (property.getDefinition().isProtected() || STATE.contains(name) || name.equals("jcr:uuid")) {
                continue;
            }
            if (property.isMultiple()) {
                to.setProperty(name, property.getValues(), property.getType());
            } else {
                to.setProperty(name, property.getValue(), property.getType());
            }
        }
        Stamps.created(to, user.name(), now);
        for (NodeIterator children = from.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            boolean made = to.hasNode(child.getName()) && child.getDefinition().isAutoCreated();
            copy(
                    child,
                    made
                            ? to.getNode(child.getName())
                            : to.addNode(
                                    child.getName(), child.getPrimaryNodeType().getName()),
                    user,
                    now);
        }
    }

    private static void updateName(Node copy, String property) throws RepositoryException {
        if (copy.hasProperty(property)) {
            String text = copy.getProperty(property).getString();
            Matcher number = NUMBERED.matcher(copy.getName());
            if (number.matches()) {
                Matcher own = NUMBERED.matcher(text);
                if (own.matches()) {
                    text = own.group("name") == null ? "" : own.group("name");
                }
                copy.setProperty(property, text + number.group("number"));
            }
        }
    }

    private static String nameAfter(Node node) throws RepositoryException {
        for (NodeIterator siblings = node.getParent().getNodes(); siblings.hasNext(); ) {
            if (siblings.nextNode().isSame(node)) {
                return siblings.hasNext() ? siblings.nextNode().getName() : null;
            }
        }
        return null;
    }

    /** Moves nodes, which keep their order among themselves. */
    void move(ContentApp app, ContentApp.View view, List<Node> nodes, Node target, Place place, User user)
            throws RepositoryException, Refusal {
        Session session = target.getSession();
        List<Node> ordered = new ArrayList<>(nodes);
        if (place == Place.AFTER) {
            java.util.Collections.reverse(ordered);
        }
        Calendar now = Calendar.getInstance();
        for (Node node : ordered) {
            checkMove(app, view, node, target, place);
            Node parent = place == Place.INSIDE ? target : target.getParent();
            String name = node.getName();
            if (!node.getParent().isSame(parent)) {
                session.move(node.getPath(), (parent.getDepth() == 0 ? "" : parent.getPath()) + "/" + name);
                Stamps.moved(parent.getNode(name), user.name(), now);
            }
            if (place != Place.INSIDE && parent.getPrimaryNodeType().hasOrderableChildNodes()) {
                parent.orderBefore(name, place == Place.BEFORE ? target.getName() : nameAfter(target));
            }
        }
        session.save();
    }

    /** {@code JcrDropConstraint}, and what a repository refuses in any case. */
    private static void checkMove(ContentApp app, ContentApp.View view, Node node, Node target, Place place)
            throws RepositoryException, Refusal {
        if ((target.getPath() + "/").startsWith(node.getPath() + "/")) {
            throw new Refusal("browser.move.intoItself", node.getName());
        }
        boolean inside = place == Place.INSIDE;
        if (!inside && target.getPath().equals(app.rootPath())) {
            throw new Refusal("browser.move.besideRoot");
        }
        Node parent = inside ? target : target.getParent();
        boolean same = node.getParent().isSame(parent);
        if (inside && same) {
            throw new Refusal("browser.move.thereAlready", node.getName());
        }
        if (!same && (parent.hasNode(node.getName()) || parent.hasProperty(node.getName()))) {
            throw new Refusal("browser.move.nameTaken", node.getName(), parent.getPath());
        }
        if (parent.isNodeType("mgnl:deleted")) {
            throw new Refusal("browser.move.intoDeleted", parent.getName());
        }
        boolean folderIntoItem =
                node.isNodeType("mgnl:folder") && parent.getDepth() > 0 && !parent.isNodeType("mgnl:folder");
        boolean likeIntoLike = !view.drop().isEmpty() && node.isNodeType(view.drop()) && parent.isNodeType(view.drop());
        boolean fits = parent.getPrimaryNodeType()
                .canAddChildNode(node.getName(), node.getPrimaryNodeType().getName());
        if (!same && (!fits || !view.free() && (folderIntoItem || likeIntoLike))) {
            throw new Refusal("browser.move.notInside", node.getName(), parent.getName());
        }
    }

    /**
     * Marks nodes as deleted: a version of each is kept, its own content is taken away, and the rest of it stays until the
     * deletion is published ({@code MarkNodeAsDeletedCommand} with an active receiver, {@code MarkPageAsDeletedCommand}).
     *
     * @throws RepositoryException if the user may not, or the repository fails
     */
    public void delete(List<Node> nodes, User user) throws RepositoryException {
        List<Node> all = new ArrayList<>();
        for (Node node : nodes) {
            withContentBelow(node, all);
        }
        for (Node node : all) {
            if (!node.getSession().hasPermission(node.getPath(), "read,set_property,add_node,remove")) {
                throw new AccessDeniedException(node.getPath());
            }
        }
        for (Node node : all) {
            versions.add(node.getSession().getWorkspace().getName(), node.getPath(), user, "versions.comment.deleted");
        }
        Calendar now = Calendar.getInstance();
        for (Node node : all) {
            node.addMixin("mgnl:deleted");
            for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
                Node child = children.nextNode();
                if (!isContent(child)) {
                    child.remove();
                }
            }
            for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
                Property property = properties.nextProperty();
                if (!property.getName().startsWith("jcr:")
                        && !property.getName().startsWith("mgnl:")) {
                    property.remove();
                }
            }
            if (node.isNodeType("mgnl:renderable")) {
                node.setProperty(
                        "mgnl:template",
                        node.isNodeType("mgnl:page") ? "pages-app:deleted" : "ui-admincentral:deleted");
            }
            node.setProperty("mgnl:deleted", now);
            node.setProperty("mgnl:deletedBy", user.name());
            node.setProperty("mgnl:comment", "versions.comment.deleted");
        }
        if (!all.isEmpty()) {
            all.get(0).getSession().save();
        }
    }

    private static boolean isContent(Node node) throws RepositoryException {
        return node.isNodeType("mgnl:content") || node.isNodeType("mgnl:folder") || node.isNodeType("mgnl:asset");
    }

    private static void withContentBelow(Node node, List<Node> all) throws RepositoryException {
        if (all.stream().noneMatch(other -> isSame(other, node))) {
            all.add(node);
            for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
                Node child = children.nextNode();
                if (isContent(child)) {
                    withContentBelow(child, all);
                }
            }
        }
    }

    private static boolean isSame(Node a, Node b) {
        try {
            return a.isSame(b);
        } catch (RepositoryException e) {
            throw new IllegalStateException("A node that was just read is gone", e);
        }
    }

    /**
     * Publishes, or publishes the deletion of what is marked as deleted.
     *
     * @param recursive with the content below
     * @param versioned whether a version of each is kept
     * @return how many were published
     * @throws org.efcpreview.repository.UnpublishedParentException if what one lies in is not public
     * @throws RepositoryException if the user may not, or a repository fails
     */
    public int publish(List<Node> nodes, boolean recursive, boolean versioned, User user) throws RepositoryException {
        List<Node> all = new ArrayList<>();
        for (Node node : nodes) {
            if (recursive) {
                withContentBelow(node, all);
            } else {
                all.add(node);
            }
        }
        // A parent comes before what is below it, whatever the order in which they were ticked.
        all.sort(java.util.Comparator.comparingInt(Changes::depth));
        List<Publication.Item> items = new ArrayList<>();
        String workspace = "";
        for (Node node : all) {
            if (!Availability.mayWrite(node)) {
                throw new AccessDeniedException(node.getPath());
            }
        }
        for (Node node : all) {
            workspace = node.getSession().getWorkspace().getName();
            items.add(new Publication.Item(
                    node.getPath(), versioned ? versions.add(workspace, node.getPath(), user, "") : Optional.empty()));
        }
        publication.publish(workspace, items, user);
        return items.size();
    }

    private static int depth(Node node) {
        try {
            return node.getDepth();
        } catch (RepositoryException e) {
            throw new IllegalStateException("A node that was just read is gone", e);
        }
    }

    /**
     * Takes nodes back, with everything below them.
     *
     * @throws RepositoryException if the user may not, or a repository fails
     */
    public void unpublish(List<Node> nodes, User user) throws RepositoryException {
        List<String> paths = new ArrayList<>();
        for (Node node : nodes) {
            if (!Availability.mayWrite(node)) {
                throw new AccessDeniedException(node.getPath());
            }
            paths.add(node.getPath());
        }
        publication.unpublish(nodes.get(0).getSession().getWorkspace().getName(), paths, user);
    }

    /**
     * Gives each node, and the content below it, its newest version back ({@code RestorePreviousVersionCommand}).
     *
     * @throws Refusal if there is no version of one
     * @throws RepositoryException if the user may not, or the repository fails
     */
    public void restorePrevious(List<Node> nodes, User user) throws RepositoryException, Refusal {
        Calendar now = Calendar.getInstance();
        for (Node node : nodes) {
            List<Node> all = new ArrayList<>();
            withContentBelow(node, all);
            for (Node each : all) {
                List<Versions.Version> kept = versions.of(each);
                if (kept.isEmpty()) {
                    if (each.isSame(node)) {
                        throw new Refusal("browser.unfit.NO_VERSIONS", node.getName());
                    }
                    continue;
                }
                restore(each, kept.get(0).name(), user, now);
            }
        }
        nodes.get(0).getSession().save();
    }

    /** Gives a node an earlier version back, and keeps how it was until now as a version, too. */
    void restore(Node node, String version, User user) throws RepositoryException, Refusal {
        if (!node.getSession().hasPermission(node.getPath(), "read,set_property,add_node,remove")) {
            throw new AccessDeniedException(node.getPath());
        }
        // First: with the newest made, the oldest may go, and it may be the one that is wanted.
        if (versions.of(node).stream().noneMatch(kept -> kept.name().equals(version))) {
            throw new Refusal("version.gone", version);
        }
        restore(node, version, user, Calendar.getInstance());
        Session session = node.getSession();
        String path = node.getPath();
        versions.add(session.getWorkspace().getName(), path, user, "versions.comment.replaced");
        session.save();
    }

    private void restore(Node node, String version, User user, Calendar now) throws RepositoryException, Refusal {
        if (!versions.restore(node, version)) {
            throw new Refusal("version.gone", version);
        }
        Stamps.modified(node, user.name(), now);
    }

    /**
     * Imports a file below a node.
     *
     * @param replace whether an item of the same name is replaced, of which a version is kept; refused otherwise
     * @return the names of what was imported
     */
    List<String> add(Node parent, String fileName, byte[] content, boolean replace, User user)
            throws RepositoryException, Refusal {
        return fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".xml")
                ? addXml(parent, fileName, content)
                : addYaml(parent, fileName, content, replace, user);
    }

    private List<String> addYaml(Node parent, String fileName, byte[] content, boolean replace, User user)
            throws RepositoryException, Refusal {
        Bootstrap.File file = new Bootstrap.File(fileName, new String(content, StandardCharsets.UTF_8));
        Session session = parent.getSession();
        List<Old> replaced = new ArrayList<>();
        for (String name : Bootstrap.names(file)) {
            if (parent.hasNode(name)) {
                Node old = parent.getNode(name);
                if (!replace) {
                    throw new Refusal("browser.import.exists", name);
                }
                for (NodeIterator children = old.getNodes(); children.hasNext(); ) {
                    if (isContent(children.nextNode())) {
                        throw new Refusal("browser.import.notEmpty", name);
                    }
                }
                versions.add(session.getWorkspace().getName(), old.getPath(), user, "versions.comment.replaced");
                replaced.add(new Old(name, nameAfter(old), old.getIdentifier(), state(old)));
                old.remove();
            }
        }
        List<String> names = new ArrayList<>();
        Calendar now = Calendar.getInstance();
        for (Node added : Bootstrap.addTo(parent, file)) {
            names.add(added.getName());
            Optional<Old> old = replaced.stream()
                    .filter(candidate -> candidate.name().equals(names.get(names.size() - 1)))
                    .findFirst();
            boolean same = old.isPresent() && old.get().identifier().equals(added.getIdentifier());
            forgetState(added);
            if (same) {
                for (StateValue value : old.get().state()) {
                    added.setProperty(value.name(), value.value());
                }
                added.addMixin("mgnl:hasVersion");
                Stamps.modified(added, user.name(), now);
            }
            if (old.isPresent() && parent.getPrimaryNodeType().hasOrderableChildNodes()) {
                parent.orderBefore(added.getName(), old.get().next());
            }
        }
        session.save();
        return names;
    }

    private record Old(String name, String next, String identifier, List<StateValue> state) {}

    private record StateValue(String name, javax.jcr.Value value) {}

    private static List<StateValue> state(Node node) throws RepositoryException {
        List<StateValue> values = new ArrayList<>();
        for (String name : STATE) {
            if (node.hasProperty(name)) {
                values.add(new StateValue(name, node.getProperty(name).getValue()));
            }
        }
        return values;
    }

    /** A file may come from another instance: what it says of publication is not so here. */
    private static void forgetState(Node node) throws RepositoryException {
        for (String name : STATE) {
            if (node.hasProperty(name)) {
                node.getProperty(name).remove();
            }
        }
        if (node.isNodeType("mgnl:hasVersion")) {
            node.removeMixin("mgnl:hasVersion");
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            forgetState(children.nextNode());
        }
    }

    private static List<String> addXml(Node parent, String fileName, byte[] content)
            throws RepositoryException, Refusal {
        Session session = parent.getSession();
        Set<String> before = new java.util.HashSet<>();
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            before.add(children.nextNode().getIdentifier());
        }
        try (InputStream in = new java.io.ByteArrayInputStream(content)) {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            // Nothing is to be read from elsewhere.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(
                    session.getImportContentHandler(parent.getPath(), ImportUUIDBehavior.IMPORT_UUID_CREATE_NEW));
            reader.parse(new InputSource(in));
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new Refusal("browser.import.broken", fileName, String.valueOf(e.getMessage()));
        }
        List<String> names = new ArrayList<>();
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!before.contains(child.getIdentifier())) {
                if (child.getIndex() > 1) {
                    throw new Refusal("browser.import.exists", child.getName());
                }
                forgetState(child);
                names.add(child.getName());
            }
        }
        session.save();
        return names;
    }
}
