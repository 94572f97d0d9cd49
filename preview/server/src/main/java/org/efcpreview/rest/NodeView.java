package org.efcpreview.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.site.LocaleNames;

/**
 * A node as an endpoint shows it: some of its properties and sub-nodes, in one language, under their plain names (rules:
 * {@code info.magnolia.rest.delivery.jcr.filter}, {@code I18nDeliveryNodeWrapper}).
 *
 * @param node the node
 * @param name under which it is shown
 * @param scope what is shown of it
 */
record NodeView(Node node, String name, Scope scope) {
    /**
     * What is shown of a node and of those below it.
     *
     * @param context whose language it is in
     * @param childTypes types of sub-nodes; empty for all
     * @param deepest the depth in the workspace below which nothing is shown
     * @param properties by their stored names
     */
    record Scope(DeliveryContext context, List<String> childTypes, int deepest, Predicate<String> properties) {}

    /**
     * A property as it is shown.
     *
     * @param name the plain name
     * @param property whose value it has
     */
    record Shown(String name, Property property) {}

    /** Whether a sub-node of that very name is shown. */
    boolean hasChild(String child) throws RepositoryException {
        return node.hasNode(child) && shows(node.getNode(child));
    }

    private boolean shows(Node child) throws RepositoryException {
        List<String> types = scope.childTypes();
        boolean strict = scope.context().definition().strict();
        return child.getDepth() <= scope.deepest() && (types.isEmpty() || isOfType(child, types, strict));
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
        Locale locale = scope.context().locale();
        for (Node child : JcrUtils.getChildNodes(node)) {
            String own = child.getName();
            String plain = LocaleNames.plain(own);
            if (!shows(child) || isOther(own) || resolved.contains(plain)) {
                continue;
            }
            String found = locale == null ? own : scope.context().locales().child(plain, locale, this::hasChild);
            if (locale == null || !hasChild(found)) {
                children.add(new NodeView(child, own, scope));
            } else {
                resolved.add(plain);
                children.add(new NodeView(node.getNode(found), plain, scope));
            }
        }
        return children;
    }

    List<Shown> properties() throws RepositoryException {
        List<Shown> shown = new ArrayList<>();
        Set<String> resolved = new HashSet<>();
        Locale locale = scope.context().locale();
        for (Property property : JcrUtils.getProperties(node)) {
            String own = property.getName();
            String plain = LocaleNames.plain(own);
            if (!scope.properties().test(own) || isOther(own) || resolved.contains(plain)) {
                continue;
            }
            // The value is looked up beside the restriction of names: excludeProperties [title] lets title_fr
            // through, which then appears as title. So does Magnolia.
            Optional<Property> found = locale == null
                    ? Optional.empty()
                    : scope.context().locales().property(node, plain, locale);
            found.ifPresent(any -> resolved.add(plain));
            shown.add(new Shown(found.isPresent() ? plain : own, found.orElse(property)));
        }
        return shown;
    }

    /** Whether a name ends with another language than the answer's. */
    private boolean isOther(String own) {
        Locale locale = scope.context().locale();
        return locale != null
                && LocaleNames.suffix(own)
                        .filter(suffix -> !suffix.equals(locale))
                        .isPresent();
    }
}
