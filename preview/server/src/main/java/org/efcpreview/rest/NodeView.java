package org.efcpreview.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PathNotFoundException;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;

/** A node as an endpoint shows it: some of its properties and sub-nodes, in one language, under their plain names. */
final class NodeView {
    private final Node node;
    private final String name;
    private final Scope scope;
    private final int deepest;

    /**
     * What is shown of nodes.
     *
     * @param childTypes types of sub-nodes; empty for all
     * @param strict types count by their very name
     * @param depth levels of sub-nodes; negative for all
     * @param systemProperties null: all of them are shown; else patterns of the names of those that are
     * @param names every one of them must let a property through
     * @param languages the site's
     * @param locale the answer's language; null: every property is shown as it is called
     */
    record Scope(
            List<String> childTypes,
            boolean strict,
            int depth,
            List<Pattern> systemProperties,
            List<Names> names,
            Languages languages,
            Locale locale) {

        /** The same, with one more restriction of names. */
        Scope and(Names more) {
            List<Names> all = new ArrayList<>(names);
            all.add(more);
            return new Scope(childTypes, strict, depth, systemProperties, List.copyOf(all), languages, locale);
        }

        static List<Pattern> systemProperties(boolean included, List<String> names) {
            if (included && names.isEmpty()) {
                return null;
            }
            return names.stream().map(Scope::wildcards).toList();
        }

        private static Pattern wildcards(String name) {
            String expression = Pattern.quote(name).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
            return Pattern.compile(expression, Pattern.DOTALL);
        }
    }

    /**
     * Names of properties that are shown.
     *
     * @param only if there are any, no other
     * @param not else all but these; all if there are none
     */
    record Names(List<String> only, List<String> not) {
        boolean allow(String property) {
            return only.isEmpty() ? !not.contains(property) : only.contains(property);
        }
    }

    /**
     * A property as it is shown.
     *
     * @param name the plain name
     * @param property whose value it has
     */
    record Shown(String name, Property property) {}

    NodeView(Node node, Scope scope) throws RepositoryException {
        this(node, node.getName(), scope, scope.depth() < 0 ? Integer.MAX_VALUE : node.getDepth() + scope.depth());
    }

    private NodeView(Node node, String name, Scope scope, int deepest) {
        this.node = node;
        this.name = name;
        this.scope = scope;
        this.deepest = deepest;
    }

    Node node() {
        return node;
    }

    String name() {
        return name;
    }

    /** Whether a sub-node of that very name is shown. */
    boolean hasChild(String child) throws RepositoryException {
        return node.hasNode(child) && shows(node.getNode(child));
    }

    private boolean shows(Node child) throws RepositoryException {
        return child.getDepth() <= deepest
                && (scope.childTypes().isEmpty() || isOfType(child, scope.childTypes(), scope.strict()));
    }

    static boolean isOfType(Node node, List<String> types, boolean strict) throws RepositoryException {
        for (String type : types) {
            if (type.equals(node.getPrimaryNodeType().getName())) {
                return true;
            }
            try {
                if (!strict && node.isNodeType(type)) {
                    return true;
                }
            } catch (RepositoryException e) {
                continue; // a type that does not exist is nobody's type
            }
        }
        return false;
    }

    List<NodeView> children() throws RepositoryException {
        List<NodeView> children = new ArrayList<>();
        Set<String> resolved = new HashSet<>();
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node child = nodes.nextNode();
            if (!shows(child)) {
                continue;
            }
            String own = child.getName();
            if (scope.locale() == null) {
                children.add(new NodeView(child, own, scope, deepest));
            } else if (isInLanguage(own) && !resolved.contains(Languages.plain(own))) {
                String plain = Languages.plain(own);
                try {
                    String found = scope.languages().child(plain, scope.locale(), this::hasChild);
                    resolved.add(plain);
                    children.add(new NodeView(node.getNode(found), plain, scope, deepest));
                } catch (PathNotFoundException e) {
                    children.add(new NodeView(child, own, scope, deepest));
                }
            }
        }
        return children;
    }

    List<Shown> properties() throws RepositoryException {
        List<Shown> shown = new ArrayList<>();
        Set<String> resolved = new HashSet<>();
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            String own = property.getName();
            if (!allows(own)) {
                continue;
            }
            if (scope.locale() == null) {
                shown.add(new Shown(own, property));
            } else if (isInLanguage(own) && !resolved.contains(Languages.plain(own))) {
                // The value is looked up beside the restriction of names: excludeProperties [title] lets title_fr
                // through, which then appears as title. So does Magnolia.
                String plain = Languages.plain(own);
                Optional<Property> found = scope.languages().property(node, plain, scope.locale());
                if (found.isPresent()) {
                    resolved.add(plain);
                    shown.add(new Shown(plain, found.get()));
                } else {
                    shown.add(new Shown(own, property));
                }
            }
        }
        return shown;
    }

    private boolean isInLanguage(String own) {
        Locale suffix = Languages.suffix(own);
        return suffix == null || suffix.equals(scope.locale());
    }

    private boolean allows(String property) {
        List<Pattern> system = scope.systemProperties();
        if (system != null
                && (property.startsWith("jcr:") || property.startsWith("mgnl:"))
                && system.stream()
                        .noneMatch(pattern -> pattern.matcher(property).matches())) {
            return false;
        }
        return scope.names().stream().allMatch(names -> names.allow(property));
    }
}
