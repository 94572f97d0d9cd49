package org.efcpreview.repository;

import java.io.StringReader;
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
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.apache.jackrabbit.core.NodeImpl;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
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

    private final Calendar now = Calendar.getInstance();

    /**
     * One file to import.
     *
     * @param name the resource's path, such as {@code /mgnl-bootstrap/efc-events/userroles.efc-visitor.yaml}: its
     *     length decides about the order, the last part of it where the content goes
     * @param text the YAML
     */
    public record File(String name, String text) {}

    private Bootstrap() {}

    /**
     * Imports files: all of them, or none if one cannot be imported.
     *
     * @param repository where to; its workspaces and node types must be there
     * @param files in any order
     * @throws BootstrapException if a file cannot be imported; names it and, where it can be told, the line
     * @throws RepositoryException if the repository fails
     */
    public static void run(ContentRepository repository, Collection<File> files) throws RepositoryException {
        try (OpenSessions sessions = OpenSessions.system(repository)) {
            Bootstrap bootstrap = new Bootstrap();
            List<File> sorted = files.stream()
                    .sorted(Comparator.<File>comparingInt(file -> file.name().length())
                            .thenComparing(File::name))
                    .toList();
            for (File file : sorted) {
                bootstrap.new Import(file).run(sessions);
            }
            sessions.save();
        }
    }

    /**
     * Adds what a file holds below a node, as Magnolia's import in a browser does ({@code JcrImportCommand}): an
     * identifier that another node has already gives way to a new one, and a name that is taken is refused. Nothing is
     * saved.
     *
     * @param parent where to; its session is the one that writes
     * @param file its name is for messages only
     * @return the nodes that were added
     * @throws BootstrapException if the file cannot be imported; the session then has changes that are to be dropped
     * @throws RepositoryException if the repository fails
     */
    public static List<Node> addTo(Node parent, File file) throws RepositoryException {
        return new Bootstrap().new Import(file, parent).addTo(parent);
    }

    /**
     * The names of the nodes that a file holds, in its order.
     *
     * @throws BootstrapException if it is no map of names to nodes
     */
    public static List<String> names(File file) throws RepositoryException {
        try {
            org.yaml.snakeyaml.nodes.Node root =
                    new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(file.text()));
            List<String> names = new ArrayList<>();
            if (root instanceof MappingNode map) {
                for (NodeTuple entry : map.getValue()) {
                    names.add(entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "");
                }
                return names;
            }
            throw new BootstrapException(file.name(), 0, "the file must be a map of a node's name to the node", null);
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            throw new BootstrapException(file.name(), 0, "not YAML: " + e.getMessage(), e);
        }
    }

    /**
     * Where a file's content goes.
     *
     * @param workspace the workspace
     * @param path absolute path of the node; empty for a file that describes children of the root node
     */
    record Target(String workspace, String path) {
        static Target of(String fileName) throws BootstrapException {
            String name = fileName.substring(fileName.lastIndexOf('/') + 1);
            if (!name.endsWith(".yaml")) {
                throw new BootstrapException(fileName, 0, "not a .yaml file; no other format is supported here", null);
            }
            name = name.substring(0, name.length() - ".yaml".length());
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

        String parent() {
            int slash = path.lastIndexOf('/');
            return slash <= 0 ? "/" : path.substring(0, slash);
        }
    }

    /** The import of one file. */
    private final class Import {
        private final File file;
        private final Target target;
        private final boolean strict;
        private YamlValues values;
        private Session session;

        Import(File file) throws BootstrapException {
            this.file = file;
            this.target = Target.of(file.name());
            this.strict = true;
        }

        Import(File file, Node parent) throws RepositoryException {
            this.file = file;
            this.target = new Target(parent.getSession().getWorkspace().getName(), parent.getPath());
            this.strict = false;
        }

        List<Node> addTo(Node parent) throws RepositoryException {
            MappingNode content = parse();
            session = parent.getSession();
            values = new YamlValues(session.getValueFactory());
            List<Node> added = new ArrayList<>();
            for (NodeTuple entry : values.entries(content)) {
                String name = String.valueOf(value(entry.getKeyNode()));
                if (!(entry.getValueNode() instanceof MappingNode map)) {
                    throw error(entry.getKeyNode(), "the file must be a map of a node's name to the node", null);
                }
                if (parent.hasNode(name)) {
                    throw error(entry.getKeyNode(), "there is a node " + name + " already", null);
                }
                addNode(parent, name, map, true);
                added.add(parent.getNode(name));
            }
            return added;
        }

        void run(OpenSessions sessions) throws RepositoryException {
            MappingNode content = parse();
            try {
                session = sessions.in(target.workspace());
            } catch (NoSuchWorkspaceException e) {
                throw error(
                        null,
                        "there is no workspace " + target.workspace() + "; a module declares its workspaces in"
                                + " META-INF/magnolia/<module>.xml",
                        e);
            }
            values = new YamlValues(session.getValueFactory());
            String next = null;
            if (!target.path().isEmpty() && session.nodeExists(target.path())) {
                Node old = session.getNode(target.path());
                next = nameAfter(old);
                old.remove();
            }
            write(parent(), content, true);
            if (next != null && session.nodeExists(target.path())) {
                Node imported = session.getNode(target.path());
                imported.getParent().orderBefore(imported.getName(), next);
            }
        }

        private MappingNode parse() throws BootstrapException {
            try {
                org.yaml.snakeyaml.nodes.Node root =
                        new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(file.text()));
                if (root instanceof MappingNode map) {
                    return map;
                }
                throw error(root, "the file must be a map of a node's name to the node", null);
            } catch (MarkedYAMLException e) {
                int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
                throw new BootstrapException(file.name(), line, "not YAML: " + e.getProblem(), e);
            }
        }

        private Node parent() throws RepositoryException {
            Node node = session.getRootNode();
            for (String name : target.parent().substring(1).split("/")) {
                if (name.isEmpty()) {
                    break;
                }
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
        private void write(Node node, MappingNode map, boolean stamped) throws RepositoryException {
            boolean changed = false;
            for (NodeTuple entry : values.entries(map)) {
                String name = String.valueOf(value(entry.getKeyNode()));
                if (entry.getValueNode() instanceof MappingNode child) {
                    addNode(node, name, child, stamped);
                } else if (Tag.NULL.equals(entry.getValueNode().getTag())) {
                    add(node, name, "mgnl:contentNode", null, entry.getKeyNode());
                    if (stamped) {
                        Stamps.created(node.getNode(name), User.SYSTEM_NAME, now);
                    }
                } else if (!META.contains(name)) {
                    setProperty(node, name, entry.getValueNode());
                    changed |= !name.startsWith("jcr:") && !name.startsWith("mgnl:");
                }
            }
            if (stamped && changed && node.getDepth() > 0) {
                Stamps.modified(node, User.SYSTEM_NAME, now);
            }
        }

        private void addNode(Node parent, String name, MappingNode map, boolean stamped) throws RepositoryException {
            String type = "mgnl:contentNode";
            String identifier = null;
            List<String> mixins = new ArrayList<>();
            for (NodeTuple entry : values.entries(map)) {
                switch (String.valueOf(value(entry.getKeyNode()))) {
                    case "jcr:primaryType" -> type = String.valueOf(value(entry.getValueNode()));
                    case "jcr:uuid" -> identifier = String.valueOf(value(entry.getValueNode()));
                    case "jcr:mixinTypes" -> {
                        if (!(entry.getValueNode() instanceof SequenceNode sequence)) {
                            throw error(entry.getValueNode(), "jcr:mixinTypes must be a sequence", null);
                        }
                        for (org.yaml.snakeyaml.nodes.Node mixin : sequence.getValue()) {
                            mixins.add(String.valueOf(value(mixin)));
                        }
                    }
                    default -> {}
                }
            }
            Node node = add(parent, name, type, identifier, map);
            boolean ownDates = stamped && identifier == null;
            if (ownDates) {
                Stamps.created(node, User.SYSTEM_NAME, now);
            }
            for (String mixin : mixins) {
                try {
                    node.addMixin(mixin);
                } catch (RepositoryException e) {
                    throw error(map, "cannot add the mixin " + mixin + ": " + e.getMessage(), e);
                }
            }
            write(node, map, ownDates);
        }

        private Node add(Node parent, String name, String type, String identifier, org.yaml.snakeyaml.nodes.Node where)
                throws BootstrapException {
            try {
                return identifier == null || !strict && isTaken(identifier)
                        ? parent.addNode(name, type)
                        : ((NodeImpl) parent).addNodeWithUuid(name, type, identifier);
            } catch (ItemExistsException e) {
                String other =
                        identifier == null ? "" : " The identifier " + identifier + " is that of " + path(identifier);
                throw error(where, "cannot add the node " + name + ": " + e.getMessage() + "." + other, e);
            } catch (RepositoryException e) {
                throw error(where, "cannot add the node " + name + " of type " + type + ": " + e.getMessage(), e);
            }
        }

        /** Also by a node that the session may not read: adding it then fails. */
        private boolean isTaken(String identifier) throws RepositoryException {
            return Parts.byIdentifier(session, identifier) != null;
        }

        private String path(String identifier) {
            try {
                return session.getNodeByIdentifier(identifier).getPath();
            } catch (RepositoryException e) {
                return "no other node";
            }
        }

        private void setProperty(Node node, String name, org.yaml.snakeyaml.nodes.Node where)
                throws BootstrapException {
            try {
                if (where instanceof SequenceNode sequence) {
                    List<Value> list = new ArrayList<>();
                    for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
                        if (!(item instanceof ScalarNode)) {
                            throw error(item, "a value within a sequence must be a scalar", null);
                        }
                        list.add(jcrValue(item, value(item)));
                    }
                    node.setProperty(name, list.toArray(Value[]::new));
                } else {
                    node.setProperty(name, jcrValue(where, value(where)));
                }
            } catch (BootstrapException e) {
                throw e;
            } catch (RepositoryException | RuntimeException e) {
                throw error(where, "cannot set the property " + name + ": " + e.getMessage(), e);
            }
        }

        private Value jcrValue(org.yaml.snakeyaml.nodes.Node where, Object value) throws RepositoryException {
            Value found = values.jcr(value);
            if (found == null) {
                throw error(where, "a " + value.getClass().getSimpleName() + " cannot be a property's value", null);
            }
            return found;
        }

        private Object value(org.yaml.snakeyaml.nodes.Node node) throws BootstrapException {
            try {
                return values.value(node);
            } catch (MarkedYAMLException e) {
                throw error(node, e.getProblem(), e);
            } catch (RuntimeException e) {
                throw error(node, e.getMessage(), e);
            }
        }

        private BootstrapException error(org.yaml.snakeyaml.nodes.Node where, String message, Throwable cause) {
            int line = where == null ? 0 : where.getStartMark().getLine() + 1;
            return new BootstrapException(file.name(), line, message, cause);
        }
    }

    /** The name of the sibling that follows; null for the last one. */
    private static String nameAfter(Node node) throws RepositoryException {
        for (NodeIterator siblings = node.getParent().getNodes(); siblings.hasNext(); ) {
            if (siblings.nextNode().isSame(node)) {
                return siblings.hasNext() ? siblings.nextNode().getName() : null;
            }
        }
        return null;
    }
}
