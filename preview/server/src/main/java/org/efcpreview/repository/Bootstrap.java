package org.efcpreview.repository;

import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.jcr.ItemExistsException;
import javax.jcr.NoSuchWorkspaceException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.apache.commons.lang3.StringUtils;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Imports bootstrap files in YAML as Magnolia imports those of a module when it installs it
 * ({@code info.magnolia.importexport.BootstrapUtil} and {@code DataTransporter}).
 *
 * <ul>
 *   <li>The file's name says where: {@code <workspace>.<path with dots>.yaml}; two dots stand for a dot in a name.
 *   <li>The shortest name comes first, folders included.
 *   <li>Parents that are missing are made as {@code mgnl:content}. A node that is there already gives way and keeps its
 *       place among its siblings for the new one.
 *   <li>A map, or nothing, is a sub-node; its type is {@code mgnl:contentNode} unless {@code jcr:primaryType} says
 *       otherwise. Everything else is a property of the type that YAML gives it; a sequence has many values.
 *   <li>{@code jcr:uuid} is kept; if another node has it already, the import fails.
 *   <li>A node without {@code jcr:uuid}, none of whose ancestors in the file has one, gets the time of the import as
 *       its dates of creation and change.
 * </ul>
 *
 * What Magnolia would import as something that nobody wants (a map within a sequence) is refused.
 */
public final class Bootstrap {
    private static final Pattern NAME = Pattern.compile("[\\w-]+(?:\\.{1,2}[\\w-]+)*");
    private static final Set<String> META = Set.of("jcr:primaryType", "jcr:uuid", "jcr:mixinTypes");

    private final BootstrapYaml yaml;
    private final Session session;
    private final Calendar now;
    private final boolean strict;

    /**
     * One file to import.
     *
     * @param name the resource's path, such as {@code /mgnl-bootstrap/efc-events/userroles.efc-visitor.yaml}: its
     *     length decides about the order, the last part of it where the content goes
     */
    public record File(String name, String text) {}

    /** @param strict whether an identifier that another node has already is an error */
    private Bootstrap(File file, Session session, Calendar now, boolean strict) throws RepositoryException {
        this.yaml = new BootstrapYaml(file, session.getValueFactory());
        this.session = session;
        this.now = now;
        this.strict = strict;
    }

    /**
     * Imports files: all of them, or none if one cannot be imported.
     *
     * @param files in any order
     * @throws BootstrapException if a file cannot be imported; names it and, where it can be told, the line
     */
    public static void run(ContentRepository repository, Collection<File> files) throws RepositoryException {
        Calendar now = Calendar.getInstance();
        List<File> sorted = files.stream()
                .sorted(Comparator.<File>comparingInt(file -> file.name().length())
                        .thenComparing(File::name))
                .toList();
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            for (File file : sorted) {
                Target target = Target.of(file.name());
                new Bootstrap(file, target.session(file, sessions), now, true).put(target);
            }
            sessions.save();
        }
    }

    /**
     * Adds what a file holds below a node, as Magnolia's import in a browser does ({@code JcrImportCommand}): an
     * identifier that another node has already gives way to a new one. Nothing is saved.
     *
     * @param parent where to; its session is the one that writes
     * @param file its name is for messages only
     * @return the nodes that were added
     * @throws BootstrapException if the file cannot be imported; the session then has changes that are to be dropped
     */
    public static List<Node> addTo(Node parent, File file) throws RepositoryException {
        Bootstrap bootstrap = new Bootstrap(file, parent.getSession(), Calendar.getInstance(), false);
        List<Node> added = new ArrayList<>();
        for (NodeTuple entry : bootstrap.yaml.root()) {
            if (!(entry.getValueNode() instanceof MappingNode)) {
                throw bootstrap.yaml.noMap(entry.getKeyNode());
            }
            added.add(bootstrap.addNode(parent, entry, true));
        }
        return added;
    }

    /**
     * The names of the nodes that a file holds, in its order.
     *
     * @throws BootstrapException if it is no map of names to nodes
     */
    public static List<String> names(File file) throws RepositoryException {
        BootstrapYaml yaml = new BootstrapYaml(file, null);
        List<String> names = new ArrayList<>();
        for (NodeTuple entry : yaml.root()) {
            names.add(yaml.name(entry.getKeyNode()));
        }
        return names;
    }

    /**
     * Where a file's content goes.
     *
     * @param path absolute path of the node; empty for a file that describes children of the root node
     */
    record Target(String workspace, String path) {
        static Target of(String fileName) throws BootstrapException {
            String name = fileName.substring(fileName.lastIndexOf('/') + 1);
            if (!name.endsWith(".yaml")) {
                throw new BootstrapException(fileName, 0, "not a .yaml file; no other format is supported here", null);
            }
            name = StringUtils.removeEnd(name, ".yaml");
            if (!NAME.matcher(name).matches()) {
                throw new BootstrapException(
                        fileName,
                        0,
                        "the name must be <workspace>.<path with dots>.yaml, of letters, digits, _ and -;"
                                + " a dot in a node's name is written as two",
                        null);
            }
            String path = name.replace("..", "\0").replace('.', '/').replace('\0', '.');
            int slash = path.indexOf('/');
            return slash < 0 ? new Target(path, "") : new Target(path.substring(0, slash), path.substring(slash));
        }

        Session session(File file, OpenSessions sessions) throws RepositoryException {
            try {
                return sessions.session(workspace);
            } catch (NoSuchWorkspaceException e) {
                throw new BootstrapException(
                        file.name(),
                        0,
                        "there is no workspace " + workspace + "; a module declares its workspaces in"
                                + " META-INF/magnolia/<module>.xml",
                        e);
            }
        }

        /** The names of the nodes above. */
        String[] parents() {
            return StringUtils.split(StringUtils.substringBeforeLast(path, "/"), '/');
        }
    }

    private void put(Target target) throws RepositoryException {
        String next = null;
        if (!target.path().isEmpty() && session.nodeExists(target.path())) {
            Node old = session.getNode(target.path());
            next = Siblings.nameAfter(old);
            old.remove();
        }
        write(parent(target), yaml.root(), true);
        if (next != null && session.nodeExists(target.path())) {
            Siblings.before(session.getNode(target.path()), next);
        }
    }

    private Node parent(Target target) throws RepositoryException {
        Node node = session.getRootNode();
        for (String name : target.parents()) {
            if (node.hasNode(name)) {
                node = node.getNode(name);
            } else {
                node = node.addNode(name, "mgnl:content");
                Stamps.created(node, User.SYSTEM_NAME, now);
            }
        }
        return node;
    }

    /**
     * Writes a map's entries below a node.
     *
     * @param stamped whether the nodes get dates of their own accord
     */
    private void write(Node node, List<NodeTuple> entries, boolean stamped) throws RepositoryException {
        boolean changed = false;
        for (NodeTuple entry : entries) {
            String name = yaml.name(entry.getKeyNode());
            if (entry.getValueNode() instanceof MappingNode
                    || Tag.NULL.equals(entry.getValueNode().getTag())) {
                addNode(node, entry, stamped);
            } else if (!META.contains(name)) {
                setProperty(node, name, entry.getValueNode());
                changed |= !name.startsWith("jcr:") && !name.startsWith("mgnl:");
            }
        }
        if (stamped && changed && node.getDepth() > 0) {
            Stamps.modified(node, User.SYSTEM_NAME, now);
        }
    }

    private Node addNode(Node parent, NodeTuple named, boolean stamped) throws RepositoryException {
        List<NodeTuple> entries =
                named.getValueNode() instanceof MappingNode map ? yaml.entries(map) : List.<NodeTuple>of();
        String type = "mgnl:contentNode";
        String identifier = null;
        List<org.yaml.snakeyaml.nodes.Node> mixins = List.of();
        for (NodeTuple entry : entries) {
            org.yaml.snakeyaml.nodes.Node value = entry.getValueNode();
            switch (yaml.text(entry.getKeyNode())) {
                case "jcr:primaryType" -> type = yaml.text(value);
                case "jcr:uuid" -> identifier = yaml.text(value);
                case "jcr:mixinTypes" -> {
                    if (!(value instanceof SequenceNode sequence)) {
                        throw yaml.error(value, "jcr:mixinTypes must be a sequence", null);
                    }
                    mixins = sequence.getValue();
                }
                default -> {}
            }
        }
        Node node = add(parent, yaml.name(named.getKeyNode()), type, identifier, named.getValueNode());
        boolean ownDates = stamped && identifier == null;
        if (ownDates) {
            Stamps.created(node, User.SYSTEM_NAME, now);
        }
        for (org.yaml.snakeyaml.nodes.Node mixin : mixins) {
            try {
                node.addMixin(yaml.text(mixin));
            } catch (RepositoryException e) {
                throw yaml.error(
                        named.getValueNode(), "cannot add the mixin " + yaml.text(mixin) + ": " + e.getMessage(), e);
            }
        }
        write(node, entries, ownDates);
        return node;
    }

    private Node add(Node parent, String name, String type, String identifier, org.yaml.snakeyaml.nodes.Node where)
            throws RepositoryException {
        // Another node may have it that the session may not read: adding it then fails.
        boolean given = strict || identifier == null || Parts.byIdentifier(session, identifier) == null;
        try {
            return Parts.add(parent, name, type, given ? identifier : null);
        } catch (ItemExistsException e) {
            Node other = identifier == null ? null : Parts.byIdentifier(session, identifier);
            String whose = other == null ? "" : " The identifier " + identifier + " is that of " + other.getPath();
            throw yaml.error(where, "cannot add the node " + name + ": " + e.getMessage() + "." + whose, e);
        } catch (RepositoryException e) {
            throw yaml.error(where, "cannot add the node " + name + " of type " + type + ": " + e.getMessage(), e);
        }
    }

    private void setProperty(Node node, String name, org.yaml.snakeyaml.nodes.Node where) throws RepositoryException {
        List<Value> values = new ArrayList<>();
        boolean multiple = where instanceof SequenceNode;
        for (org.yaml.snakeyaml.nodes.Node value : multiple ? ((SequenceNode) where).getValue() : List.of(where)) {
            values.add(yaml.jcr(value));
        }
        try {
            if (multiple) {
                node.setProperty(name, values.toArray(Value[]::new));
            } else {
                node.setProperty(name, values.get(0));
            }
        } catch (RepositoryException | RuntimeException e) {
            throw yaml.error(where, "cannot set the property " + name + ": " + e.getMessage(), e);
        }
    }
}
