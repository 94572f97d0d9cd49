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
 * @param name under which it is shown
 * @param context whose language it is in
 * @param childTypes types of sub-nodes; empty for all
 * @param deepest the depth in the workspace below which nothing is shown
 * @param names which properties are shown, by their stored names
 */
record NodeView(
        Node node,
        String name,
        DeliveryContext context,
        List<String> childTypes,
        int deepest,
        Predicate<String> names) {
    /** A property, and the plain name under which its value is shown. */
    record Shown(String name, Property property) {}

    /** Whether a sub-node of that very name is shown. */
    boolean hasChild(String child) throws RepositoryException {
        return node.hasNode(child) && shows(node.getNode(child));
    }

    private boolean shows(Node child) throws RepositoryException {
        return child.getDepth() <= deepest
                && (childTypes.isEmpty()
                        || isOfType(child, childTypes, context.definition().strict()));
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
        Locale locale = context.locale();
        for (Node child : JcrUtils.getChildNodes(node)) {
            String own = child.getName();
            String plain = LocaleNames.plain(own);
            if (!shows(child) || isOther(own) || resolved.contains(plain)) {
                continue;
            }
            String found = locale == null ? own : context.locales().child(plain, locale, this::hasChild);
            if (locale == null || !hasChild(found)) {
                children.add(named(own, child));
            } else {
                resolved.add(plain);
                children.add(named(plain, node.getNode(found)));
            }
        }
        return children;
    }

    private NodeView named(String shown, Node child) {
        return new NodeView(child, shown, context, childTypes, deepest, names);
    }

    List<Shown> properties() throws RepositoryException {
        List<Shown> shown = new ArrayList<>();
        Set<String> resolved = new HashSet<>();
        Locale locale = context.locale();
        for (Property property : JcrUtils.getProperties(node)) {
            String own = property.getName();
            String plain = LocaleNames.plain(own);
            if (!names.test(own) || isOther(own) || resolved.contains(plain)) {
                continue;
            }
            // The value is looked up beside the restriction of names: excludeProperties [title] lets title_fr
            // through, which then appears as title. So does Magnolia.
            Optional<Property> found =
                    locale == null ? Optional.empty() : context.locales().property(node, plain, locale);
            found.ifPresent(any -> resolved.add(plain));
            shown.add(new Shown(found.isPresent() ? plain : own, found.orElse(property)));
        }
        return shown;
    }

    /** Whether a name ends with another language than the answer's. */
    private boolean isOther(String own) {
        Locale locale = context.locale();
        return locale != null
                && LocaleNames.suffix(own)
                        .filter(suffix -> !suffix.equals(locale))
                        .isPresent();
    }
}
